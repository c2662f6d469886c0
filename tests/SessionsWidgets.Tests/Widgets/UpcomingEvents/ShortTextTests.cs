using System.Globalization;

namespace SessionsWidgets.Tests.Widgets;

public class ShortTextTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("Join us.")]
    public void Of_AShortText_IsTheText(string? text) => ShortText.Of(text).ShouldBe(text);

    [Fact]
    public void Of_ALongText_EndsAtAWord()
    {
        var text = string.Concat(Enumerable.Repeat("cigars, rum ", 40));

        var shortened = ShortText.Of(text)!;

        shortened.Length.ShouldBeInRange(ShortText.MaxLength - 12, ShortText.MaxLength + 1);
        shortened.ShouldMatch("^(cigars, rum )*(cigars|cigars, rum)…$");
    }

    [Theory]
    [InlineData("葉")]
    [InlineData("x")]
    [InlineData("👩‍🚀")]
    [InlineData("e\u0301")]
    public void Of_ALongTextWithoutSpaces_KeepsCharactersWhole(string character)
    {
        var shortened = ShortText.Of(string.Concat(Enumerable.Repeat(character, 300)))!;

        shortened.Length.ShouldBeLessThanOrEqualTo(ShortText.MaxLength + 1);
        shortened[..^1].Replace(character, "", StringComparison.Ordinal).ShouldBeEmpty();
        shortened.ShouldEndWith("…");
    }

    [Fact]
    public void Of_OneCharacterWithoutAnEnd_IsCutBetweenRunes()
    {
        var shortened = ShortText.Of("e" + string.Concat(Enumerable.Repeat("\u0301", 300)))!;

        shortened.Length.ShouldBe(ShortText.MaxLength + 1);
        new StringInfo(shortened).LengthInTextElements.ShouldBe(2);
    }
}
