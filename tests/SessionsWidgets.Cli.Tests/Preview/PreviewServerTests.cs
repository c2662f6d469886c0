using System.Net;
using System.Text.RegularExpressions;
using SessionsWidgets.Cli.Tests.Serve;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Cli.Tests.Preview;

/// <summary><c>sessions-widgets preview</c> over HTTP, with files that really change.</summary>
public sealed partial class PreviewServerTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _http = new();
    private RunningCli _server = null!;
    private Uri _url = null!;

    public async Task InitializeAsync()
    {
        _folder.Write("own/recent-smokes.liquid", "<b>one</b>");
        _folder.Write("own/partials/none.liquid", "");
        _folder.Write("own/locales/en.json", """{ "language": "en" }""");
        _folder.Write("site.css", "body { }");
        // As configured, without an argument.
        _folder.Write("sessions-widgets.json", """{ "SessionsWidgets": { "Templates": "own" } }""");
        _server = RunningCli.Start(_folder.Path, ["preview", "--css", "site.css"]);
        _url = await _server.ServesAsync();
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Preview_FilesChangeAndBreak_TellsThePagesAndShowsWhatIsWrongInPlace()
    {
        const string Smokes = "en/recent-smokes.html";
        (await GetAsync(Smokes)).ShouldContain("<b>one</b>");
        await ChangeAsync("own/recent-smokes.liquid", "<b>two</b>");
        (await GetAsync(Smokes)).ShouldContain("<b>two</b>");
        await ChangeAsync("own/recent-smokes.liquid", "<p>\n{{ heading | upcse }}");
        (await GetAsync(Smokes)).ShouldContain("recent-smokes:2:14");
        (await GetAsync("en/cigar-cards.html")).ShouldNotContain("sw-error");
        await ChangeAsync("own/recent-smokes.liquid", "<i>{% render 'partials/none' %}</i>");
        await ChangeAsync("own/partials/none.liquid", "some");
        (await GetAsync(Smokes)).ShouldContain("<i>some</i>");

        // A text, a stylesheet, a template of another name.
        await ChangeAsync("own/locales/en.json", "{");
        (await GetAsync("en/cigar-cards.html")).ShouldContain("locales/en.json");
        await ChangeAsync("own/locales/en.json", """{ "language": "en", "texts": { "cigar_cards": "In the humidor" } }""");
        (await GetAsync("en/cigar-cards.html")).ShouldContain("In the humidor");
        await ChangeAsync("site.css", "body { color: red }");
        (await GetAsync("own.css")).ShouldContain("color: red");
        await ChangeAsync("own/house-stats.liquid", "<u>house</u>");
        (await GetAsync("")).ShouldContain("<u>house</u>");
        (await GetAsync("de/house-stats.html")).ShouldContain("<u>house</u>");
    }

    [Fact]
    public async Task Preview_Requests_AreAnsweredWithAPolicyAndStayOnThisMachine()
    {
        (string Path, HttpStatusCode Status, string Type, string Content)[] answers =
        [
            ("", HttpStatusCode.OK, "text/html; charset=utf-8", "<h1>Widgets</h1>"),
            ("ja/", HttpStatusCode.OK, "text/html; charset=utf-8", "lang=\"ja\""),
            ("ar/wifi-time.html", HttpStatusCode.OK, "text/html; charset=utf-8", "dir=\"rtl\""),
            ("gallery.js", HttpStatusCode.OK, "text/javascript; charset=utf-8", "EventSource"),
            ("gallery.css", HttpStatusCode.OK, "text/css; charset=utf-8", ".gl-stage"),
            ("sessions-widgets.css", HttpStatusCode.OK, "text/css; charset=utf-8", "--sw-"),
            ("pictures/cigars/cgr_10001.svg", HttpStatusCode.OK, "image/svg+xml; charset=utf-8", "<svg"),
            ("pictures/cigars/..%2f..%2fsite.css", HttpStatusCode.NotFound, "text/html; charset=utf-8", "There is no such page"),
            ("xx/recent-smokes.html", HttpStatusCode.NotFound, "text/html; charset=utf-8", "There is no such page"),
            ("en/%3Cb%3E.html", HttpStatusCode.NotFound, "text/html; charset=utf-8", "There is no such page"),
        ];
        foreach (var (path, status, type, content) in answers)
        {
            using var answer = await _http.GetAsync(new Uri(_url, path));
            answer.StatusCode.ShouldBe(status, path);
            answer.Content.Headers.ContentType!.ToString().ShouldBe(type, path);
            answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'; script-src 'self';");
            (await answer.Content.ReadAsStringAsync()).ShouldContain(content, customMessage: path);
            using var head = await _http.SendAsync(new HttpRequestMessage(HttpMethod.Head, new Uri(_url, path)));
            (head.StatusCode, head.Content.Headers.ContentLength).ShouldBe((status, answer.Content.Headers.ContentLength));
        }

        using var other = new HttpRequestMessage(HttpMethod.Get, _url);
        other.Headers.Host = $"gallery.example.com:{_url.Port}";
        (await _http.SendAsync(other)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await _http.PostAsync(_url, null)).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await CliRun.Of(["preview", "--port", $"{_url.Port}"], _folder.Path)).ShouldSatisfyAllConditions(
            run => run.ExitCode.ShouldBe(2), run => run.Error.ShouldContain("another program has it"));
        (await _server.EndAsync()).ShouldBe(130);
    }

    /// <summary>Changes a file, and waits until an open page is told.</summary>
    private async Task ChangeAsync(string file, string content)
    {
        var address = WebUtility.HtmlDecode(Events().Match(await GetAsync("en/recent-smokes.html")).Groups["address"].Value);
        await using var events = await PageEvents.OpenAsync(_http, new Uri(new Uri(_url, "en/"), address));
        // As editors do: a new file in the place of the old one, so that it is never half there.
        _folder.Write("next", content);
        File.Move(_folder.PathOf("next"), _folder.PathOf(file), overwrite: true);
        await events.NextAsync();
    }

    private Task<string> GetAsync(string path) => _http.GetStringAsync(new Uri(_url, path));

    [GeneratedRegex("data-events=\"(?<address>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Events();
}
