using Microsoft.Playwright;

namespace SessionsWidgets.GeneratorTests;

/// <summary>Debian's Chromium, started once for all tests of a class.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
        });
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
        var problems = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") problems.Add(message.Text); };
        page.PageError += (_, error) => problems.Add(error);
        page.RequestFailed += (_, request) => problems.Add($"{request.Url} failed");
        page.Response += (_, response) => { if (response.Status >= 400) problems.Add($"{response.Url} answered {response.Status}"); };
        await page.GotoAsync(url.AbsoluteUri);
        return (page, problems);
    }
}
