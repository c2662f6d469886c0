using System.Text;

namespace SessionsWidgets.Cli.Tests.Build;

/// <summary>What a build says about mistakes in pages and settings.</summary>
public sealed class BuildMessagesTests : BuildTests
{
    [Theory]
    [InlineData("<div>\n <recent-smokes limit=0></recent-smokes>", "2:17: error: limit is '0'; it must be a whole number from 1 to 1000.")]
    [InlineData(
        "<div>\r\n<p>\u00e4\u00f6</p> <cigar-cards lmit=4></cigar-cards>",
        "2:24: error: <cigar-cards> has no attribute 'lmit'. Did you mean 'limit'?")]
    [InlineData("<div>\r\r<recent-smokes\n layout=tiles></recent-smokes>", "4:2: error: layout is 'tiles'; it must be")]
    [InlineData("<recent-smokes limit=1 LIMIT=2></recent-smokes>", "1:16: error: LIMIT is '2'; the tag has that attribute twice")]
    [InlineData("<session-widget name=nope></session-widget>", "1:17: error: name is 'nope'; there is no such widget.")]
    [InlineData("<session-widget></session-widget>", "1:1: error: name is missing; <session-widget> needs it")]
    [InlineData(
        "<session-card business=uptown></session-card>",
        "1:15: error: business is 'uptown'; there is no such business. Configured are: brand.")]
    [InlineData("<session-card lang=tlh></session-card>", "1:15: error: lang is 'tlh'; there are texts in:")]
    [InlineData(
        "<div>\n<recent-smokes>",
        "2:1: error: <recent-smokes> has no end tag: write <recent-smokes></recent-smokes>. Where '/>' was written, a minifier or "
        + "generator may have made an opening tag of it.")]
    [InlineData("<recent-smokes limit=1/>", "1:1: error: <recent-smokes> has no end tag: its '/' belongs to the value before it,")]
    [InlineData(
        "<recent-smokes class=a limit=1/><p>x</p>",
        "1:1: error: <recent-smokes> has no end tag: its '/' belongs to the value before it, which has no quotes: "
        + "put the value in quotes, and write </recent-smokes> behind the tag. A minifier may have removed the quotes.")]
    [InlineData("<cigar-cards all-url=/all/>", "1:1: error: <cigar-cards> has no end tag: its '/' belongs to the value before it,")]
    [InlineData(
        "<main><recent-smokes limit=1/></main>",
        "1:7: error: <recent-smokes> is not closed before </main> in line 1: its '/' belongs to the value before it,")]
    [InlineData("<div><recent-smokes></div></recent-smokes>", "1:6: error: <recent-smokes> is not closed before </div> in line 1:")]
    [InlineData(
        "<recent-smokes><div></recent-smokes>", "1:1: error: the content of <recent-smokes> is not balanced: <div> in it has no end tag.")]
    [InlineData(
        "<main><p><recent-smokes limit=2></p><p>Next.</p></main>",
        "1:10: error: <recent-smokes> is not closed before </p> in line 1: write <recent-smokes limit=2></recent-smokes>. Where '/>' was "
        + "written, a minifier or generator may have made an opening tag of it.")]
    [InlineData("<main><recent-smokes limit=2><p>Next</main>", "1:7: error: <recent-smokes> is not closed before </main> in line 1: write")]
    [InlineData("<recent-smokes><b><i></b></i></recent-smokes>", "1:1: error: <recent-smokes> is not closed before </b> in line 1:")]
    public async Task Build_ErrorInAPage_ReportsItsPlaceAndWritesTheOthers(string page, string message)
    {
        Site.Page("sub/index.html", page);
        Site.Page("other.html", "fine");
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain(Path.Combine("site", "sub", "index.html") + ":" + message);
        run.Output.ShouldStartWith("Built with errors: 2 pages");
        File.Exists(Site.PathOf("out/sub/index.html")).ShouldBeFalse();
        Site.BuiltText("other.html").ShouldBe("fine");
    }

    [Fact]
    public async Task Build_ErrorsInManyPages_AreAllReportedInOrder()
    {
        Site.Page("b.html", "<session-card x=1></session-card>\n<session-card limit=1></session-card>");
        Site.Page("a.html", "<cigar-cards limit=-1></cigar-cards>");
        var run = await Site.BuildAsync();
        run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l[..l.IndexOf(": error", StringComparison.Ordinal)])
            .ShouldBe([Path.Combine("site", "a.html:1:14"), Path.Combine("site", "b.html:1:15"), Path.Combine("site", "b.html:2:15")]);
    }

    [Theory]
    [InlineData("<p>Text <recent-smokes limit=1></recent-smokes></p>", "1:9: warning: <recent-smokes> is in a <p>")]
    [InlineData("<p>Open <div></div><p><b><recent-smokes limit=1 />", "1:26: warning: <recent-smokes> is in a <p>")]
    [InlineData("<head><title>x</title><recent-smokes limit=1 /></head>", "1:23: warning: <recent-smokes> is in <head>")]
    [InlineData("<table><tr><recent-smokes limit=1 /><td>", "1:12: warning: <recent-smokes> is in a table, but in no cell")]
    [InlineData("<p><button><recent-smokes limit=1 /></button>", "1:12: warning: <recent-smokes> is in a <button>,")]
    [InlineData("<h2 id=now>Now: <recent-smokes limit=1 /></h2>", "1:17: warning: <recent-smokes> is in a heading,")]
    [InlineData("<h3><recent-smokes limit=1></recent-smokes></h3>", "1:5: warning: <recent-smokes> is in a heading,")]
    [InlineData("<p>Now:\n<recent-smokes limit=1></recent-smokes>", "2:1: warning: <recent-smokes> is in a <p> with other content,")]
    [InlineData(
        "<a href=/x><b><cigar-cards limit=1 all-url=/all></cigar-cards></b></a>",
        "1:15: warning: <cigar-cards> is in a link (<a>) and has links of its own")]
    [InlineData("<table><tbody><recent-smokes limit=1 />", "1:15: warning: <recent-smokes> is in a table, but in no cell")]
    public async Task Build_WidgetWhereHtmlAllowsNone_Warns(string page, string message)
    {
        Site.Page("index.html", Linked + "\n" + page);
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(0);
        var line = message[0] - '0' + 1;
        run.Error.TrimEnd().ShouldNotContain("\n");
        run.Error.ShouldStartWith($"{Path.Combine("site", "index.html")}:{line}{message[1..]}");
    }

    [Theory]
    [InlineData("<p>One<div><recent-smokes limit=1 /></div>")]
    [InlineData("<p>One</p><table><tr><td><recent-smokes limit=1 /></table>")]
    [InlineData("<h2>Now</h3><recent-smokes limit=1 />")]
    [InlineData("<h2>Now<h3>Here</h3></h2><recent-smokes limit=1 />")]
    [InlineData("<a href=/x><recent-smokes limit=1 /></a>")]
    [InlineData("<a name=now><cigar-cards limit=1 all-url=/all></cigar-cards>")]
    [InlineData("<a href=/x>x</a><cigar-cards limit=1 all-url=/all></cigar-cards>")]
    [InlineData("<a href=/x>One</a> <a href=/y>Two <a href=/z>Three</a><div><recent-smokes limit=1 /></div>")]
    [InlineData("<head></head><ul><li><recent-smokes limit=1 /><li>")]
    public async Task Build_WidgetWhereHtmlAllowsIt_SaysNothing(string page)
    {
        Site.Page("index.html", Linked + page);
        (await Site.BuildAsync()).Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("index.html", "<link rel=stylesheet href=sessions-widgets.css>", true)]
    [InlineData("index.html", "<link href='./sessions-widgets.css?v=2' rel='preload stylesheet'>", true)]
    [InlineData("index.html", "<link rel=stylesheet href='https://example.com/x/sessions-widgets.css'>", true)]
    [InlineData("a/b/index.html", "<LINK REL=StyleSheet HREF='../../sessions-widgets.css'>", true)]
    [InlineData("a/index.html", "<base href='/'><link rel=stylesheet href='sessions-widgets.css'>", true)]
    [InlineData("a/index.html", "<link rel=stylesheet href='sessions-widgets.css'>", false)]
    [InlineData("index.html", "<link rel=icon href='sessions-widgets.css'>", false)]
    [InlineData("index.html", "<!-- <link rel=stylesheet href=sessions-widgets.css> -->", false)]
    public async Task Build_Stylesheet_IsMissedWhereItIsNotLinked(string name, string head, bool isLinked)
    {
        Site.Page(name, $"<head>{head}</head><body><recent-smokes limit=1 />");
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(0);
        if (isLinked) run.Error.ShouldBeEmpty();
        else run.Error.ShouldContain(
            $"add <link rel=\"stylesheet\" href=\"{(name.StartsWith('a') ? "../" : "")}sessions-widgets.css\"> to <head>. ({name})");
    }

    [Fact]
    public async Task Build_PageInUtf16_IsRefusedWithTheWayOut()
    {
        Site.File("site/index.html", "\uFEFF<p>x</p>", Encoding.Unicode);
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("index.html: error: the page is in UTF-16, which is not supported: save it as UTF-8.");
    }

    [Theory]
    [InlineData("{ nope", "sessions-widgets.json:1:3: it must be JSON: 'n' is an invalid start of a property name.")]
    [InlineData("{\n  \"\u00c4\": true,, }", "sessions-widgets.json:2:13: it must be JSON: ")]
    [InlineData("", "sessions-widgets.json:1:1: it must be JSON: ")]
    [InlineData("[]", "sessions-widgets.json: Top-level JSON element must be an object.")]
    [InlineData("""{ "A": 1, "a": 2 }""", "sessions-widgets.json: A duplicate key 'a' was found.")]
    [InlineData(
        """{ "ApiBaseUrl": "https://x.example" }""",
        "sessions-widgets.json: it has 'ApiBaseUrl' and no 'SessionsWidgets': put the settings into { \"SessionsWidgets\": { … } }.")]
    [InlineData("""{ "SessionsWidgets": "x" }""", "sessions-widgets.json: SessionsWidgets is 'x', and it must be an object of settings.")]
    [InlineData(
        """{ "SessionsWidgets": { "ApiBaseUrl": "https://x.example", "BusinessId": "a", "Cache": { "FreshFor": "soon" } } }""",
        "SessionsWidgets:Cache:FreshFor is 'soon'; it must be hours, minutes and seconds")]
    [InlineData(
        """{ "SessionsWidgets": { "ApiBaseUrl": "ftp://x" , "BusinessId": "a" } }""", "SessionsWidgets:ApiBaseUrl is 'ftp://x'", "https")]
    [InlineData("""{ "SessionsWidgets": { "BusinesId": "a" } }""", "BusinesId", "did you mean 'BusinessId'?")]
    [InlineData(
        """{ "SessionsWidgets": { "ApiBaseUrl": "https://x.example", "BusinessId": "a", "Templates": "nowhere" } }""",
        "Templates is",
        "there is no such folder")]
    public async Task Build_WrongConfiguration_IsWrongUsage(string json, params string[] messages)
    {
        Site.Page("sessions-widgets.json", json);
        Site.Page("index.html", "<recent-smokes limit=1 />");
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(2, run.Error);
        foreach (var message in messages) run.Error.ShouldContain(message);
        Directory.Exists(Site.PathOf("out")).ShouldBeFalse();
    }

    [Fact]
    public async Task Build_OutputThatCannotBeWritten_NamesTheOption()
    {
        Site.File("file", "");
        var run = await CliRun.Of(["build", "site", "--output", "file/out"], Site.Folder);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldStartWith("sessions-widgets: --output is '");
        run.Error.ShouldContain("it cannot be written to (");
    }

    [Fact]
    public async Task Build_NoOutput_NamesTheOption()
    {
        var run = await CliRun.Of(["build", "site"], Site.Folder);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("--output");
    }

    [Fact]
    public async Task Build_NoSite_IsWrongUsage()
    {
        var run = await CliRun.Of(["build", "nowhere", "--output", "out"], Site.Folder);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("there is no such folder");
    }

    [Fact]
    public async Task Build_BrokenTemplate_IsAnErrorWithItsLine()
    {
        Site.File("own/recent-smokes.liquid", "<p>\n{{ heading | nope }}");
        Site.Page("index.html", "<recent-smokes limit=1><p>Soon.</p></recent-smokes>");
        var run = await Site.BuildAsync("--templates", Site.PathOf("own"));
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("index.html:1:1: error: ");
        run.Error.ShouldContain("recent-smokes:2:");
    }
}
