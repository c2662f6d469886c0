using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using SessionsWidgets.Sandbox;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.GeneratorTests;

/// <summary>What depends on how a site is built, by the generator that is the fastest.</summary>
public sealed partial class HugoTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _deadline = new(TimeSpan.FromMinutes(1), TimeProvider.System);

    public HugoTests()
    {
        InstalledPrograms.Require("hugo");
        Generator.Get("hugo").CopyTo(_folder.Path);
    }

    public void Dispose()
    {
        _deadline.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Build_WithoutTheApi_ShowsTheLastGoodDataOfTheBuildBefore()
    {
        var command = CacheCommand().Match(GeneratorsDoc.Section(GeneratorsDoc.Cache)).Groups["command"].Value;
        var sandbox = await SandboxApi.StartAsync();
        KeyValuePair<string, string>[] variables =
        [
            new("SessionsWidgets__ApiBaseUrl", sandbox.BaseUrl.AbsoluteUri), new("SessionsWidgets__ApiKey", sandbox.ApiKey),
        ];
        (await RunAsync(command, variables)).Error.ShouldNotContain("last good data");
        var before = Read("dist/index.html");
        await sandbox.DisposeAsync();
        // A service checks the site out anew, and restores the folder of the cache alone.
        Directory.Delete(_folder.PathOf("dist"), recursive: true);
        Directory.Delete(_folder.PathOf("public"), recursive: true);

        var run = await RunAsync(command, variables);

        run.Error.ShouldContain("<recent-smokes> shows the last good data.");
        Read("dist/index.html").ShouldBe(before);
        before.ShouldContain("sw-recent-smokes");
    }

    [Fact]
    public async Task Build_WithExampleData_NeedsNoApiAndNoKey()
    {
        await RunAsync("./build.sh --sandbox", []);

        new HtmlParser().ParseDocument(Read("dist/index.html")).QuerySelectorAll(".sw-recent-smokes article").Length.ShouldBe(4);
    }

    [Fact]
    public async Task Build_OfMinifiedPages_HasAllTheirWidgets()
    {
        await RunAsync("hugo --minify && sessions-widgets build public --output dist --sandbox", []);

        var pages = Directory.GetFiles(_folder.PathOf("dist"), "*.html", SearchOption.AllDirectories)
            .Select(page => new HtmlParser().ParseDocument(File.ReadAllText(page))).ToList();
        // Of twelve, one shows its content.
        pages.Sum(page => page.QuerySelectorAll("section.sw").Length).ShouldBe(11);
        pages.Sum(page => page.QuerySelectorAll("main > .quiet").Length).ShouldBe(1);
        pages.ShouldAllBe(page => page.QuerySelectorAll("h1, main, footer").Length == 3);
        pages.Sum(page => page.QuerySelectorAll(".sw h1, .sw main, .sw footer").Length).ShouldBe(0);
        Read("public/index.html").ShouldContain("<recent-smokes limit=4 ");
    }

    [Fact]
    public async Task Hugo_WithoutUnsafe_LeavesTheTagsOfMarkdownOut()
    {
        var settings = File.ReadAllText(_folder.PathOf("hugo.toml"));
        var lines = GeneratorsDoc.Blocks("Hugo")[0];
        _folder.Write("hugo.toml", settings.Replace(lines, "", StringComparison.Ordinal));

        await RunAsync("hugo", []);

        Read("public/index.html").ShouldContain("<p><!-- raw HTML omitted --><!-- raw HTML omitted --></p>");
        Read("public/journal/blend-night/index.html").ShouldContain("<recent-check-ins");
    }

    private string Read(string file) => File.ReadAllText(_folder.PathOf(file));

    private async Task<ProgramRun> RunAsync(string command, IEnumerable<KeyValuePair<string, string>> variables) =>
        (await Shell.RunAsync(_folder.Path, command, variables, _deadline.Token)).OrThrow(command);

    [GeneratedRegex("`(?<command>./build.sh --cache [^`]*)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CacheCommand();
}
