namespace SessionsWidgets.GeneratorTests;

/// <summary>The comparison finds what it is there for.</summary>
public sealed class GeneratedPageTests
{
    private const string Page = """
        <h1>a</h1>
        <p><recent-smokes limit="2"></recent-smokes>
        <session-card></session-card></p>
        <cigar-cards data-astro-cid-1="true"><p>b</p></cigar-cards> c
        """;

    [Theory]
    [InlineData("<h1>a</h1>\n[recent-smokes]\n[session-card]\n[cigar-cards] c")]
    [InlineData("<h1>a</h1>\n[recent-smokes]\n[session-card]\n[later:cigar-cards] c")]
    public void Comparison_OfAPageWithItsWidgets_Passes(string built) => Page.ShouldHaveBecome(built, Expected);

    [Theory]
    [InlineData("<h1>a</h1>\n<p>[recent-smokes]\n[session-card]</p>\n[cigar-cards] c")]
    [InlineData("<h1>a</h1>\n[recent-smokes][session-card]\n[cigar-cards] c")]
    [InlineData("<h1>A</h1>\n[recent-smokes]\n[session-card]\n[cigar-cards] c")]
    [InlineData("<h1>a</h1>[recent-smokes]\n[session-card]\n[cigar-cards] c")]
    [InlineData("<h1>a</h1>\n<p>[recent-smokes]\n[session-card]\n[cigar-cards] c")]
    [InlineData("<h1>a</h1>\n[recent-smokes]\n[session-card]</p>\n[cigar-cards] c")]
    [InlineData("<h1>a</h1>\n[recent-smokes]\n\n[cigar-cards] c")]
    [InlineData("<h1>a</h1>\n[session-card]\n[recent-smokes]\n[cigar-cards] c")]
    [InlineData("<h1>a</h1>\n[recent-smokes]\n[session-card]\n[cigar-cards]")]
    [InlineData("<h1>a</h1>\n[recent-smokes]\n[session-card]\n[cigar-cards] c ")]
    public void Comparison_OfAPageWithAnotherByte_Fails(string built) =>
        Should.Throw<ShouldAssertException>(() => Page.ShouldHaveBecome(built, Expected));

    [Fact]
    public void Tags_OfAPage_HaveTheirAttributesAndContent()
    {
        var tags = GeneratedPage.TagsOf(Page);

        tags.Select(t => t.Name).ShouldBe(["recent-smokes", "session-card", "cigar-cards"]);
        tags[0].Attributes.ShouldBe([new("limit", "2")]);
        tags[2].Attributes.ShouldBe([new("data-astro-cid-1", "true")]);
        tags[2].Content.ShouldBe("<p>b</p>");
    }

    private static IReadOnlyList<string> Expected(GeneratedTag tag) => [$"[{tag.Name}]", $"[later:{tag.Name}]"];
}
