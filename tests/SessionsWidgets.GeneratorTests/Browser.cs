using Microsoft.Playwright;
using SessionsWidgets.BrowserTests;

namespace SessionsWidgets.GeneratorTests;

/// <summary>Debian's Chromium, started once for all tests of a class.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A page with all that belongs to it, and everything that went wrong in it.</summary>
    public async Task<(IPage Page, List<string> Problems)> OpenAsync(Uri url)
    {
        var page = await _browser.NewPageAsync();
        var problems = Chromium.CollectProblems(page);
        await page.GotoAsync(url.AbsoluteUri);
        return (page, problems);
    }
}
