using AngleSharp.Html.Parser;
using SessionsWidgets.Sandbox;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Cli.Tests.Build;

/// <summary>The sample builds, by the command in its README.</summary>
public sealed class StaticSiteSampleTests
{
    [Fact]
    public async Task Build_Sample_HasItsWidgetsAndLeavesTheOtherFiles()
    {
        using var folder = new TemporaryFolder();
        await using var sandbox = await SandboxApi.StartAsync();
        var readme = await File.ReadAllTextAsync(RepositoryFiles.PathOf("samples", "StaticSite", "README.md"));
        var command = readme.Split('\n').Single(l => l.Contains(" -- build ", StringComparison.Ordinal)).Split(" -- ")[1];
        var arguments = command.Split(' ')[..^1];
        var output = Path.Combine(folder.Path, "dist");
        var run = await CliRun.Of(
            [.. arguments, output],
            RepositoryFiles.Root,
            TimeProvider.System,
            ("SessionsWidgets__ApiKey", sandbox.ApiKey),
            ("SessionsWidgets__ApiBaseUrl", sandbox.BaseUrl.AbsoluteUri),
            ("SessionsWidgets__GuestWifi__AccessToken", "sandbox-wifi-token"),
            ("SessionsWidgets__GuestWifi__ApiBaseUrl", sandbox.GuestWifiUrl.AbsoluteUri));
        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldBeEmpty();

        var site = RepositoryFiles.PathOf("samples", "StaticSite", "site");
        foreach (var name in (string[])["about.html", "css/style.css", "favicon.svg"])
            (await File.ReadAllBytesAsync(Path.Combine(output, name)))
                .ShouldBe(await File.ReadAllBytesAsync(Path.Combine(site, name)), name);
        var home = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(Path.Combine(output, "index.html")));
        home.QuerySelectorAll(".sw-recent-smokes article").Length.ShouldBe(5);
        home.QuerySelectorAll(".sw-cigar-cards article").Length.ShouldBe(4);
        home.QuerySelectorAll(".sw-guest-visits .sw-bar").Length.ShouldBe(14);
        home.QuerySelectorAll(".sw-lounge-activity .sw-activity-figure").Length.ShouldBe(4);
        home.QuerySelectorAll(".sw-upcoming-events article").Length.ShouldBe(3);
        home.QuerySelectorAll("recent-smokes, cigar-cards, lounge-activity, guest-visits, upcoming-events").ShouldBeEmpty();
        ReadCalendar.Of(await File.ReadAllBytesAsync(Path.Combine(output, "events.ics"))).Events.Count.ShouldBeGreaterThan(8);
        var humidor = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(Path.Combine(output, "humidor", "index.html")));
        humidor.QuerySelector(".sw-guests-online .sw-figure")!.TextContent.ShouldBe("14");
    }
}
