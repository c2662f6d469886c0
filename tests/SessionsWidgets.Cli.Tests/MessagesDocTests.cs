using System.Text.RegularExpressions;
using SessionsWidgets.Cli.Tests.Build;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Cli.Tests;

/// <summary>The rows of docs/messages.md that the command line says.</summary>
public sealed partial class MessagesDocTests : IAsyncLifetime
{
    private BuildSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await BuildSite.StartAsync();
        _site.File("sessions-widgets.json", $$"""
            {
              "SessionsWidgets": {
                "ApiBaseUrl": "{{_site.Sandbox.BaseUrl}}", "ApiKey": "{{_site.Sandbox.ApiKey}}", "BusinessId": "stogies-chapin",
                "Businesses": { "uptown": { "BusinessType": "brand", "BusinessId": "casa-belmonte" } }
              }
            }
            """);
        _site.File("staging.json", "{}");
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    public static TheoryData<string, string> Commands => Rows("Command line");

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task CommandLine_OfEachRow_SaysTheMessage(string input, string message) =>
        Says(await RunAsync([.. input.Split(' ')]), message);

    public static TheoryData<string, string> Files => Rows("Settings file");

    [Theory]
    [MemberData(nameof(Files))]
    public async Task SettingsFile_OfEachRow_SaysTheMessage(string input, string message)
    {
        _site.File("sessions-widgets.json", input);
        Says(await RunAsync(["render", "recent-smokes"]), message);
    }

    public static TheoryData<string, string> Variables => Rows("Environment variables");

    [Theory]
    [MemberData(nameof(Variables))]
    public async Task Variable_OfEachRow_SaysTheMessage(string input, string message)
    {
        var parts = input.Split('=', 2);
        Says(await RunAsync(["render", "recent-smokes"], (parts[0], parts[1])), message);
    }

    public static TheoryData<string, string> Tags => Rows("Tags");

    [Theory]
    [MemberData(nameof(Tags))]
    public async Task Tag_OfEachRow_SaysTheMessage(string input, string message)
    {
        _site.Page("index.html", $"<!doctype html><title>.</title>\n{input}</{TagName().Match(input).Groups["name"].Value}>");
        var run = await RunAsync(["build", "site", "--output", "out"]);
        Says(run, message);
        run.Error.ShouldContain("index.html:2:");
    }

    public static TheoryData<string, string> Pages => Rows("Pages of a static site");

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_OfEachRow_SaysTheMessage(string input, string message)
    {
        _site.Page("index.html", input);
        Says(await RunAsync(["build", "site", "--output", "out"]), message);
    }

    public static TheoryData<string, string> SiteFiles => Rows("Files of a static site");

    [Theory]
    [MemberData(nameof(SiteFiles))]
    public async Task SiteFile_OfEachRow_SaysTheMessage(string input, string message)
    {
        if (input.Split(" -> ") is [var link, var target]) File.CreateSymbolicLink(_site.PathOf($"site/{link}"), target);
        else if (input.Split(": ", 2) is [var name, var content]) _site.Page(name, content);
        Says(await RunAsync(
            ["build", "site", "--output", "out"], ("SessionsWidgets__GuestWifi__AccessToken", "a-token-of-guest-wifi")), message);
    }

    public static TheoryData<string, string> Templates => Rows("Templates");

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Template_OfEachRow_SaysTheMessage(string input, string message)
    {
        _site.File("own/recent-smokes.liquid", $"{{% for session in sessions %}}\n{input}\n{{% endfor %}}");
        var run = await RunAsync(["check", "own"]);
        Says(run with { Error = run.Output + run.Error }, message);
        (run.Output + run.Error).ShouldContain("recent-smokes:");
    }

    public static TheoryData<string, string> Texts => Rows("Texts of a language");

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Texts_OfEachRow_SayTheMessage(string input, string message)
    {
        _site.File("own/locales/sv.json", input);
        Says(await RunAsync(["check", "own"]), message);
    }

    [Fact]
    public void Page_OfAllSections_HasFiftyRowsOrMore()
    {
        string[] sections =
        [
            "Command line", "Settings file", "Environment variables", "Start of a site", "What the API refuses", "Tags",
            "Pages of a static site", "Files of a static site", "Addresses of widgets", "Templates", "Texts of a language",
        ];
        var rows = sections.Sum(section => MessageTable.Rows(section).Count);
        rows.ShouldBeGreaterThanOrEqualTo(50);
        File.ReadLines(RepositoryFiles.PathOf("docs", "messages.md")).Count(line => line.StartsWith("| `", StringComparison.Ordinal))
            .ShouldBe(rows);
    }

    private static void Says(CliRun run, string message)
    {
        MessageTable.IsIn(run.Error, message).ShouldBeTrue($"{message}\n\nwas:\n\n{run.Error}");
        run.Error.ShouldNotContain("   at ");
    }

    private static TheoryData<string, string> Rows(string section)
    {
        var data = new TheoryData<string, string>();
        foreach (var (input, message) in MessageTable.Rows(section)) data.Add(input, message);
        return data;
    }

    private Task<CliRun> RunAsync(string[] arguments, params (string Name, string Value)[] variables) =>
        CliRun.Of(arguments, _site.Folder, _site.Clock, variables);

    [GeneratedRegex("^<(?<name>[a-z-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TagName();
}
