using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SessionsWidgets.BrowserTests;

/// <summary>Accessibility by axe, best practices included.</summary>
internal static class Axe
{
    /// <summary>What a whole page does wrong, on a phone and on a desk, light and dark.</summary>
    public static async Task<List<string>> ViolationsAsync(IPage page)
    {
        var found = new List<string>();
        foreach (var width in (int[])[360, 1280])
        {
            await page.SetViewportSizeAsync(width, 900);
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                var result = await page.RunAxe();
                found.AddRange(result.Violations.Select(v =>
                    $"{page.Url} at {width}, {scheme}: {v.Id}: {v.Help} ({v.Nodes.Length}): {v.Nodes[0].Html}"));
            }
        }

        return found;
    }
}
