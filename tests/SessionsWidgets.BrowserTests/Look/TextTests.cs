using System.Text.Json;
using Microsoft.Playwright;

namespace SessionsWidgets.BrowserTests.Look;

/// <summary>What is read without a stylesheet, copied or spoken: each value once, and names where they help.</summary>
public sealed class TextTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData("en", "Rated 4.8 out of 5", "1 h 14 min", "1 hour 14 minutes")]
    [InlineData("de", "Mit 4,8 von 5 bewertet", "1 Std. 14 Min.", "1 Stunde 14 Minuten")]
    [InlineData("ar", "التقييم 4.8 من 5", null, null)]
    public async Task Text_WithoutStylesheetCopiedOrSpoken_IsThere(string language, string rated, string? shortTime, string? longTime)
    {
        var page = await browser.NewPageAsync();
        var widgets = await AllWidgets.RenderAsync(language, states: false);
        foreach (var html in (string[])[$"<!DOCTYPE html><title>.</title>{widgets}", AllWidgets.Page(widgets)])
        {
            await page.SetContentAsync(html);
            var read = Plain(await page.EvaluateAsync<string>("document.body.innerText"));
            read.ShouldContain(rated);
            var copied = await page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll('.sw-rating, .sw-duration, .sw-stay, .sw-action, .sw-bar')].map(e => {
                  getSelection().selectAllChildren(e);
                  return getSelection().toString();
                })
                """);
            copied.Select(Plain).ShouldContain(rated);
            if (shortTime is not null) copied.Select(Plain).ShouldContain(shortTime);
            if (longTime is not null) copied.ShouldAllBe(c => !Plain(c).Contains(longTime));
        }

        // Nothing is shown to one and kept from the other, but initials beside the name.
        (await page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('.sw [aria-hidden]')].filter(e => !e.matches('svg, .sw-avatar, .sw-faces')).map(e => e.outerHTML)
            """)).ShouldBeEmpty();
        var spoken = await SpokenAsync(page);
        spoken.ShouldContain(rated);
        if (longTime is not null) spoken.ShouldContain(longTime);
        if (shortTime is not null) spoken.ShouldNotContain(shortTime);
    }

    [Fact]
    public async Task Names_ForWhoListens_AreSaidOnce()
    {
        var page = await browser.NewPageAsync();
        await page.SetContentAsync(AllWidgets.Page(await AllWidgets.RenderAsync(states: false)));

        // A region only where the host named it.
        (await page.GetByRole(AriaRole.Region).CountAsync()).ShouldBe(1);
        (await page.GetByRole(AriaRole.Region, new() { Name = "Evening" }).CountAsync()).ShouldBe(1);
        (await page.GetByRole(AriaRole.Table, new() { Name = "Guest sessions" }).CountAsync()).ShouldBe(1);
        (await page.GetByRole(AriaRole.Heading, new() { Name = "Marchetti Churchill", Exact = true }).CountAsync()).ShouldBe(3);
        (await page.GetByRole(AriaRole.Article, new() { Name = "María L. – Marchetti Churchill" }).CountAsync()).ShouldBeGreaterThan(1);
        (await page.Locator("article:not([aria-label]), article[aria-label='']").CountAsync()).ShouldBe(0);
        var visits = await page.Locator(".sw-guest-visits").AriaSnapshotAsync();
        visits.Split("Visits per day").Length.ShouldBe(2);
        (await SpokenAsync(page)).ShouldContain("Today Visits: ");
        var card = Plain(await page.Locator(".sw-session-card").Last.AriaSnapshotAsync());
        card.ShouldNotContain("Rated");
    }

    /// <summary>The texts and the named pictures of the accessibility tree, in its order.</summary>
    private static async Task<string> SpokenAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        var tree = (await session.SendAsync("Accessibility.getFullAXTree"))!.Value.GetProperty("nodes").EnumerateArray().ToList();
        var byId = tree.DistinctBy(n => n.GetProperty("nodeId").GetString()!).ToDictionary(n => n.GetProperty("nodeId").GetString()!);
        return Plain(string.Join(' ', Texts(tree[0])));

        IEnumerable<string?> Texts(JsonElement node)
        {
            if (!node.GetProperty("ignored").GetBoolean() && Value(node, "role") is "StaticText" or "image" or "img")
                return [Value(node, "name")];
            return node.TryGetProperty("childIds", out var children)
                ? children.EnumerateArray().Where(c => byId.ContainsKey(c.GetString()!)).SelectMany(c => Texts(byId[c.GetString()!]))
                : [];
        }

        static string? Value(JsonElement node, string property) =>
            node.TryGetProperty(property, out var found) && found.TryGetProperty("value", out var value) ? value.ToString() : null;
    }

    private static string Plain(string text) =>
        string.Join(' ', text.Split((char[])[' ', '\n', '\t', '\u00a0', '\u202f'], StringSplitOptions.RemoveEmptyEntries));
}
