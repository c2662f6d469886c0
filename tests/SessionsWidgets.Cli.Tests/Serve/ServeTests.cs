using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using SessionsWidgets.Cli.Tests.Build;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Cli.Tests.Serve;

/// <summary><c>sessions-widgets serve</c> over HTTP, with files that really change.</summary>
public sealed partial class ServeTests : BuildTests, IAsyncLifetime
{
    private const string Head = "<!doctype html><html><head><meta charset=utf-8>" + Linked + "</head>";
    private const string Widget = Head + "<body><div><recent-smokes limit=1></recent-smokes></div></body></html>";

    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false });
    private RunningCli? _server;
    private Uri? _url;

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        _http.Dispose();
        await DisposeAsync();
    }

    [Fact]
    public async Task Serve_FilesOfASite_AnswersAsHostsDo()
    {
        Site.Page("index.html", Widget);
        Site.Page("about.html", "<title>About</title>");
        Site.Page("news/index.html", "<title>News</title>");
        Site.File("site/old.html", "<meta charset=windows-1252><p>Café <recent-smokes limit=1></recent-smokes></p>", Encoding.Latin1);
        Site.Page("shop.php", "<recent-smokes limit=1></recent-smokes>");
        Site.Page("style.css", "body { }");
        Site.File("site/latin.txt", "Café", Encoding.Latin1);
        Site.Page("picture.png", "\0");
        Site.Page("data.json", "{}");
        Site.Page("what.ever", "x");
        Site.Page("a b/ü.html", "<title>Ü</title>");
        Site.Page(".well-known/security.txt", "Contact: mailto:jo@example.com");
        var url = await StartAsync("--include", "*.php", "--calendar");

        (string Path, int Status, string? Type, string Content)[] answers =
        [
            ("", 200, "text/html; charset=utf-8", "<article"),
            ("index.html", 200, "text/html; charset=utf-8", "<article"),
            ("about", 200, "text/html; charset=utf-8", "<title>About</title>"),
            ("about.html", 200, "text/html; charset=utf-8", "<title>About</title>"),
            ("news/", 200, "text/html; charset=utf-8", "<title>News</title>"),
            ("shop.php", 200, "text/html; charset=utf-8", "<article"),
            ("a%20b/%C3%BC", 200, "text/html; charset=utf-8", "<title>Ü</title>"),
            ("style.css", 200, "text/css; charset=utf-8", "body { }"),
            ("sessions-widgets.css", 200, "text/css; charset=utf-8", "--sw-"),
            ("events.ics", 200, "text/calendar; charset=utf-8", "BEGIN:VCALENDAR"),
            ("latin.txt", 200, "text/plain", ""),
            ("picture.png", 200, "image/png", "\0"),
            ("data.json", 200, "application/json", "{}"),
            ("what.ever", 200, "application/octet-stream", "x"),
            (".well-known/security.txt", 200, "text/plain; charset=utf-8", "Contact"),
            ("nothing", 404, "text/html; charset=utf-8", "There is no such page"),
        ];
        foreach (var (path, status, type, content) in answers)
        {
            using var answer = await _http.GetAsync(new Uri(url, path));
            ((int)answer.StatusCode).ShouldBe(status, path);
            answer.Content.Headers.ContentType?.ToString().ShouldBe(type, path);
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
            (await answer.Content.ReadAsStringAsync()).ShouldContain(content, customMessage: path);
            using var head = await _http.SendAsync(new HttpRequestMessage(HttpMethod.Head, new Uri(url, path)));
            (head.StatusCode, head.Content.Headers.ContentLength).ShouldBe((answer.StatusCode, answer.Content.Headers.ContentLength));
        }

        using var latin = await _http.GetAsync(new Uri(url, "old"));
        latin.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=windows-1252");
        Encoding.Latin1.GetString(await latin.Content.ReadAsByteArrayAsync()).ShouldContain("<p>Café ");
        using var redirect = await _http.GetAsync(new Uri(url, "news?a=b"));
        redirect.StatusCode.ShouldBe(HttpStatusCode.Found);
        redirect.Headers.Location!.OriginalString.ShouldBe("/news/?a=b");

        Site.Page("404.html", "<title>Lost</title>");
        await _server!.SaysAsync("404.html");
        using var lost = await _http.GetAsync(new Uri(url, "nothing"));
        (lost.StatusCode, await lost.Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(
            a => a.StatusCode.ShouldBe(HttpStatusCode.NotFound), a => a.Item2.ShouldContain("<title>Lost</title>"));

        // The page but for the script is what 'build' makes.
        (await Site.BuildAsync()).ExitCode.ShouldBe(0);
        var page = await GetAsync("");
        Script().Replace(page, "").ShouldBe(Site.BuiltText("index.html"));
        Site.BuiltText("index.html").ShouldNotContain("<script");
        Directory.GetFiles(Site.PathOf("out"), "*", SearchOption.AllDirectories)
            .ShouldAllBe(file => !File.ReadAllText(file).Contains("EventSource", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Serve_ThingsChange_TellsTheOpenPagesThatLookDifferent()
    {
        Site.Page("index.html", Widget);
        Site.Page("about.html", Head + "<p>one");
        Site.Page("style.css", "body { }");
        Site.File("own/recent-smokes.liquid", "<b>one</b>");
        await StartAsync("--templates", Site.PathOf("own"));
        await using var index = await EventsAsync("");
        await using var about = await EventsAsync("about");

        Site.Page("about.html", Head + "<p>two");
        await about.NextAsync();
        (await GetAsync("about")).ShouldContain("<p>two");
        Site.File("own/recent-smokes.liquid", "<b>two</b>");
        await index.NextAsync();
        (await GetAsync("")).ShouldContain("<b>two</b>");
        Site.Page("style.css", "body { color: red }");
        await index.NextAsync();
        await about.NextAsync();
        // Nothing else was told.
        (index.Count, about.Count).ShouldBe((2, 2));

        // Who comes with a page of before is told at once.
        await using var late = await EventsAsync("", "old");
        await late.NextAsync();
    }

    [Fact]
    public async Task Serve_ThingsBreakAndAreMended_ShowsWhatIsWrongAndThenThePage()
    {
        Site.Page("index.html", Widget);
        Site.Page("about.html", Head + "<p>one");
        Site.File("own/recent-smokes.liquid", "<b>one</b>");
        Site.File("own/locales/en.json", "{ \"language\": \"en\" }");
        var settings = await File.ReadAllTextAsync(Site.PathOf("site/sessions-widgets.json"));
        await StartAsync("--templates", Site.PathOf("own"));

        await BreakAsync(
            "site/index.html",
            Widget.Replace("limit=1", "limit='<b>0'"),
            Widget,
            "index.html:1:",
            "limit is &#39;&lt;b&gt;0&#39;; it must be");
        await BreakAsync("own/recent-smokes.liquid", "{% if %}", "<b>two</b>", "recent-smokes");
        await BreakAsync("own/locales/en.json", "{", "{ \"language\": \"en\" }", "locales/en.json");
        await BreakAsync("site/sessions-widgets.json", "{", settings, "sessions-widgets.json:1:2: it must be JSON");
        await BreakAsync(
            "site/sessions-widgets.json", settings.Replace("BusinessId", "BusinesId"), settings, "did you mean &#39;BusinessId&#39;?");
        (await GetAsync("")).ShouldContain("<b>two</b>");

        // The folder of templates: gone, there again with nothing in it, which is no error, and gone again.
        Directory.Delete(Site.PathOf("own"), recursive: true);
        await AnswersAsync(HttpStatusCode.InternalServerError);
        Directory.CreateDirectory(Site.PathOf("own"));
        await AnswersAsync(HttpStatusCode.OK);
        Directory.Delete(Site.PathOf("own"));
        await AnswersAsync(HttpStatusCode.InternalServerError);
        Site.File("own/recent-smokes.liquid", "<b>three</b>");
        await AnswersAsync(HttpStatusCode.OK);
        (await GetAsync("")).ShouldContain("<b>three</b>");
    }

    /// <summary>As generators do that empty the folder of all that they write.</summary>
    [Fact]
    public async Task Serve_FolderAboveTheSiteIsReplaced_FollowsTheSiteThere()
    {
        Site.Page("index.html", "one");
        Directory.CreateDirectory(Site.PathOf("all/made"));
        Directory.Move(Site.PathOf("site"), Site.PathOf("all/made/site"));
        var settings = await File.ReadAllTextAsync(Site.PathOf("all/made/site/sessions-widgets.json"));
        await StartAsync("all/made/site", []);

        Directory.Delete(Site.PathOf("all"), recursive: true);
        await AnswersAsync(HttpStatusCode.InternalServerError);
        Site.File("all/made/site/sessions-widgets.json", settings);
        Site.File("all/made/site/index.html", "two");
        await AnswersAsync(HttpStatusCode.OK);
        Site.File("all/made/site/index.html", "three");
        await Eventually.BeTrueAsync(
            async () => (await GetAsync("")).StartsWith("three", StringComparison.Ordinal),
            () => $"the change is shown, but: {_server!.Error}");
    }

    [Fact]
    public async Task Serve_PortOfAnotherProgram_IsRefused()
    {
        Site.Page("index.html", "Hello");
        var url = await StartAsync();
        var run = await CliRun.Of(["serve", "site", "--port", $"{url.Port}"], Site.Folder);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(
            $"--port is '{url.Port}'; another program has it: name another one, or leave it out for a free port.");
        (await _server!.EndAsync()).ShouldBe(130);
        _server.Error.ShouldContain("sessions-widgets: interrupted.");
    }

    [SkippableFact]
    public async Task Serve_Open_OpensTheBrowser()
    {
        Skip.If(!OperatingSystem.IsLinux(), "Elsewhere the system opens it.");
        if (OperatingSystem.IsWindows()) return;
        Site.Page("index.html", "Hello");
        Site.File(
            "bin/xdg-open", "#!/bin/sh\ncd \"$(dirname \"$0\")\"\nprintf %s \"$1\" > opened.tmp\nmv opened.tmp opened\n");
        File.SetUnixFileMode(Site.PathOf("bin/xdg-open"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var program = Path.Combine(AppContext.BaseDirectory, "sessions-widgets.dll");
        await using var server = TalkingProcess.Start(
            Site.Folder,
            [new("PATH", $"{Site.PathOf("bin")}:{Environment.GetEnvironmentVariable("PATH")}")],
            ["dotnet", program, "serve", "site", "--open"]);
        var url = await server.ServesAsync();
        await Eventually.BeTrueAsync(() => File.Exists(Site.PathOf("bin/opened")), () => $"the browser is open, but: {server.Error}");
        File.ReadAllText(Site.PathOf("bin/opened")).ShouldBe(url.AbsoluteUri);
        await server.SignalAsync("INT");
        (await server.EndAsync()).ShouldBe(130);
    }

    /// <summary>Breaks a file, looks for the error in the page, mends the file, and waits for the page.</summary>
    private async Task BreakAsync(string file, string broken, string mended, params string[] errors)
    {
        await using var events = await EventsAsync("");
        Site.File(file, broken);
        await events.NextAsync();
        using (var answer = await _http.GetAsync(new Uri(_url!, "")))
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError, file);
            var page = await answer.Content.ReadAsStringAsync();
            foreach (var error in errors) page.ShouldContain(error);
            page.ShouldContain("/.sessions-widgets/reload.js");
        }

        Site.File(file, mended);
        await events.NextAsync();
        (await _http.GetAsync(new Uri(_url!, ""))).StatusCode.ShouldBe(HttpStatusCode.OK, file);
    }

    private Task AnswersAsync(HttpStatusCode status) => Eventually.BeTrueAsync(
        async () =>
        {
            using var answer = await _http.GetAsync(_url);
            return answer.StatusCode == status;
        },
        () => $"the page answers {status}, but: {_server!.Output}{_server.Error}");

    private Task<Uri> StartAsync(params string[] options) => StartAsync("site", options);

    private async Task<Uri> StartAsync(string site, string[] options)
    {
        _server = RunningCli.Start(
            Site.Folder, ["serve", site, .. options], Site.Clock, ("SessionsWidgets__ApiKey", Site.Sandbox.ApiKey));
        return _url = await _server.ServesAsync();
    }

    private Task<string> GetAsync(string path) => _http.GetStringAsync(new Uri(_url!, path));

    /// <summary>Follows a page, as its script does.</summary>
    private async Task<PageEvents> EventsAsync(string path, string? stamp = null)
    {
        var page = await GetAsync(path);
        var address = WebUtility.HtmlDecode(Events().Match(page).Groups["address"].Value);
        if (stamp is not null) address = address[..(address.LastIndexOf('=') + 1)] + stamp;
        return await PageEvents.OpenAsync(_http, new Uri(_url!, address));
    }

    [GeneratedRegex("<script src=\"[^\"]*/.sessions-widgets/[^>]*></script>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Script();

    [GeneratedRegex("data-events=\"(?<address>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Events();
}
