using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.BrowserTests.Look;

/// <summary>The page's color scheme leads, under a light system and under a dark one.</summary>
public sealed partial class SchemeTests(Browser browser) : IClassFixture<Browser>
{
    private const string Light = "rgb(255, 253, 249)";
    private const string Dark = "rgb(33, 26, 21)";
    private const string Widget = "<section class=\"sw\"><div class=\"sw-panel\">.</div></section>";

    /// <summary>The ground of each panel in the page.</summary>
    private const string Grounds = "[...document.querySelectorAll('.sw-panel')].map(p => getComputedStyle(p).backgroundColor)";

    [Theory]
    [InlineData("<html>", Light, Light)]
    [InlineData("<html style=\"color-scheme: light\">", Light, Light)]
    [InlineData("<html style=\"color-scheme: dark\">", Dark, Dark)]
    [InlineData("<html style=\"color-scheme: light dark\">", Light, Dark)]
    [InlineData("<html><meta name=\"color-scheme\" content=\"light\">", Light, Light)]
    [InlineData("<html><meta name=\"color-scheme\" content=\"dark\">", Dark, Dark)]
    [InlineData("<html><meta name=\"color-scheme\" content=\"light dark\">", Light, Dark)]
    [InlineData("<html style=\"color-scheme: dark\"><body style=\"color-scheme: light\">", Light, Light)]
    [InlineData("<html style=\"color-scheme: light dark\"><body data-sw-theme=\"light\">", Light, Light)]
    [InlineData("<html data-sw-theme=\"dark\">", Dark, Dark)]
    [InlineData("<html data-sw-theme=\"auto\">", Light, Dark)]
    [InlineData("<html data-sw-theme=\"dark\"><body data-sw-theme=\"light\">", Light, Light)]
    [InlineData("<html data-sw-theme=\"light\"><body class=\"dark\">", Light, Light)]
    [InlineData("<html class=\"dark\"><body data-theme=\"light\">", Light, Light)]
    [InlineData("<html data-color-mode=\"auto\">", Light, Dark)]
    public async Task Widget_OnAPage_HasItsScheme(string start, string underLight, string underDark)
    {
        (await GroundsAsync(start + Widget, ColorScheme.Light)).ShouldBe([underLight]);
        (await GroundsAsync(start + Widget, ColorScheme.Dark)).ShouldBe([underDark]);
    }

    [Fact]
    public async Task Widget_BelowEachSwitch_HasItsSchemeUnderBothSystems()
    {
        foreach (var (scheme, ground) in ((string, string)[])[("dark", Dark), ("light", Light)])
        {
            var switches = Switches(scheme);
            switches.Count.ShouldBeGreaterThan(20);
            var body = string.Concat(switches.Select(s => $"<div {Attribute(s)}>{Widget}</div>"));
            foreach (var system in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                // On a page of the opposite scheme.
                var html = $"<html style=\"color-scheme: {(scheme == "dark" ? "light" : "dark")}\"><body>{body}";
                (await GroundsAsync(html, system)).Zip(switches).Where(p => p.First != ground).Select(p => p.Second).ShouldBeEmpty();
            }
        }
    }

    [Fact]
    public void Switches_OfTheStylesheet_AreListedInTheDocumentation()
    {
        var theming = File.ReadAllText(RepositoryFiles.PathOf("docs", "theming.md"));
        Switches("dark").Concat(Switches("light")).Where(s => !theming.Contains($"`{s}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private async Task<string[]> GroundsAsync(string html, ColorScheme system)
    {
        var page = await browser.NewPageAsync();
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = system });
        await page.SetContentAsync($"<!DOCTYPE html><title>.</title><style>{Stylesheet}</style>{html}");
        return await page.EvaluateAsync<string[]>(Grounds);
    }

    private static string Stylesheet => System.Text.Encoding.UTF8.GetString(BuiltInTemplates.Stylesheet.Span);

    private static List<string> Switches(string scheme) =>
        [.. SwitchList().Matches(Stylesheet).Where(m => m.Groups["scheme"].Value == scheme)
            .SelectMany(m => m.Groups["list"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    private static string Attribute(string selector) =>
        selector[0] == '.' ? $"class=\"{selector[1..]}\"" : selector[1..^1].Replace("~=", "=", StringComparison.Ordinal);

    [GeneratedRegex(
        @":where\((?<list>[^)]*)\) \{ --sw_scheme: (?<scheme>\w+);",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex SwitchList();
}
