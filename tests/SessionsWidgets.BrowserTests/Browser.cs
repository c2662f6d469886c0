using Microsoft.Playwright;

namespace SessionsWidgets.BrowserTests;

/// <summary>The sample site and Debian's Chromium, started once for all tests of a class.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private LoungeSiteProcess? _site;

    public Uri Url => _site!.Url;

    public async Task InitializeAsync()
    {
        _site = await LoungeSiteProcess.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_site is not null) await _site.DisposeAsync();
    }

    /// <summary>An empty page of a fresh visitor.</summary>
    /// <param name="language">What the browser asks for.</param>
    /// <param name="script">Whether the page may run scripts of its own.</param>
    public async Task<IPage> NewPageAsync(string language = "en-US", bool script = true)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions { Locale = language, JavaScriptEnabled = script });
        return await context.NewPageAsync();
    }

    /// <summary>An empty page of a fresh visitor with a screen of so many pixels for each of CSS.</summary>
    public async Task<IPage> NewPageAsync(int density, int width)
    {
        var context = await _browser.NewContextAsync(
            new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 }, DeviceScaleFactor = density });
        return await context.NewPageAsync();
    }

    /// <summary>A page of a fresh visitor, and everything that went wrong in it.</summary>
    public async Task<(IPage Page, List<string> Problems)> OpenAsync(string path, int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            // Tests put styles and scripts of their own in, which the site's policy refuses.
            BypassCSP = true,
        });
        var page = await context.NewPageAsync();
        var problems = Chromium.CollectProblems(page);
        await page.GotoAsync(new Uri(Url, path).AbsoluteUri, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        return (page, problems);
    }
}
