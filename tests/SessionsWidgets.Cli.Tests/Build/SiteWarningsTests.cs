namespace SessionsWidgets.Cli.Tests.Build;

/// <summary>Warnings that concern several pages, or the site as a whole, and the order of all.</summary>
public sealed class SiteWarningsTests : BuildTests
{
    private const string Tag = "<div><recent-smokes limit=1></recent-smokes></div>";

    [Theory]
    [InlineData("<script>window.__VP_HASH_MAP__=JSON.parse(\"{}\");window.__VP_SITE_DATA__={}</script>", "VitePress")]
    [InlineData("<div id=\"__docusaurus\"></div>", "Docusaurus")]
    [InlineData("<div id=__docusaurus></div>", "Docusaurus")]
    [InlineData("<script id=\"__NEXT_DATA__\" type=\"application/json\">{\"props\":{}}</script>", "Next.js")]
    [InlineData("<script>self.__next_f=self.__next_f||[]</script>", "Next.js")]
    [InlineData("<script>window.__NUXT__={};window.__NUXT__.config={}</script>", "Nuxt")]
    [InlineData("<script type=\"application/json\" data-nuxt-data=\"nuxt-app\" id=\"__NUXT_DATA__\">[]</script>", "Nuxt")]
    [InlineData("<div id=\"___gatsby\"><div style=\"outline:none\"></div></div>", "Gatsby")]
    [InlineData("<script>\n{\n__sveltekit_1a2b3c = { base: new URL('.', location).pathname };\n}</script>", "SvelteKit")]
    public async Task Build_PagesOfAFramework_AreWarnedOfOnce(string mark, string framework)
    {
        Site.Page("index.html", $"<!doctype html>{Linked}{Tag}{mark}");
        Site.Page("about.html", $"<!doctype html>{Linked}{mark}{Tag}");
        Site.Page("contact.html", $"<!doctype html>{mark}");
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.TrimEnd().ShouldBe(
            $"warning: pages have widgets and are taken over by {framework} in the browser, which puts the empty tag back: the visitor "
            + "sees no widget. Load the widget by its address from there (docs/fragments.md). (about.html, index.html)");
    }

    [Theory]
    [InlineData("<p>Pages of Next have <code>__NEXT_DATA__</code>, of Nuxt <code>window.__NUXT__</code>.</p>")]
    [InlineData("<script>/* unlike __NEXT_DATA__, our __NUXT__ is none */ console.log(1)</script>")]
    [InlineData("<a href=\"#__next_data__\" title=\"__docusaurus\">x</a><meta name=d content=\"__sveltekit\">")]
    [InlineData("<h2 id=\"about-__docusaurus\">x</h2><!-- <div id=\"___gatsby\"> __sveltekit -->")]
    [InlineData("<div class=\"card__title card__next\">____________</div><style>.__docusaurus { }</style>")]
    [InlineData("<script type=\"application/ld+json\">{\"about\":\"__VP_HASH_MAP__ and __NUXT__\"}</script>")]
    public async Task Build_PageThatWritesAboutAFramework_IsNotWarnedOf(string text)
    {
        Site.Page("index.html", $"<!doctype html>{Linked}{Tag}{text}");
        (await Site.BuildAsync()).Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Build_NoTagAndHugoLeftHtmlOut_NamesTheSetting()
    {
        Site.Page("b.html", "<p><!-- raw HTML omitted --><!-- raw HTML omitted --></p>");
        Site.Page("a.html", "<p><code>&lt;recent-smokes></code></p>");
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(0);
        run.Error.TrimEnd().ShouldBe(
            "warning: no page has the tag of a widget: Hugo leaves out HTML in Markdown, unless hugo.toml sets "
            + "markup.goldmark.renderer.unsafe = true. (b.html)");
    }

    [Fact]
    public async Task Build_NoTagButEscapedOnes_SaysSo()
    {
        Site.Page("a.html", "<p>&lt;recent-smokes limit=&quot;3&quot;&gt;&lt;/recent-smokes&gt;</p>");
        Site.Page("b.html", "<p>a &lt; b</p>");
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(0);
        run.Error.ShouldStartWith("warning: no page has the tag of a widget, but pages show one as text (&lt;): the generator escaped it.");
        run.Error.TrimEnd().ShouldEndWith("(a.html)");
    }

    [Fact]
    public async Task Build_NoTagAtAll_ShowsOne()
    {
        Site.Page("a.html", "<p>a &lt; b &lt;div></p>");
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(0);
        run.Error.TrimEnd().ShouldBe(
            "warning: no page has the tag of a widget. Write one where a widget is to be: <recent-smokes limit=\"6\"></recent-smokes>.");
    }

    [Theory]
    [InlineData("<recent-smokes limit=1></recent-smokes>")]
    [InlineData("<recent-smoke></recent-smoke>")]
    [InlineData("<recent-smokes limit=0></recent-smokes>")]
    public async Task Build_TagInAnyState_IsATag(string tag)
    {
        Site.Page("a.html", "<p>&lt;recent-smokes> <!-- raw HTML omitted --></p>");
        Site.Page("b.html", Linked + tag);
        var run = await Site.BuildAsync();
        run.Error.ShouldNotContain("no page has");
        run.Error.ShouldContain(
            "warning: Hugo left HTML out of these pages, perhaps the tags of widgets, as it does in Markdown, unless hugo.toml sets "
            + "markup.goldmark.renderer.unsafe = true. (a.html)");
    }

    [Fact]
    public async Task Build_AllMessages_AreInTheOrderOfPagesAndLines()
    {
        Site.Page("c.html", $"{Linked}\n<recent-smoke></recent-smoke>\n<h2><recent-smokes limit=1></recent-smokes></h2>");
        Site.Page("b.html", Tag);
        Site.Page("a/z.html", $"{Linked}\n\n<recent-smokes limit=0></recent-smokes>\n<p>x <recent-smokes limit=1></recent-smokes>");
        Site.Page("d.html", $"{Tag}<div id=___gatsby></div>");
        Site.Page("a.html", $"{Linked}\n<recent-smokes limit=1><h2>x</h2></recent-smokes>");
        var run = await Site.BuildAsync();
        run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(PlaceOf).ShouldBe(
        [
            "site/a.html:2:1", "site/a/z.html:3:16", "site/a/z.html:4:6", "(b.html, d.html)", "site/c.html:2:1", "site/c.html:3:5",
            "(d.html)",
        ]);
    }

    private static string PlaceOf(string line) =>
        line.StartsWith("warning: ", StringComparison.Ordinal) ? line[line.LastIndexOf('(')..] : line.Split(": ")[0];
}
