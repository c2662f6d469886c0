using SessionsWidgets.Sandbox;
using SessionsWidgets.Sandbox.Faults;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Cli.Tests;

/// <summary>The command line says which setting is wrong, and where it comes from: an option, the environment or the file.</summary>
public sealed class DiagnosisTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private readonly TemporaryFolder _folder = new();
    private SandboxApi _sandbox = null!;

    private string File => _folder.PathOf("sessions-widgets.json");

    public async Task InitializeAsync() => _sandbox = await SandboxApi.StartAsync(new SandboxOptions { Clock = _clock });

    public async Task DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Render_WrongIdByOption_NamesTheOptionAndTheFile()
    {
        Configure("\"BusinessType\": \"venue\"");
        var run = await RenderAsync("--business-id", "nobody");
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain(
            "/venues/nobody/sessions: there is no such business (404): SessionsWidgets:BusinessId is 'nobody', "
            + "SessionsWidgets:BusinessType is 'venue'.");
        run.Error.ShouldContain("SessionsWidgets:BusinessId comes from --business-id.");
        run.Error.ShouldContain($"SessionsWidgets:BusinessType comes from {File}.");
        run.Error.ShouldContain($"SessionsWidgets:ApiBaseUrl comes from {File}.");
    }

    [Fact]
    public async Task Render_WrongIdInTheFile_NamesTheFileAndHowToSetWhatIsNotSet()
    {
        Configure("\"BusinessId\": \"nobody\"");
        var run = await RenderAsync();
        run.Error.ShouldContain($"SessionsWidgets:BusinessId comes from {File}.");
        run.Error.ShouldContain(
            "SessionsWidgets:BusinessType is not set: set it by --business-type, the environment variable SessionsWidgets__BusinessType or "
            + $"{File}.");
    }

    [Fact]
    public async Task Render_NamedBusiness_NamesItsOwnSettings()
    {
        Configure("\"Businesses\": { \"uptown\": { \"BusinessId\": \"nobody\" } }");
        var run = await RenderAsync("--business", "uptown");
        run.Error.ShouldContain("SessionsWidgets:Businesses:uptown:BusinessId is 'nobody'");
        run.Error.ShouldContain($"SessionsWidgets:Businesses:uptown:BusinessId comes from {File}.");
    }

    [Theory]
    [InlineData(
        "canary-key", "the key is refused (401)", "SessionsWidgets:ApiKey comes from the environment variable SessionsWidgets__ApiKey.")]
    [InlineData("", "the key is missing (401): set SessionsWidgets:ApiKey", "SessionsWidgets:ApiKey comes from the environment variable")]
    [InlineData(
        null, "the key is missing (401): set SessionsWidgets:ApiKey",
        "SessionsWidgets:ApiKey is not set: set it by the environment variable SessionsWidgets__ApiKey or ")]
    public async Task Render_WrongOrMissingKey_NamesTheVariableAndNotTheKey(string? key, string cause, string source)
    {
        Configure("\"BusinessId\": \"stogies-chapin\"");
        var run = await CliRun.Of(
            ["render", "recent-smokes"], _folder.Path, _clock, key is null ? [] : [("SessionsWidgets__ApiKey", key)]);
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain(cause);
        run.Error.ShouldContain(source);
        run.Error.ShouldNotContain("canary");
    }

    [Fact]
    public async Task Render_AddressWhereNothingListens_NamesTheOption()
    {
        Configure("\"BusinessId\": \"stogies-chapin\"");
        var run = await RenderAsync("--api-base-url", "http://127.0.0.1:1");
        run.Error.ShouldContain(
            "no connection (ConnectionRefused). Check that it is the API: SessionsWidgets:ApiBaseUrl is 'http://127.0.0.1:1/'.");
        run.Error.ShouldContain("SessionsWidgets:ApiBaseUrl comes from --api-base-url.");
    }

    [Fact]
    public async Task Render_OnePartIsMissing_WritesTheRestAndWarns()
    {
        Configure(
            "\"BusinessId\": \"stogies-chapin\", "
            + $"\"GuestWifi\": {{ \"ApiBaseUrl\": \"{_sandbox.GuestWifiUrl}\", \"AccessToken\": \"x\" }}");
        var run = await CliRun.Of(
            ["render", "lounge-activity"], _folder.Path, _clock, ("SessionsWidgets__ApiKey", _sandbox.ApiKey));
        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldNotBeEmpty();
        run.Output.ShouldNotContain("sw-error");
        run.Error.ShouldStartWith("sessions-widgets: warning: GET ");
        run.Error.ShouldContain("the token is refused (401): set SessionsWidgets:GuestWifi:AccessToken");
        run.Error.ShouldContain($"SessionsWidgets:GuestWifi:AccessToken comes from {File}.");
    }

    [Fact]
    public async Task Build_WidgetsWithoutData_SayWhyInOneLine()
    {
        _folder.Write("site/index.html", "<recent-smokes></recent-smokes>");
        _folder.Write("site/sessions-widgets.json", Section("\"BusinessId\": \"nobody\""));
        var run = await CliRun.Of(
            ["build", "site", "--output", "out"], _folder.Path, _clock, ("SessionsWidgets__ApiKey", _sandbox.ApiKey));
        run.ExitCode.ShouldBe(0, run.Error);
        var line = run.Error.Split('\n').Single(l => l.Contains("<recent-smokes>", StringComparison.Ordinal));
        line.ShouldContain("there is no such business (404): SessionsWidgets:BusinessId is 'nobody'");
        line.ShouldContain($"SessionsWidgets:BusinessId comes from {_folder.PathOf("site/sessions-widgets.json")}.");
        System.IO.File.ReadAllText(_folder.PathOf("out/index.html")).ShouldNotContain("sw-error");
    }

    [Fact]
    public async Task Render_ResponseThatNoSettingCanMend_SaysTheCauseAlone()
    {
        Configure("\"BusinessId\": \"stogies-chapin\"");
        _sandbox.Faults.Add("/venues/*", new StatusFault { Status = 502 });
        (await RenderAsync()).Error.Trim()
            .ShouldBe($"sessions-widgets: GET {_sandbox.BaseUrl}venues/stogies-chapin/sessions: it responded with status 502.");
    }

    private void Configure(string settings) => _folder.Write("sessions-widgets.json", Section(settings));

    private string Section(string settings) =>
        $$"""{ "SessionsWidgets": { "ApiBaseUrl": "{{_sandbox.BaseUrl}}", {{settings}} } }""";

    private Task<CliRun> RenderAsync(params string[] options) => CliRun.Of(
        ["render", "recent-smokes", .. options], _folder.Path, _clock, ("SessionsWidgets__ApiKey", _sandbox.ApiKey));
}
