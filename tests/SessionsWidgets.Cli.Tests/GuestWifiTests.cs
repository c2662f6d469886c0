using AngleSharp.Html.Parser;
using SessionsWidgets.Cli.Tests.Build;
using SessionsWidgets.Sandbox;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Cli.Tests;

public sealed class GuestWifiTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private SandboxApi _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await SandboxApi.StartAsync(new SandboxOptions { Clock = _clock });

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task Render_GuestsOnline_ConfiguredByTheEnvironment_PrintsTheCount()
    {
        var run = await RenderAsync("guests-online");
        run.ExitCode.ShouldBe(0, run.Error);
        new HtmlParser().ParseDocument(run.Output).QuerySelector(".sw-figure")!.TextContent.ShouldBe("14");
        var request = _sandbox.Requests.All.ShouldHaveSingleItem();
        $"{request.Path}{request.Query}".ShouldBe("/ipera/api/v1/sessions/count?location_id=oVq3TzKcWnB&online=true");
    }

    [Fact]
    public async Task Render_GuestVisits_MakesARequestForEachDay()
    {
        var run = await RenderAsync("guest-visits", "--days", "5", "--sample", "0");
        run.ExitCode.ShouldBe(0, run.Error);
        new HtmlParser().ParseDocument(run.Output).QuerySelectorAll(".sw-guest-visits .sw-bar").Length.ShouldBe(5);
        _sandbox.Requests.All.Select(r => r.Query.Split("start_time=")[1])
            .ShouldBe(["2026-07-18", "2026-07-17", "2026-07-16", "2026-07-15", "2026-07-14"]);
    }

    [Fact]
    public async Task Render_ConfiguredByFile_NeedsTheTokenAlone()
    {
        using var folder = new TemporaryFolder();
        folder.Write("sessions-widgets.json", $$"""
            { "SessionsWidgets": { "ApiBaseUrl": "{{_sandbox.BaseUrl}}", "BusinessId": "stogies-chapin",
              "GuestWifi": { "ApiBaseUrl": "{{_sandbox.GuestWifiUrl}}", "LocationId": "r8LmXe2DyHs", "Floor": 10 } } }
            """);
        var run = await CliRun.Of(
            ["render", "guests-online"], folder.Path, _clock, ("SessionsWidgets__GuestWifi__AccessToken", "sandbox-wifi-token"));
        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain(">A few<");
    }

    [Theory]
    [InlineData(
        "SessionsWidgets__GuestWifi__ApiBaseUrl",
        "http://wifi.example.com",
        "SessionsWidgets:GuestWifi:ApiBaseUrl is 'http://wifi.example.com'; it must be an absolute https address (http only on loopback) "
        + "without user name, query or fragment, such as https://wifi.example.com/api/v1.")]
    [InlineData("SessionsWidgets__GuestWifi__Floor", "0", "SessionsWidgets:GuestWifi:Floor is '0'; it must be from 1 to 1000.")]
    [InlineData(
        "SessionsWidgets__GuestWifi__ClientNetworks__0",
        "10.1.1.0",
        "SessionsWidgets:GuestWifi:ClientNetworks is '10.1.1.0'; each must be a network in CIDR notation")]
    [InlineData(
        "SessionsWidgets__GuestWifi__RevealToStaff__0",
        "name",
        "SessionsWidgets:GuestWifi:RevealToStaff is 'name'; each must be one of 'guest', 'mac', 'ip', 'access-code'.")]
    [InlineData("SessionsWidgets__GuestWifi__Acess", "x", "SessionsWidgets:GuestWifi:Acess")]
    [InlineData("SessionsWidgets__GuestWifi__TokenHeader", "X Token", "SessionsWidgets:GuestWifi:TokenHeader is 'X Token'; ")]
    public async Task Render_WrongSetting_IsNamed(string name, string value, string message)
    {
        var run = await CliRun.Of(["render", "guests-online"], null, _clock, [.. Settings.Where(s => s.Name != name), (name, value)]);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(message);
    }

    [Fact]
    public async Task Render_WrongToken_SaysWhatToSet()
    {
        var run = await CliRun.Of(
            ["render", "guests-online"],
            null,
            _clock,
            [
                .. Settings.Where(s => !s.Name.EndsWith("AccessToken", StringComparison.Ordinal)),
                ("SessionsWidgets__GuestWifi__AccessToken", "wrong-one")]);
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("set SessionsWidgets:GuestWifi:AccessToken");
        run.Error.ShouldNotContain("wrong-one");
    }

    [Fact]
    public async Task Render_WifiTime_IsNotOfTheCommandLine() =>
        (await RenderAsync("wifi-time")).ExitCode.ShouldBe(2);

    [Fact]
    public async Task Build_PublicWidgets_AreWrittenAndNoGuestDataIsCached()
    {
        await using var site = await BuildSite.StartAsync();
        var personal = await PersonalValues.OfAsync(site.Sandbox.GuestWifiUrl, site.Clock);
        var before = site.Sandbox.Requests.All.Count;
        site.Page(
            "index.html",
            "<!doctype html><title>.</title><link rel=stylesheet href=sessions-widgets.css><guests-online></guests-online>"
            + "<guest-visits days=2></guest-visits><lounge-activity></lounge-activity>");
        var run = await BuildAsync(site);
        run.ExitCode.ShouldBe(0, run.Error);
        var html = site.BuiltText("index.html");
        html.ShouldContain("on the lounge Wi‑Fi<");
        html.ShouldContain("As of 18 Jul 2026, 23:31");
        html.ShouldNotContain("sw-fallback");
        html.ShouldNotContain(">Today<");
        run.Output.ShouldContain($"{site.Sandbox.Requests.All.Count - before} requests");
        // What the next build may fall back on is kept too.
        var kept = Directory.EnumerateFiles(site.Folder, "*", SearchOption.AllDirectories).ToList();
        kept.Count.ShouldBeGreaterThan(3);
        var everything = run.Output + run.Error + string.Concat(kept.Select(File.ReadAllText));
        personal.FoundIn(everything).ShouldBeEmpty();
    }

    [Fact]
    public async Task Render_EveryWidget_PrintsNothingOfAnyGuest()
    {
        var personal = await PersonalValues.OfAsync(_sandbox.GuestWifiUrl, _clock);
        foreach (var widget in (string[])["guests-online", "guest-visits", "lounge-activity", "guest-sessions"])
        {
            var run =
                await CliRun.Of(["render", widget], null, _clock, [.. Settings, ("SessionsWidgets__ApiKey", _sandbox.ApiKey), .. Revealed]);
            run.ExitCode.ShouldBe(0, run.Error);
            var everything = run.Output + run.Error;
            personal.FoundIn(everything).ShouldBeEmpty(widget);
        }
    }

    [Theory]
    [InlineData("guest-sessions", "that widget is for staff, and a static page is public: remove the tag.")]
    [InlineData("wifi-time", "that widget is about the visitor, whom a static page does not know: remove the tag.")]
    public async Task Build_PrivateWidget_IsRefusedWithItsPlace(string name, string message)
    {
        await using var site = await BuildSite.StartAsync();
        site.Page("index.html", $"<!doctype html><title>.</title>\n<{name}></{name}>");
        var run = await BuildAsync(site);
        run.ExitCode.ShouldNotBe(0);
        run.Error.ShouldContain($"index.html:2:1");
        run.Error.ShouldContain(message);
        site.Sandbox.Requests.All.ShouldBeEmpty();
    }

    private static Task<CliRun> BuildAsync(BuildSite site) => CliRun.Of(
        ["build", "site", "--output", "out"], site.Folder, site.Clock,
        ("SessionsWidgets__ApiKey", site.Sandbox.ApiKey),
        ("SessionsWidgets__GuestWifi__ApiBaseUrl", site.Sandbox.GuestWifiUrl.AbsoluteUri),
        ("SessionsWidgets__GuestWifi__AccessToken", "sandbox-wifi-token"));

    private static (string Name, string Value)[] Revealed { get; } =
    [
        .. ((string[])["guest", "mac", "ip", "access-code"])
            .Select((field, i) => ($"SessionsWidgets__GuestWifi__RevealToStaff__{i}", field)),
    ];

    private (string Name, string Value)[] Settings =>
    [
        ("SessionsWidgets__ApiBaseUrl", _sandbox.BaseUrl.AbsoluteUri),
        ("SessionsWidgets__BusinessId", "stogies-chapin"),
        ("SessionsWidgets__GuestWifi__ApiBaseUrl", _sandbox.GuestWifiUrl.AbsoluteUri),
        ("SessionsWidgets__GuestWifi__AccessToken", "sandbox-wifi-token"),
        ("SessionsWidgets__GuestWifi__LocationId", "oVq3TzKcWnB"),
    ];

    private Task<CliRun> RenderAsync(params string[] arguments) => CliRun.Of(["render", .. arguments], null, _clock, Settings);
}
