using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.BrowserTests;

/// <summary>Script-injection strings in every field, in a real browser: none of them runs, and none loads anything.</summary>
public sealed class HostileDataTests(Browser browser) : IClassFixture<Browser>
{
    [SkippableFact]
    public async Task Widgets_WithInjectionStringsInEveryField_RunNothing()
    {
        var path = RepositoryFiles.PathOf("..", "shared", "security", "xss-sample.json");
        Skip.IfNot(File.Exists(path), $"{path} is not there.");
        var strings = JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(path))!;
        var problems = new ConcurrentQueue<string>();
        var page = await browser.NewPageAsync();
        page.Dialog += async (_, dialog) =>
        {
            problems.Enqueue($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        page.Request += (_, request) => problems.Enqueue($"request: {request.Url}");
        foreach (var chunk in strings.Chunk(20))
        {
            await page.SetContentAsync($"<!DOCTYPE html><meta charset=\"utf-8\"><title>.</title>{await RenderAsync(chunk)}");
            // What would start on a click or on focus gets its chance.
            await page.EvaluateAsync(
                "() => document.querySelectorAll('.sw *').forEach(e => { "
                + "for (const t of ['click', 'mouseover', 'focus', 'error', 'load']) e.dispatchEvent(new Event(t)); })");
            const string Foreign = "script, iframe, object, embed, form, base, link, style, .sw [style]";
            (await page.EvaluateAsync<int>($"() => document.querySelectorAll('{Foreign}').length")).ShouldBe(0);
        }

        problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Browser_ScriptThatDoesGetIn_IsNoticed()
    {
        var page = await browser.NewPageAsync();
        var noticed = new TaskCompletionSource<string>();
        page.Dialog += async (_, dialog) =>
        {
            noticed.TrySetResult(dialog.Message);
            await dialog.DismissAsync();
        };
        await page.SetContentAsync("<img src=x onerror=\"alert('ran')\">");
        (await noticed.Task.WaitAsync(TimeSpan.FromSeconds(30))).ShouldBe("ran");
    }

    private static async Task<string> RenderAsync(IEnumerable<string> strings)
    {
        var html = new StringBuilder();
        foreach (var text in strings)
        {
            using var handler = new StubHandler(Sessions.Everywhere(text));
            await using var client = new SessionsClient(
                new SessionsClientOptions
                {
                    ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = handler,
                }.On(new ManualClock()));
            var renderer = new WidgetRenderer(client);
            var business = client.GetBusiness(BusinessType.Venue, "lounge");
            Widget[] widgets =
            [
                new RecentSmokes { ShowVenue = true, CigarUrl = "/c/{id}" },
                new RecentSmokes { Layout = WidgetLayout.Grid },
                new SessionCard(),
                new CigarCards(),
            ];
            foreach (var widget in widgets)
                html.Append(await renderer.RenderAsync(business, widget));
        }

        return html.ToString();
    }
}
