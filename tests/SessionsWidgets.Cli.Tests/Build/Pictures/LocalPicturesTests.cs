using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using SessionsWidgets.TestSupport.Pictures;

namespace SessionsWidgets.Cli.Tests.Build.Pictures;

/// <summary><c>--pictures local</c>: pictures are files of the site.</summary>
public sealed class LocalPicturesTests : BuildTests, IAsyncLifetime
{
    private const string Page = Linked + "<recent-smokes layout=grid></recent-smokes>";

    private PictureHost _host = null!;

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        _host = await PictureHost.StartAsync();
        Site.File(
            "site/sessions-widgets.json",
            $$"""{"SessionsWidgets":{ "ApiBaseUrl":"{{_host.Url}}","BusinessId":"lounge" } }""");
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await _host.DisposeAsync();
        await DisposeAsync();
    }

    [Fact]
    public async Task Build_Pictures_LieBesideThePagesUnderTheHashesOfTheirContent()
    {
        Site.Page("index.html", Page);
        Site.Page("a/b/deep.html", Page);
        Site.Page("other.html", Linked + "<recent-smokes layout=grid limit=2 id=again></recent-smokes>");

        var run = await BuildAsync();

        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldBeEmpty();
        run.Output.ShouldContain("3 pages, 3 with widgets; 3 widgets, 3 different; 2 pictures; 0 other files; 4 requests;");
        _host.Requests.Order().ShouldBe(["/p/one 200", "/p/two 200"]);
        var files = Files();
        files.Length.ShouldBe(2);
        foreach (var (page, up) in ((string, string)[])[("index.html", ""), ("a/b/deep.html", "../../"), ("other.html", "")])
        {
            Site.BuiltText(page).ShouldNotContain(_host.Url.Authority);
            PicturesOf(page).Distinct().Order().ShouldBe(files.Select(file => $"{up}widget-pictures/{file}"));
        }

        files.Select(file => File.ReadAllBytes(Site.PathOf($"out/widget-pictures/{file}")))
            .ShouldBe(_host.Pictures.Values.Select(p => p.Bytes).OrderBy(b => files.ToList().IndexOf(NameOf(b))));
    }

    [Fact]
    public async Task Build_AgainWithACache_AsksOnlyWhetherPicturesHaveChanged()
    {
        Site.Page("index.html", Page);
        await BuildAsync("--cache", "kept");
        _host.Forget();

        Site.Clock.Advance(TimeSpan.FromHours(2));
        (await BuildAsync("--cache", "kept")).Output.ShouldContain("(nothing has changed; 1 not built again)");
        _host.Requests.Order().ShouldBe(["/p/one 304", "/p/two 304"]);

        // One changes under its address: the page has the new one, and the old one is gone.
        var before = Files();
        _host.Pictures["one"] = (StatusCodes.Status200OK, "text/plain", PictureHost.Png(7));
        Site.Clock.Advance(TimeSpan.FromHours(2));
        (await BuildAsync("--cache", "kept")).Error.ShouldBeEmpty();
        var after = Files();
        after.Except(before).ShouldBe([NameOf(PictureHost.Png(7))]);
        before.Except(after).ShouldBe([NameOf(PictureHost.Png(0))]);
        PicturesOf("index.html").ShouldContain($"widget-pictures/{NameOf(PictureHost.Png(7))}");
    }

    [Fact]
    public async Task Build_WithoutPicturesOrTheOption_LeavesNothingThatIsNotUsedAndNothingOfOthers()
    {
        Site.Page("index.html", Page);
        Site.Page("widget-pictures/0123456789abcdef0123456789abcdef.png", "of the site");
        await BuildAsync();
        Files().Length.ShouldBe(3);
        Site.File("out/widget-pictures/0123456789abcdef0123456789abcde.png", "of somebody else");

        _host.Names.Remove("one");
        await BuildAsync();
        Files().Length.ShouldBe(3);
        // A page with an error stays as it was, with its pictures.
        Site.Page("index.html", Linked + "<recent-smokes limit=none></recent-smokes>");
        (await BuildAsync()).ExitCode.ShouldBe(1);
        Files().Length.ShouldBe(3);
        Site.Page("index.html", Page);
        await Site.BuildAsync();
        Files().ShouldBe(["0123456789abcdef0123456789abcde.png", "0123456789abcdef0123456789abcdef.png"]);
        Site.BuiltText("index.html").ShouldContain($"src=\"{_host.Url}p/two\"");

        // Not through a link: what it leads to is somebody else's.
        await BuildAsync();
        Directory.Move(Site.PathOf("out/widget-pictures"), Site.PathOf("elsewhere"));
        Directory.CreateSymbolicLink(Site.PathOf("out/widget-pictures"), Site.PathOf("elsewhere"));
        File.Delete(Site.PathOf("site/widget-pictures/0123456789abcdef0123456789abcdef.png"));
        await Site.BuildAsync();
        Directory.GetFiles(Site.PathOf("elsewhere")).Length.ShouldBe(3);
    }

    [Theory]
    [InlineData(404, "text/plain", "gone", "(404)")]
    [InlineData(200, "image/png", "<!doctype html><script>alert(1)</script>", "is not a picture")]
    [InlineData(200, "image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "the picture is SVG")]
    [InlineData(500, "text/plain", "no", "500")]
    [InlineData(429, "text/plain", "no", "429")]
    public async Task Build_PictureFails_TellsItAndShowsTheDrawingUntilItComes(int status, string type, string content, string reason)
    {
        Site.Page("index.html", Page);
        _host.Pictures["two"] = (status, type, System.Text.Encoding.UTF8.GetBytes(content));

        var run = await BuildAsync("--cache", "kept", "--strict");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldStartWith($"warning: a picture is missing, and its drawing stands there. GET {_host.Url}p/two: ");
        run.Error.ShouldContain(reason);
        run.Error.Split(Environment.NewLine)[0].ShouldEndWith("(index.html)");
        PicturesOf("index.html").Distinct().ShouldBe([$"widget-pictures/{Files().ShouldHaveSingleItem()}"]);
        Site.BuiltText("index.html").ShouldNotContain(_host.Url.Authority);

        _host.Pictures["two"] = (StatusCodes.Status200OK, "image/png", PictureHost.Png(2));
        Site.Clock.Advance(TimeSpan.FromMinutes(2));
        (await BuildAsync("--cache", "kept")).Error.ShouldBeEmpty();
        PicturesOf("index.html").Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Build_AllFaultsOfAHost_AreToldEachAndHarmNoOtherPicture()
    {
        Site.Page("index.html", Linked + "<recent-smokes limit=50></recent-smokes>");
        foreach (var (fault, i) in PictureFaults.All.Select((fault, i) => (fault.Name, i)))
        {
            _host.Names.Insert(0, $"f{i}");
            _host.Faults[$"f{i}"] = fault;
        }

        var run = await BuildAsync();

        run.ExitCode.ShouldBe(0, run.Error);
        var told = run.Error.Split(Environment.NewLine);
        foreach (var ((name, message), i) in PictureFaults.All.Select((fault, i) => (fault, i)))
        {
            told.Where(line => line.Contains($"/p/f{i}: ", StringComparison.Ordinal)).ShouldHaveSingleItem(name)
                .ShouldContain(message, customMessage: name);
        }

        PicturesOf("index.html").Distinct().Order().ShouldBe(Files().Select(file => $"widget-pictures/{file}"));
        Files().Length.ShouldBe(2);
    }

    [Fact]
    public async Task Build_HostIsDown_ShowsTheLastGoodPicturesAndWarns()
    {
        Site.Page("index.html", Page);
        await BuildAsync("--cache", "kept");
        var files = Files();
        foreach (var name in _host.Names) _host.Pictures[name] = (StatusCodes.Status503ServiceUnavailable, "text/plain", []);
        Site.Clock.Advance(TimeSpan.FromDays(20));
        Directory.Delete(Site.PathOf("out"), recursive: true);

        var run = await BuildAsync("--cache", "kept");

        run.Error.ShouldContain($"warning: a picture is the last good one. GET {_host.Url}p/one: ");
        Files().ShouldBe(files);
    }

    [Fact]
    public async Task Build_WrongOptionOrPlace_SaysSo()
    {
        Site.Page("index.html", Page);
        var wrong = await Site.BuildAsync("--pictures", "remote");
        (wrong.ExitCode, wrong.Error).ShouldBe((
            2,
            "sessions-widgets: --pictures is 'remote'; it must be 'local'; without the option, pictures stay where the API says."
            + Environment.NewLine));
        (await BuildAsync("--dry-run")).Output.ShouldContain("2 pictures; ");
        Directory.Exists(Site.PathOf("out")).ShouldBeFalse();
        Site.Page("Widget-Pictures", "a file");
        (await BuildAsync()).Error.ShouldStartWith(
            "sessions-widgets: --pictures is 'local'; the site has a file 'Widget-Pictures', in place of the folder of pictures");
    }

    [Fact]
    public async Task Serve_Pictures_ComeFromTheServer()
    {
        Site.Page("index.html", Page);
        await using var server = RunningCli.Start(
            Site.Folder, ["serve", "site", "--pictures", "local"], variables: ("SessionsWidgets__ApiKey", "key"));
        var url = await server.ServesAsync();
        using var http = new HttpClient();
        var page = await http.GetStringAsync(url);
        page.ShouldNotContain(_host.Url.Authority);
        foreach (var picture in PicturesIn(page).Distinct())
        {
            using var answer = await http.GetAsync(new Uri(url, picture));
            answer.Content.Headers.ContentType!.ToString().ShouldBe("image/png");
            (await answer.Content.ReadAsByteArrayAsync()).Length.ShouldBe(PictureHost.Png(0).Length);
        }

        using var none = await http.GetAsync(new Uri(url, "widget-pictures/0123456789abcdef0123456789abcdef.png"));
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string NameOf(byte[] bytes) =>
        $"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))[..32]}.png";

    private static IEnumerable<string> PicturesIn(string html) =>
        new HtmlParser().ParseDocument(html).QuerySelectorAll(".sw img").Select(i => i.GetAttribute("src")!);

    private Task<CliRun> BuildAsync(params string[] options) => Site.BuildAsync(["--pictures", "local", .. options]);

    private IEnumerable<string> PicturesOf(string page) => PicturesIn(Site.BuiltText(page));

    private string[] Files() =>
        [.. Directory.GetFiles(Site.PathOf("out/widget-pictures")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
}
