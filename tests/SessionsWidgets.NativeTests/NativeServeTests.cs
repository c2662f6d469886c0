using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.NativeTests;

[Collection(nameof(NativePrograms))]
public sealed partial class NativeServeTests(NativePrograms programs)
{
    private const long MaxMegabytes = 30;

    private const string Page = "<!doctype html><html><head></head><body><h1>One</h1><recent-smokes limit=1></recent-smokes></body></html>";

    [Fact]
    public async Task Serve_PageChanges_TellsItAndServesTheNewOne()
    {
        using var folder = new TemporaryFolder();
        folder.Write("site/index.html", Page);
        await using var server = TalkingProcess.Start(folder.Path, programs.CommandLine.Path, "serve", "site", "--sandbox");
        using var http = new HttpClient { BaseAddress = await server.ServesAsync() };
        var page = await http.GetStringAsync("/");
        page.ShouldContain("<h1>One</h1>");
        page.ShouldContain("<article");
        var address = WebUtility.HtmlDecode(Events().Match(page).Groups["address"].Value);
        using var events = new StreamReader(await http.GetStreamAsync(address));
        (await events.ReadLineAsync()).ShouldBe(": following");

        folder.Write("site/index.html", Page.Replace("One", "Two"));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await events.ReadLineAsync(limit.Token) is { } line && !line.StartsWith("data: ", StringComparison.Ordinal))
        {
        }

        (await http.GetStringAsync("/")).ShouldContain("<h1>Two</h1>");
        await server.SignalAsync("INT");
        (await server.EndAsync()).ShouldBe(130);
    }

    [Fact]
    public void Program_WithItsServer_IsSmall() =>
        (new FileInfo(programs.CommandLine.Path).Length / (1024 * 1024)).ShouldBeLessThan(MaxMegabytes);

    /// <summary>What the last build made is known by a call of the operating system, which native programs make in another way.</summary>
    [Fact]
    public async Task Build_AgainWithCache_BuildsNothing()
    {
        using var folder = new TemporaryFolder();
        folder.Write("site/index.html", "<!doctype html><title>.</title>");
        string[] command = ["build", "site", "--output", "out", "--cache", "kept"];
        await RunAsync();
        (await RunAsync()).OutputText.ShouldContain("(nothing has changed; 1 not built again)");

        async Task<ProgramRun> RunAsync()
        {
            var start = new ProcessStartInfo(programs.CommandLine.Path, command) { WorkingDirectory = folder.Path };
            return (await ProgramRun.OfProcessAsync(start)).OrThrow("build");
        }
    }

    [GeneratedRegex("data-events=\"(?<address>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Events();
}
