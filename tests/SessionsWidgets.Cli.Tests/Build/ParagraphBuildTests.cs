namespace SessionsWidgets.Cli.Tests.Build;

/// <summary>Paragraphs that generators put around tags in Markdown.</summary>
public sealed class ParagraphBuildTests : BuildTests
{
    private const string Tag = """<recent-smokes limit="3"></recent-smokes>""";
    private const string Empty = """<recent-smokes offset="1000000" limit="2">""";

    [Theory]
    [InlineData("<h1>Lounge</h1>\n<p>@</p>\n<p>Text.</p>\n", "<h1>Lounge</h1>\n@\n<p>Text.</p>\n")]
    [InlineData("<p>@\n@</p>\n", "@\n@\n")]
    [InlineData("<p>@ @</p><p>@</p>", "@ @@")]
    [InlineData("<P class='lead'\n>\r\n\t@ \r\n</P\n>.", "\r\n\t@ \r\n.")]
    [InlineData("<ul>\n<li>\n<p>@</p>\n</li>\n</ul>", "<ul>\n<li>\n@\n</li>\n</ul>")]
    [InlineData("<blockquote>\n  <p>@</p>\n</blockquote>", "<blockquote>\n  @\n</blockquote>")]
    [InlineData("<table><tr><td><p>@</p><td>x</table>", "<table><tr><td>@<td>x</table>")]
    [InlineData("<svg><path/></svg><p>@</p><svg></svg>", "<svg><path/></svg>@<svg></svg>")]
    [InlineData("<main><p>Open<p>@<p>Next</main>", "<main><p>Open@<p>Next</main>")]
    [InlineData("<main><p>@<h2>Next</h2></main>", "<main>@<h2>Next</h2></main>")]
    [InlineData("<ul><li><p>@<li>Next</ul>", "<ul><li>@<li>Next</ul>")]
    [InlineData("<body><main><p>@</main></body>", "<body><main>@</main></body>")]
    [InlineData("<body><p>@\n</body></html>\n", "<body>@\n</body></html>\n")]
    [InlineData("<p>@\n", "@\n")]
    [InlineData("<p><recent-smokes limit=3 /></p>", "@")]
    [InlineData("<p><recent-smokes limit=3>\n<p>Soon.</p>\n</recent-smokes></p>", "@")]
    public async Task Build_ParagraphOfNothingButWidgets_IsTakenAway(string page, string built)
    {
        var fragment = await Site.FragmentAsync("recent-smokes", ("limit", "3"));
        Site.Page("index.html", Linked + page.Replace("@", Tag, StringComparison.Ordinal));
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldBeEmpty();
        Site.BuiltText("index.html").ShouldBe(Linked + built.Replace("@", fragment, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<p>Now: @</p>")]
    [InlineData("<p>@, as ever.</p>")]
    [InlineData("<p>@\nNow: @</p>", 2)]
    [InlineData("<p>@ x")]
    [InlineData("<p><em>@</em></p>")]
    [InlineData("<p>@<br>@</p>", 2)]
    [InlineData("<p>@<img src=a.png></p>")]
    [InlineData("<p>&nbsp;@</p>")]
    [InlineData("<p><!-- Now -->@</p>")]
    public async Task Build_ParagraphWithOtherContent_StaysWithAWarningForEachTag(string page, int tags = 1)
    {
        var fragment = await Site.FragmentAsync("recent-smokes", ("limit", "3"));
        Site.Page("index.html", Linked + page.Replace("@", Tag, StringComparison.Ordinal));
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(tags);
        run.Error.Split("warning: <recent-smokes> is in a <p> with other content").Length.ShouldBe(tags + 1);
        Site.BuiltText("index.html").ShouldBe(Linked + page.Replace("@", fragment, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Build_KeepParagraphs_LeavesThemAndSaysNothing()
    {
        var fragment = await Site.FragmentAsync("recent-smokes", ("limit", "3"));
        Site.Page("index.html", $"{Linked}<p>{Tag}</p><p id=x>{Tag}</p>");
        var run = await Site.BuildAsync("--keep-paragraphs");
        run.Error.ShouldBeEmpty();
        Site.BuiltText("index.html").ShouldBe($"{Linked}<p>{fragment}</p><p id=x>{fragment}</p>");
    }

    [Fact]
    public async Task Build_ParagraphWithAnId_StaysWithAWarning()
    {
        var fragment = await Site.FragmentAsync("recent-smokes", ("limit", "3"));
        Site.Page("index.html", $"{Linked}\n<p class=x ID=now>{Tag}</p>");
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldStartWith("site/index.html:2:19: warning: <recent-smokes> is in a <p> with an id, which stays");
        Site.BuiltText("index.html").ShouldBe($"{Linked}\n<p class=x ID=now>{fragment}</p>");
    }

    [Theory]
    [InlineData("<p>#Soon, in <b>July</b>.</recent-smokes></p>", "<p>Soon, in <b>July</b>.</p>")]
    [InlineData("<p id=now>\n#Soon.</recent-smokes>\n#Or later.</recent-smokes></p>", "<p id=now>\nSoon.\nOr later.</p>")]
    [InlineData("<p>#Soon.</recent-smokes>", "<p>Soon.")]
    [InlineData("<p>#<p>Soon.</p></recent-smokes></p>", "<p>Soon.</p>")]
    [InlineData("<p>#<ul><li>Soon.</ul></recent-smokes></p>", "<ul><li>Soon.</ul>")]
    [InlineData("<p class=x>#Soon.</recent-smokes>\n@</p>", "<p class=x>Soon.</p>\n@")]
    [InlineData("<p>@#Soon.</recent-smokes><p>Next", "@<p>Soon.</p><p>Next")]
    public async Task Build_ContentThatIsShown_StaysAParagraphIfItMayBeOne(string page, string built)
    {
        var fragment = await Site.FragmentAsync("recent-smokes", ("limit", "3"));
        Site.Page("index.html", Linked + page.Replace("#", Empty, StringComparison.Ordinal).Replace("@", Tag, StringComparison.Ordinal));
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldBeEmpty();
        Site.BuiltText("index.html").ShouldBe(Linked + built.Replace("@", fragment, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Build_TemplateOfText_StaysInItsParagraph()
    {
        Site.File("own/recent-smokes.liquid", "<b>Smoking now</b>");
        Site.Page("index.html", $"{Linked}<p>Open<p>{Tag}<p>Next");
        var run = await Site.BuildAsync("--templates", Site.PathOf("own"));
        run.Error.ShouldBeEmpty();
        Site.BuiltText("index.html").ShouldBe($"{Linked}<p>Open<p><b>Smoking now</b><p>Next");
    }
}
