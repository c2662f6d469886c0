using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Cli.Tests.Preview;

/// <summary><c>sessions-widgets preview --output</c>: which pages, which states, and what is left alone.</summary>
public sealed class PreviewOutputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Preview_Output_HasEachWidgetInEachStateAndLanguageWithLinksThatLeadSomewhere()
    {
        (await RunAsync("preview", "--output", "out")).ShouldSatisfyAllConditions(
            run => run.ExitCode.ShouldBe(0, run.Error), run => run.Output.ShouldStartWith("Wrote the gallery to "));
        var files = Directory.EnumerateFiles(_folder.PathOf("out"), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(_folder.PathOf("out"), path)).ToHashSet();
        foreach (var language in "ar de en es fr it ja nl pl pt ru tr".Split(' '))
            foreach (var widget in WidgetCatalog.BuiltIn.Definitions)
                files.ShouldContain($"{language}/{widget.Name}.html");
        foreach (var file in files.Where(file => file.EndsWith(".html", StringComparison.Ordinal))) CheckPage(file);

        // The states that each widget has: what changes nothing is none.
        (string Widget, string States)[] states =
        [
            ("recent-smokes", "full layout-grid dates-absolute page-url sparse empty in-progress long right-to-left hostile fallback"),
            ("session-card", "full dates-absolute sparse empty in-progress long right-to-left hostile fallback"),
            ("cigar-cards", "full dates-absolute page-url sparse empty in-progress long right-to-left hostile fallback"),
            ("guests-online", "full dates-absolute sparse empty right-to-left fallback"),
            ("guest-visits", "full dates-absolute sparse empty right-to-left fallback"),
            ("lounge-activity", "full dates-absolute sparse empty in-progress long right-to-left hostile fallback"),
            ("wifi-time", "full sparse empty right-to-left fallback"),
            ("guest-sessions", "full page-url sparse empty long right-to-left fallback"),
            (
                "upcoming-events",
                "full status-past status-all layout-cards dates-absolute sparse empty in-progress long right-to-left hostile fallback"),
            ("recent-check-ins", "full layout-faces dates-absolute sparse empty long right-to-left hostile fallback"),
        ];
        foreach (var (widget, expected) in states)
            Page($"en/{widget}.html").QuerySelectorAll(".gl-state").Select(s => s.Id).ShouldBe(expected.Split(' '), widget);

        var smokes = Page("de/recent-smokes.html");
        smokes.QuerySelectorAll("#in-progress .sw-live").Length.ShouldBe(6);
        smokes.QuerySelector("#full .sw")!.GetAttribute("lang").ShouldBe("de");
        smokes.QuerySelector("#right-to-left .sw")!.GetAttribute("dir").ShouldBe("rtl");
        smokes.QuerySelector("#fallback .sw-fallback").ShouldNotBeNull();
        smokes.QuerySelector("#hostile")!.TextContent.ShouldContain("<script>document.title");
        smokes.QuerySelector("#empty .sw-session").ShouldBeNull();

        void CheckPage(string file)
        {
            var page = Page(file);
            page.QuerySelectorAll(".sw-error, main script, main [style]").ShouldBeEmpty(file);
            foreach (var address in page.QuerySelectorAll("[href], [src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!))
            {
                if (address is "data:," || address.StartsWith("https://", StringComparison.Ordinal) || address[0] is '#' or '/') continue;
                var target = new Uri(new Uri($"file:///{file}"), address).AbsolutePath[1..];
                files.ShouldContain(target, $"{file}: {address}");
            }
        }
    }

    [Fact]
    public async Task Preview_OwnTemplates_ReplaceBuiltInOnesAndAreShownWithTheDataThatTheyRead()
    {
        _folder.Write("own/recent-smokes.liquid", "<p class=\"mine\">{{ sessions.size }}</p>");
        _folder.Write(
            "own/house-list.liquid", "<ul class=\"house\">{% for e in events %}<li>{{ e.title }}</li>{% endfor %}{{ nonsense }}</ul>");
        _folder.Write("own/cards.liquid", "");
        _folder.Write("own/locales/xx.json", """{ "language": "xx" }""");
        _folder.Write("site.css", ":root { --sw-accent: #123456 }");
        var run = await RunAsync("preview", "own", "--css", "site.css", "--output", "out");
        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldContain("cards.liquid is not shown");
        Page("en/recent-smokes.html").QuerySelector("#full .mine")!.TextContent.ShouldBe("10");
        var own = Page("en/house-list.html");
        own.QuerySelector(".gl-lead")!.TextContent.ShouldContain("shown with the data of upcoming-events");
        own.QuerySelector(".gl-note")!.TextContent.ShouldContain("nonsense");
        own.QuerySelectorAll("#full .house li").Length.ShouldBeGreaterThan(2);
        own.QuerySelectorAll("#empty .house li").ShouldBeEmpty();
        own.QuerySelectorAll("link[rel=stylesheet]").Select(l => l.GetAttribute("href"))
            .ShouldBe(["../sessions-widgets.css", "../own.css", "../gallery.css"]);
        Text("own.css").ShouldContain("#123456");
        Page("xx/cigar-cards.html").QuerySelector("#full .sw")!.GetAttribute("lang").ShouldBe("xx");
    }

    [Fact]
    public async Task Preview_BrokenTemplate_StandsInItsPlaceAndTheOthersGoOn()
    {
        _folder.Write("own/session-card.liquid", "<p>\n{{ heading | upcse }}</p>");
        _folder.Write("own/fallback.liquid", "{% if %}");
        var run = await RunAsync("preview", "own", "--output", "out");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("show errors");
        var error = Page("en/session-card.html").QuerySelector("#full .sw-error")!.TextContent;
        error.ShouldContain("session-card:2:14");
        error.ShouldContain("{{ heading | upcse }}</p>");
        var smokes = Page("en/recent-smokes.html");
        smokes.QuerySelector("#full .sw-error").ShouldBeNull();
        smokes.QuerySelector("#fallback .sw-error")!.TextContent.ShouldContain("fallback:1:");
    }

    [Fact]
    public async Task Preview_OutputOfOthers_IsLeftAlone()
    {
        _folder.Write("mine/notes.txt", "mine");
        var run = await RunAsync("preview", "--output", "mine");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("it holds files that no preview wrote");
        (await RunAsync("preview", "--output", "mine", "--force")).ExitCode.ShouldBe(0);
        File.ReadAllText(_folder.PathOf("mine/notes.txt")).ShouldBe("mine");

        // What a build wrote is not a gallery's to write over, nor the other way round.
        _folder.Write("site/index.html", "<p>site");
        (await RunAsync("build", "site", "--output", "dist", "--sandbox")).ExitCode.ShouldBe(0);
        (await RunAsync("preview", "--output", "dist")).Error.ShouldContain("it holds files that no preview wrote");
        (await RunAsync("build", "site", "--output", "mine", "--sandbox")).Error.ShouldContain("it holds files that no build wrote");
        File.ReadAllText(_folder.PathOf("dist/index.html")).ShouldBe("<p>site");

        // Again: nothing has changed.
        (await RunAsync("preview", "--output", "mine")).Output.ShouldContain("0 files changed");
    }

    [Theory]
    [InlineData(new[] { "nowhere" }, "TEMPLATES is '", "there is no such folder.")]
    [InlineData(new[] { "--css", "nowhere.css" }, "--css is '", "there is no such file.")]
    [InlineData(new[] { "--port", "0" }, "--port is '0'; it must be a whole number from 1 to 65535")]
    [InlineData(new[] { "--output", "out", "--port", "5090" }, "--port is '5090'; --output writes files")]
    [InlineData(new[] { "--output", "out", "--open" }, "--open", "--output writes files, and serves nothing: leave it out.")]
    [InlineData(new[] { "--force" }, "--force", "it is for --output FOLDER: leave it out.")]
    [InlineData(new[] { "own", "--output", "own/out" }, "it is inside the folder of templates")]
    [InlineData(new[] { "own", "--output", "." }, "the folder of templates is inside it")]
    [InlineData(new[] { "own", "more" }, "'more' is one argument too many.")]
    [InlineData(new[] { "--widht", "3" }, "There is no option '--widht'.")]
    [InlineData(new[] { "--config", "nowhere.json" }, "--config is 'nowhere.json'")]
    public async Task Preview_WrongArguments_AreRefused(string[] arguments, params string[] messages)
    {
        _folder.Write("own/recent-smokes.liquid", "");
        var run = await RunAsync(["preview", .. arguments]);
        run.ExitCode.ShouldBe(2, run.Error);
        foreach (var message in messages) run.Error.ShouldContain(message);
        Directory.Exists(_folder.PathOf("out")).ShouldBeFalse();
    }

    private Task<CliRun> RunAsync(params string[] arguments) => CliRun.Of(arguments, _folder.Path);

    private string Text(string file) => File.ReadAllText(_folder.PathOf($"out/{file}"));

    private IDocument Page(string file) => new HtmlParser().ParseDocument(Text(file));
}
