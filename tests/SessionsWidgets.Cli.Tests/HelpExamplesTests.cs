using System.Text.RegularExpressions;
using SessionsWidgets.Cli.Tests.Build;

namespace SessionsWidgets.Cli.Tests;

/// <summary>The examples of the help of each command, as they stand there.</summary>
public sealed partial class HelpExamplesTests : IAsyncLifetime
{
    private BuildSite _site = null!;

    public static TheoryData<string> Commands =>
    [
        "", "render", "build", "serve", "preview", "eject", "check",
        .. WidgetCatalog.BuiltIn.Definitions.Where(d => d.Audience != WidgetAudience.Visitor).Select(d => $"render {d.Name}"),
    ];

    public async Task InitializeAsync()
    {
        _site = await BuildSite.StartAsync();
        var settings = $$"""
            {
              "SessionsWidgets": {
                "ApiBaseUrl": "{{_site.Sandbox.BaseUrl}}", "BusinessId": "stogies-chapin",
                "GuestWifi": { "ApiBaseUrl": "{{_site.Sandbox.GuestWifiUrl}}", "LocationId": "oVq3TzKcWnB" }
              }
            }
            """;
        foreach (var file in (string[])["sessions-widgets.json", "site/sessions-widgets.json", "staging.json"]) _site.File(file, settings);
        _site.Page("index.html", "<!doctype html><title>.</title><link rel=stylesheet href=sessions-widgets.css><recent-smokes limit=1 />");
        _site.File("templates/cigar-cards.liquid", BuiltInTemplates.Find("cigar-cards")!);
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_OfEachCommand_HasThreeExamplesThatRun(string command)
    {
        var help = await RunAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        help.ExitCode.ShouldBe(0, help.Error);
        var examples = help.Output.Split("Examples:")[1]
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        examples.Length.ShouldBe(3, help.Output);
        examples.Distinct().Count().ShouldBe(3);
        foreach (var example in examples)
        {
            example.ShouldStartWith($"sessions-widgets {command}".TrimEnd());
            string[] arguments = [.. Words().Matches(example).Skip(1).Select(match => match.Groups["word"].Value)];
            if (arguments[0] is "serve" || (arguments[0] is "preview" && !arguments.Contains("--output")))
            {
                await ServesAsync(arguments);
                continue;
            }

            var run = await RunAsync(arguments);
            run.ExitCode.ShouldBe(0, $"{example}\n{run.Error}");
            run.Output.ShouldNotBeEmpty(example);
        }
    }

    [Theory]
    [InlineData("render", "recent-smokes")]
    [InlineData("build")]
    [InlineData("serve")]
    [InlineData("preview")]
    [InlineData("check")]
    public async Task Help_OfCommandsWithSettings_SaysWhereTheyAreFrom(params string[] command)
    {
        var help = await RunAsync([.. command, "--help"]);
        Space().Replace(help.Output, " ").ShouldContain(
            "Default: sessions-widgets.json in the current folder, else in the site's folder (build, serve). "
            + "Environment variables (SessionsWidgets__…) override the file, and options override both.");
    }

    private async Task ServesAsync(string[] arguments)
    {
        await using var server = RunningCli.Start(
            _site.Folder, arguments, _site.Clock, ("SessionsWidgets__ApiKey", _site.Sandbox.ApiKey));
        using var http = new HttpClient();
        (await http.GetStringAsync(await server.ServesAsync())).ShouldContain("sw-recent-smokes");
    }

    private Task<CliRun> RunAsync(string[] arguments) => CliRun.Of(
        arguments,
        _site.Folder,
        _site.Clock,
        ("SessionsWidgets__ApiKey", _site.Sandbox.ApiKey),
        ("SessionsWidgets__GuestWifi__AccessToken", "sandbox-wifi-token"));

    [GeneratedRegex("\"(?<word>[^\"]*)\"|(?<word>[^ ]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}
