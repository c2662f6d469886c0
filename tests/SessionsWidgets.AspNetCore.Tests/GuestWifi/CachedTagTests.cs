using System.Net;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.AspNetCore.Tests.GuestWifi;

/// <summary>Widgets that are not for everyone, in pages that store parts of themselves with ASP.NET Core's own tags.</summary>
public sealed class CachedTagTests : IDisposable
{
    private static readonly string[] Pages =
    [
        "Direct", "Distributed", "Partial", "ViewComponent", "Section", "Body", "BodyPartial", "Nested", "Staff", "Own",
    ];

    private readonly TemporaryFolder _templates = new();

    public CachedTagTests() => _templates.Write("own-stay.liquid", "<p class=\"sw\">sw-stay</p>");

    public static TheoryData<string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, bool>();
            foreach (var page in Pages)
            {
                cases.Add(page, false);
                cases.Add(page, true);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Page_StoredForTheFirstVisitor_ShowsTheTagsContentToAll(string page, bool forwarded)
    {
        await using var site = await StartAsync();
        var (first, _, second) = Visitors.Of(forwarded);
        var (one, _) = await site.OpenAsync($"/Cached/{page}", first, forwarded);
        var (two, _) = await site.OpenAsync($"/Cached/{page}", second, forwarded);
        foreach (var html in new[] { one, two })
        {
            html.ShouldContain("id=\"content\"");
            html.ShouldNotContain("class=\"sw");
        }

        StoredPart(two).ShouldBe(StoredPart(one), "the tag still stores the rest of its content");
        site.Log.OwnEntries.ShouldHaveSingleItem().ShouldContain("it is not for everyone");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Page_InDevelopment_ShowsTheReason(string page, bool forwarded)
    {
        await using var site = await StartAsync("Development");
        var (html, _) = await site.OpenAsync($"/Cached/{page}", Visitors.Of(forwarded).First, forwarded);
        html.ShouldContain("cannot be shown");
        html.ShouldContain("it is not for everyone");
        html.ShouldNotContain("sw-stay");
        html.ShouldNotContain("sw-table");
    }

    [Theory]
    [MemberData(nameof(Visitors.Ways), MemberType = typeof(Visitors))]
    public async Task Page_WidgetsForEveryoneInsideAndOthersOutside_ShowsAll(bool forwarded)
    {
        await using var site = await StartAsync();
        var (first, secret, second) = Visitors.Of(forwarded);
        for (var visit = 0; visit < 2; visit++)
        {
            var (html, response) = await site.OpenAsync("/Cached/Outside", first, forwarded);
            html.ShouldContain("sw-guests-online");
            html.Split(secret).Length.ShouldBe(3);
            response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        }

        (await site.OpenAsync("/Cached/Outside", second, forwarded)).Html.ShouldNotContain(secret);
        site.Log.OwnEntries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_ComponentInACache_IsRefusedByAspNetCoreItself()
    {
        await using var site = await StartAsync();
        var (html, response) = await site.OpenAsync("/Cached/Component", "127.0.0.1", forwarded: false);
        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        html.ShouldNotContain("52 minutes");
        site.Log.Entries.ShouldContain(e => e.Text.Contains("not associated with the Dispatcher", StringComparison.Ordinal));
    }

    public void Dispose() => _templates.Dispose();

    private static string StoredPart(string html)
    {
        var start = html.IndexOf("<i>", StringComparison.Ordinal);
        return html[start..html.IndexOf("</i>", start, StringComparison.Ordinal)];
    }

    private Task<TestSite> StartAsync(string environment = "Production") => Visitors.StartAsync(
        environment, widgets => widgets.AddWidget(OwnStay), settings: ("SessionsWidgets:Templates", _templates.Path));

    /// <summary>A host's own widget about its visitor.</summary>
    private static WidgetDefinition OwnStay { get; } = new WidgetDefinition<Stay>(
        "own-stay", [], (_, _) => new WidgetPlan([], _ => new Model()))
    {
        Audience = WidgetAudience.Visitor,
    };

    private sealed record Stay : Widget;

    private sealed class Model : WidgetModel;
}
