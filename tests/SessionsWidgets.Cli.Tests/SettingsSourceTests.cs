using SessionsWidgets.Cli.Tests.Build;

namespace SessionsWidgets.Cli.Tests;

/// <summary>Where commands look for their settings, and what they say of them.</summary>
public sealed class SettingsSourceTests : IAsyncLifetime
{
    private BuildSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await BuildSite.StartAsync();
        _site.Page("index.html", "<!doctype html><title>.</title><link rel=stylesheet href=sessions-widgets.css><recent-smokes limit=1 />");
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Build_FileInTheSitesFolder_IsReadWhereTheCurrentOneHasNone()
    {
        (await _site.BuildAsync()).ExitCode.ShouldBe(0);
        PathOfRequests().ShouldBe(["/venues/stogies-chapin/sessions"]);
    }

    [Fact]
    public async Task Build_FileInTheCurrentFolder_ComesBeforeTheSitesAndIsReadByRenderToo()
    {
        _site.File("sessions-widgets.json", Settings("casa-belmonte"));
        var build = await _site.BuildAsync();
        build.ExitCode.ShouldBe(0, build.Error);
        build.Error.ShouldContain($"warning: a settings file is not read, since {_site.PathOf("sessions-widgets.json")} comes first");
        (await RenderAsync()).ExitCode.ShouldBe(0);
        PathOfRequests().Distinct().ShouldBe(["/brands/casa-belmonte/sessions"]);
    }

    [Fact]
    public async Task Build_NamedFile_ComesBeforeAllAndNoSettingsFileIsCopied()
    {
        _site.File("sessions-widgets.json", Settings("nobody"));
        _site.File("staging.json", Settings("casa-belmonte"));
        var build = await _site.BuildAsync("--config", "staging.json");
        build.ExitCode.ShouldBe(0, build.Error);
        (await RenderAsync("--config", "staging.json")).ExitCode.ShouldBe(0);
        PathOfRequests().Distinct().ShouldBe(["/brands/casa-belmonte/sessions"]);
        File.Exists(_site.PathOf("out/sessions-widgets.json")).ShouldBeFalse();
    }

    [Fact]
    public async Task Render_Environment_ComesBeforeTheFileAndOptionsBeforeBoth()
    {
        _site.File("sessions-widgets.json", Settings("from-file"));
        await RenderWithAsync("casa-belmonte");
        await RenderWithAsync("casa-belmonte", "--business-id", "stogies-chapin", "--business-type", "venue");
        PathOfRequests().ShouldBe(["/brands/casa-belmonte/sessions", "/venues/stogies-chapin/sessions"]);
    }

    [Fact]
    public async Task Run_WrongSetting_NamesTheFileThatWasRead()
    {
        var wrong = """{ "SessionsWidgets": { "BusinesId": "a" } }""";
        _site.File("other.json", wrong);
        var named = await RenderAsync("--config", "other.json");
        named.Error.ShouldContain("(did you mean 'BusinessId'?)");
        named.Error.ShouldContain($"The settings file is {_site.PathOf("other.json")}.");

        _site.File("site/sessions-widgets.json", wrong);
        (await _site.BuildAsync()).Error.ShouldContain($"The settings file is {_site.PathOf("site/sessions-widgets.json")}.");
        _site.File("sessions-widgets.json", wrong);
        (await RenderAsync()).Error.ShouldContain($"The settings file is {_site.PathOf("sessions-widgets.json")}.");
        (await _site.BuildAsync()).Error.ShouldContain($"The settings file is {_site.PathOf("sessions-widgets.json")}.");
    }

    [Fact]
    public async Task Run_NoSettings_SaysWhereTheyWereLookedFor()
    {
        File.Delete(_site.PathOf("site/sessions-widgets.json"));
        var render = await RenderAsync();
        render.ExitCode.ShouldBe(2);
        render.Error.ShouldContain("business is missing; name one, or set SessionsWidgets:BusinessId.");
        render.Error.ShouldContain(
            $"There is no settings file: looked for {_site.PathOf("sessions-widgets.json")}. "
            + "Name one by --config FILE, or set environment variables, such as SessionsWidgets__BusinessId.");

        var build = await _site.BuildAsync();
        build.ExitCode.ShouldNotBe(0);
        build.Error.ShouldContain(
            $"looked for {_site.PathOf("sessions-widgets.json")} and {_site.PathOf("site/sessions-widgets.json")}.");
    }

    [Fact]
    public async Task Run_MisspeltFile_HasTheNearName()
    {
        _site.File("staging.json", Settings("casa-belmonte"));
        var run = await RenderAsync("--config", "stagng.json");
        run.Error.ShouldContain("--config is 'stagng.json'; there is no such file. Did you mean 'staging.json'?");
        run.ExitCode.ShouldBe(2);
    }

    [Theory]
    [InlineData("""{ "SessionWidgets": { "BusinessId": "a" } }""")]
    [InlineData("""{ "SessionsWidgets": { "BusinessId": "a" }, "SesionsWidgets": { "BusinessId": "a" } }""")]
    public async Task Run_MisspeltSection_HasTheNearName(string json)
    {
        _site.File("sessions-widgets.json", json);
        var run = await RenderAsync();
        run.Error.ShouldContain($"{_site.PathOf("sessions-widgets.json")}: it has a section 'Ses");
        run.Error.ShouldContain("Did you mean 'SessionsWidgets'?");
        run.ExitCode.ShouldBe(2);
    }

    [Theory]
    [InlineData("", ":1:1: it must be JSON: The input does not contain any JSON tokens.")]
    [InlineData("{ \"SessionsWidgets\": {", ":1:23: it must be JSON: Expected ")]
    [InlineData("{ \"SessionsWidgets\" 1 }", ":1:21: it must be JSON: '1' is invalid after a property name. Expected a ':'.")]
    [InlineData("{ \"SessionsWidgets\": 1 }", ": SessionsWidgets is '1', and it must be an object of settings.")]
    public async Task Run_FileThatIsNoJson_SaysWhereAndNothingOfTheReader(string json, string message)
    {
        _site.File("sessions-widgets.json", json);
        var run = await RenderAsync();
        run.Error.ShouldStartWith($"sessions-widgets: {_site.PathOf("sessions-widgets.json")}{message}");
        run.Error.ShouldNotContain("isFinalBlock");
        run.ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Run_OtherError_SaysNothingOfSettings()
    {
        var run = await RenderAsync("--config", "site/sessions-widgets.json", "--limit", "0");
        run.Error.ShouldNotContain("settings file");
        run.ExitCode.ShouldBe(2);
    }

    private IEnumerable<string> PathOfRequests() => _site.Sandbox.Requests.All.Select(request => request.Path);

    private string Settings(string brand) =>
        $$"""
        { "SessionsWidgets": { "ApiBaseUrl": "{{_site.Sandbox.BaseUrl}}", "BusinessType": "brand", "BusinessId": "{{brand}}" } }
        """;

    private Task<CliRun> RenderAsync(params string[] options) => RunAsync([("SessionsWidgets__ApiKey", _site.Sandbox.ApiKey)], options);

    private async Task RenderWithAsync(string businessId, params string[] options)
    {
        var run = await RunAsync(
            [("SessionsWidgets__ApiKey", _site.Sandbox.ApiKey), ("SessionsWidgets__BusinessId", businessId)], options);
        run.ExitCode.ShouldBe(0, run.Error);
    }

    private Task<CliRun> RunAsync((string Name, string Value)[] variables, string[] options) =>
        CliRun.Of(["render", "recent-smokes", .. options], _site.Folder, _site.Clock, variables);
}
