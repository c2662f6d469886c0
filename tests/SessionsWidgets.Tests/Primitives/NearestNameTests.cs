namespace SessionsWidgets.Tests.Primitives;

public class NearestNameTests
{
    private static readonly string[] Known =
    [
        "limit", "layout", "grid", "display_name", "recent-smokes", "partials/rating", "it", "partials/drawing",
        "cigar-cards", "guest-cards",
    ];

    [Theory]
    [InlineData("limt", "limit")]
    [InlineData("LIMIT", "limit")]
    [InlineData("gird", "grid")]
    [InlineData("layuot", "layout")]
    [InlineData("name", "display_name")]
    [InlineData("smokes", "recent-smokes")]
    [InlineData("rating", "partials/rating")]
    [InlineData("drawig", "partials/drawing")]
    [InlineData("id", null)]
    [InlineData("x", null)]
    [InlineData("offer", null)]
    [InlineData("cards", null)]
    public void Of_Name_IsTheOneThatWasProbablyMeant(string name, string? expected) =>
        NearestName.Of(name, Known).ShouldBe(expected);

    [Theory]
    [InlineData("recent-smoke", 2, "recent-smokes")]
    [InlineData("recent_smoke", 2, "recent-smokes")]
    [InlineData("recent_smoke", 1, null)]
    [InlineData("recent-posts", 2, null)]
    [InlineData("recent-posts", 4, "recent-smokes")]
    public void Misspelt_WithABound_DiffersInNoMoreLetters(string name, int most, string? expected) =>
        NearestName.Misspelt(name, Known, most).ShouldBe(expected);

    [Fact]
    public void Of_LongName_IsNotCompared() => NearestName.Of(new string('a', 65), [new string('a', 66)]).ShouldBeNull();

    [Fact]
    public void DidYouMean_NearName_IsSaidInTheSameWords()
    {
        string[] known = ["limit", "layout"];
        DidYouMean.Sentence("limt", known).ShouldBe(" Did you mean 'limit'?");
        DidYouMean.Sentence("other", known).ShouldBe("");
        DidYouMean.Sentence(null, known).ShouldBe("");
    }
}
