namespace SessionsWidgets.Cli.Tests.Build.Scan;

/// <summary>Tags in feeds, search indexes and other files that are no pages.</summary>
public sealed class StrayTagTests : BuildTests
{
    [Theory]
    [InlineData("feed.xml", "<p>x</p><recent-smokes limit=\"2\"></recent-smokes>", 9)]
    [InlineData("feed.xml", "<![CDATA[<recent-smokes>]]>", 10)]
    [InlineData("feed.xml", "<d>&lt;recent-smokes&gt;</d>", 4)]
    [InlineData("feed.xml", "<d>&#60;recent-smokes></d>", 4)]
    [InlineData("index.json", """{ "t": "\u003crecent-smokes\u003e" }""", 9)]
    [InlineData("index.json", """{ "t": "\u003Crecent-smokes\u003E" }""", 9)]
    [InlineData("index.json", """{ "t": "<recent-smokes/>" }""", 9)]
    [InlineData("link.txt", "data:text/html,%3Crecent-smokes%3E", 16)]
    [InlineData("a.js", "let x = '\\x3crecent-smokes>'", 10)]
    public async Task Build_TagInAFileThatIsNoPage_IsAWarningWithThePlace(string name, string text, int column)
    {
        Site.Page(name, $"\n{text}");
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldContain(
            "warning: <recent-smokes> is in a file that is not a page, and is left unchanged there. "
            + "If the file is a page, give --include \"*");
        run.Error.ShouldContain("If it is a feed or a search index, keep widgets out of the text that your generator puts into it. ");
        run.Error.ShouldContain($"({name}:2:{column})");
        Site.BuiltText(name).ShouldBe($"\n{text}");
    }

    [Theory]
    [InlineData("style.css", "recent-smokes { color: red } .recent-smokes>p {}")]
    [InlineData("a.js", "const names = ['recent-smokes', 'cigar-cards']; if (a<b) recent-smokes")]
    [InlineData("a.txt", "<recent-smokes-list> <recent-smokesx>")]
    [InlineData("a.txt", "recent-smokes")]
    [InlineData("a.png", "\0<recent-smokes>")]
    public async Task Build_NoTag_IsNoWarning(string name, string text)
    {
        Site.Page(name, text);
        var run = await Site.BuildAsync();
        run.Error.ShouldNotContain("is in a file");
    }

    [Fact]
    public async Task Build_TagsInManyFiles_IsOneWarning()
    {
        for (var i = 0; i < 5; i++) Site.Page($"{i}.xml", "<cigar-cards>");
        var run = await Site.BuildAsync();
        run.Error.ShouldContain("(0.xml:1:1, 1.xml:1:1, 2.xml:1:1 and 2 more)");
    }
}
