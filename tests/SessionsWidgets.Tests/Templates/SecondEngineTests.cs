using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Templates;

/// <summary>The widgets' feed on another engine: the core asks for templates through one interface and knows no more of them.</summary>
public class SecondEngineTests
{
    private const string Feed = """
        <section id="{{id}}" lang="{{language}}"><h2>{{heading}}</h2>
        {{#each sessions}}
        <article><bdi>{{user.display_name}}</bdi> {{#if cigar}}{{cigar.name}}{{/if}} {{#if created_at}}{{ago created_at}}{{/if}} {{#if duration}}{{short_duration duration}}{{/if}} {{#if rating}}{{out_of_five rating}}{{/if}} {{note}}</article>
        {{else}}<p>{{text "no_smokes_title"}}</p>
        {{/each}}
        </section>
        """;

    [Fact]
    public async Task RenderAsync_OnAnotherEngine_ShowsTheSameSessions()
    {
        var (html, freshUntil) = await RenderAsync(Feed, TemplateCase.Full);
        var body = TemplateCase.Parse(html);
        body.QuerySelectorAll("article").Length.ShouldBe(4);
        body.QuerySelector("h2")!.TextContent.ShouldBe("Recent smokes");
        body.QuerySelectorAll("bdi").Select(b => b.TextContent).ShouldBe(["Jo Example", "María López", "نورة ع.", "佐藤 美咲"]);
        html.ShouldContain("2 hours ago");
        html.ShouldContain("1\u00A0h\u00A010\u00A0min 4.8");
        freshUntil.ShouldBeLessThan(new DateTimeOffset(2026, 7, 18, 23, 31, 1, TimeSpan.Zero));
    }

    [Fact]
    public async Task RenderAsync_OnAnotherEngineWithoutSessions_ShowsTheEmptyState() =>
        (await RenderAsync(Feed, TemplateCase.Empty)).Html.ShouldContain("<p>No smokes yet</p>");

    [Fact]
    public async Task RenderAsync_OnAnotherEngine_HostileDataStaysText()
    {
        var (html, _) = await RenderAsync("<section>{{#each sessions}}<p>{{note}}</p>{{/each}}</section>", Sessions.Everywhere("<img src=x onerror=alert(1)>"));
        TemplateCase.Parse(html).QuerySelector("img").ShouldBeNull();
    }

    private static async Task<(string Html, DateTimeOffset FreshUntil)> RenderAsync(string template, string json)
    {
        using var folder = new TemporaryFolder();
        folder.Write("recent-smokes.liquid", template);
        using var handler = new StubHandler(json);
        await using var client = new SessionsClient(new SessionsClientOptions { ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = handler, TimeProvider = new ManualClock() });
        var renderer = new WidgetRenderer(client, new WidgetRendererOptions { Engine = new HandlebarsEngine(), TemplateFolder = folder.Path });
        var fragment = await renderer.RenderAsync(client.Business(BusinessType.Venue, "stogies-chapin"), new RecentSmokes());
        fragment.Error.ShouldBeNull();
        return (fragment.ToString(), fragment.FreshUntil);
    }
}
