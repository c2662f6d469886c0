using System.Globalization;
using AngleSharp.Html.Parser;
using SessionsWidgets.Sandbox;
using SessionsWidgets.Sandbox.Faults;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Cli.Tests;

public sealed class RenderCommandTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private SandboxApi _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await SandboxApi.StartAsync(new SandboxOptions { Clock = _clock });

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task Render_RecentSmokes_PrintsThatManyArticlesTheNewestFirst()
    {
        var run = await RenderAsync("recent-smokes", "--limit", "5");
        run.Error.ShouldBeEmpty();
        run.ExitCode.ShouldBe(0);
        var fragment = new HtmlParser().ParseDocument(run.Output);
        fragment.QuerySelectorAll("article").Length.ShouldBe(5);
        var times = fragment.QuerySelectorAll("article .sw-meta time")
            .Select(t => DateTimeOffset.Parse(t.GetAttribute("datetime")!, CultureInfo.InvariantCulture))
            .ToList();
        times.ShouldNotBeEmpty();
        times.ShouldBe(times.OrderDescending());
        _sandbox.Requests.All.ShouldHaveSingleItem().Query.ShouldBe("?limit=5");
    }

    [Fact]
    public async Task Render_CigarCards_PrintsThatManyCards()
    {
        var run = await RenderAsync("cigar-cards", "--limit", "4");
        run.ExitCode.ShouldBe(0, run.Error);
        new HtmlParser().ParseDocument(run.Output).QuerySelectorAll("article").Length.ShouldBe(4);
    }

    [Theory]
    [InlineData("recent-smokes")]
    [InlineData("cigar-cards")]
    [InlineData("session-card")]
    public async Task Render_AnyWidget_GivesTheBytesOfTheLibraryCall(string name)
    {
        var run = await RenderAsync(name, "--offset", "1", "--show-ratings", "false");
        await using var client = new SessionsClient(
            new SessionsClientOptions { ApiBaseUrl = _sandbox.BaseUrl, ApiKey = _sandbox.ApiKey }.On(_clock));
        var fragment = await new WidgetRenderer(client)
            .RenderAsync(
                client.GetBusiness(BusinessType.Venue, "stogies-chapin"), name, [new("offset", "1"), new("show-ratings", "false")]);
        run.Output.ShouldBe(fragment.ToString());
    }

    [Fact]
    public async Task Render_ConfiguredByFileAndEnvironment_NeedsNoOptions()
    {
        using var folder = new TemporaryFolder();
        folder.Write("sessions-widgets.json", $$"""
            {
              // Comments are allowed.
              "SessionsWidgets": {
                "ApiBaseUrl": "{{_sandbox.BaseUrl}}", "BusinessType": "venue", "BusinessId": "stogies-chapin", "ApiKey": "wrong"
              }
            }
            """);
        var run = await CliRun.Of(["render", "recent-smokes"], folder.Path, _clock, ("SessionsWidgets__ApiKey", _sandbox.ApiKey));
        run.ExitCode.ShouldBe(0, run.Error);
    }

    [Fact]
    public async Task Render_OptionWithoutValue_MeansTrue()
    {
        (await RenderAsync("recent-smokes", "--featured", "--limit", "2")).ExitCode.ShouldBe(0);
        _sandbox.Requests.All[0].Query.ShouldBe("?limit=2&featured=true");
    }

    [Theory]
    [InlineData("limit is '0'; it must be a whole number from 1 to 1000.", "render", "recent-smokes", "--limit", "0")]
    [InlineData("layout is 'table'; it must be 'list' or 'grid'.", "render", "recent-smokes", "--layout", "table")]
    [InlineData("business is missing; name one, or set SessionsWidgets:BusinessId.", "render", "recent-smokes")]
    [InlineData(
        "SessionsWidgets:ApiBaseUrl is missing; it must be an absolute https address", "render", "recent-smokes", "--business-id", "a")]
    [InlineData(
        "SessionsWidgets:BusinessType is 'shop'; it must be 'venue' or 'brand'.", "render", "recent-smokes", "--business-id", "a",
        "--business-type", "shop", "--api-base-url", "https://api.example.com")]
    [InlineData("--config is 'none.json'; there is no such file.", "render", "recent-smokes", "--config", "none.json")]
    [InlineData("'--limits'", "render", "recent-smokes", "--limits", "5")]
    [InlineData("'recent-smoke'", "render", "recent-smoke")]
    [InlineData(
        "'sessions-widgets render' takes one of: recent-smokes, session-card, cigar-cards, guests-online, guest-visits, lounge-activity, "
        + "guest-sessions, upcoming-events, recent-check-ins.",
        "render")]
    [InlineData("See 'sessions-widgets --help'.", "nonsense")]
    public async Task Run_WrongArguments_SaysWhatIsAllowedWithExitCode2(string message, params string[] arguments)
    {
        var run = await CliRun.Of(arguments);
        run.Error.ShouldContain(message);
        run.Error.ShouldNotContain("   at ");
        run.Output.ShouldBeEmpty();
        run.ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Run_UnknownCommandWithOptions_ReportsTheCommandOnly()
    {
        var run = await CliRun.Of(["render", "recent-smoke", "--limit", "5", "--business-id", "a"]);
        run.Error.Split(Environment.NewLine)[0]
            .ShouldBe("sessions-widgets: There is no command or option 'recent-smoke'. Did you mean 'recent-smokes'?");
        run.Error.ShouldNotContain("--limit");
        run.ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Run_BrokenConfigurationFile_NamesItsLine()
    {
        using var folder = new TemporaryFolder();
        folder.Write("sessions-widgets.json", "{\n  \"SessionsWidgets\": {\n    oops\n");
        var run = await CliRun.Of(["render", "recent-smokes"], folder.Path);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("sessions-widgets.json:3:5: it must be JSON: ");
    }

    [Fact]
    public async Task Render_UpstreamFails_SaysWhatAndWhereWithExitCode1()
    {
        _sandbox.Faults.Add("/venues/*", new StatusFault { Status = 500 });
        var run = await RenderAsync("recent-smokes");
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.Error.Trim().ShouldBe($"sessions-widgets: GET {_sandbox.BaseUrl}venues/stogies-chapin/sessions: it responded with status 500.");
    }

    [Fact]
    public async Task Render_UpstreamFailsVerbosely_ShowsWhereInTheProgram()
    {
        _sandbox.Faults.Add("/venues/*", new StatusFault { Status = 500 });
        var run = await RenderAsync("recent-smokes", "--verbose");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("   at ");
        run.Error.ShouldNotContain(_sandbox.ApiKey);
    }

    [Fact]
    public async Task Render_WrongKey_SaysWhichSettingWithoutTheKey()
    {
        var run = await CliRun.Of(Arguments("recent-smokes"), null, _clock, ("SessionsWidgets__ApiKey", "canary-key"));
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("set SessionsWidgets:ApiKey");
        run.Error.ShouldNotContain("canary-key");
    }

    private Task<CliRun> RenderAsync(string widget, params string[] more) =>
        CliRun.Of([.. Arguments(widget), .. more], null, _clock, ("SessionsWidgets__ApiKey", _sandbox.ApiKey));

    private string[] Arguments(string widget) =>
        ["render", widget, "--api-base-url", _sandbox.BaseUrl.AbsoluteUri, "--business-type", "venue", "--business-id", "stogies-chapin"];
}
