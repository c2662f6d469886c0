using Microsoft.Playwright;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.BrowserTests.Serve;

/// <summary>The pages of the static sample in the browser.</summary>
public sealed class StaticSampleTests
{
    [Fact]
    public async Task Pages_OfTheSample_HaveNoFaults()
    {
        var program = Path.Combine(RepositoryFiles.OutputOf("src", "SessionsWidgets.Cli"), "sessions-widgets.dll");
        var site = RepositoryFiles.PathOf("samples", "StaticSite", "site");
        await using var server = TalkingProcess.Start(
            RepositoryFiles.Root, "dotnet", program, "serve", site, "--sandbox", "--calendar");
        var url = await server.ServesAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var page = await browser.NewPageAsync();
        var problems = Chromium.CollectProblems(page);
        foreach (var file in Directory.EnumerateFiles(site, "*.html", SearchOption.AllDirectories))
        {
            await page.GotoAsync(new Uri(url, Path.GetRelativePath(site, file)).AbsoluteUri);
            (await Axe.ViolationsAsync(page)).ShouldBeEmpty(file);
        }

        problems.ShouldBeEmpty();
    }
}
