using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Boxpressd;

/// <summary>The requests that pages cause for lists count into the one budget of their business.</summary>
public sealed class ListBudgetTests : IDisposable
{
    private static readonly WidgetDefinition<Nights> Definition = new(
        "cigar-nights", [], (widget, _) => WidgetQuery.Events(widget.Query).ToModel(page => new NightsModel(page.Events.Count)))
    {
        Describe = members => members.Add<NightsModel>(m => m.Member("count", x => (long?)x.Count)),
    };

    private readonly ListUpstream _upstream = new() { Policy = new CachePolicy { RequestsPerMinute = 20 } };
    private readonly TemporaryFolder _folder = new();
    private readonly BusinessContext _lounge;
    private readonly WidgetRenderer _widgets;

    public ListBudgetTests()
    {
        _folder.Write("cigar-nights.liquid", "{{ count }}");
        var client = _upstream.Client();
        _lounge = client.GetBusiness(BusinessType.Venue, "lounge");
        _widgets = new WidgetRenderer(
            client, new WidgetRendererOptions { Catalog = new WidgetCatalog([Definition]), TemplateFolder = _folder.Path });
    }

    public void Dispose()
    {
        _upstream.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task RenderAsync_ManyQueriesOfOnePage_MakeNoMoreRequestsThanTheBudget()
    {
        var shown = 0;
        for (var day = 1; day <= 28; day++) shown += await ShowAsync(day) == FragmentOrigin.Fresh ? 1 : 0;
        shown.ShouldBe(20);
        _upstream.Asked.Count.ShouldBe(20);
        (await _widgets.RenderAsync(_lounge, new RecentSmokes())).Origin.ShouldBe(FragmentOrigin.Fallback, "it is one budget");
        _upstream.Log.Events.ShouldContain("budget.used_up");
    }

    [Fact]
    public async Task RenderAsync_QueriesOfSeveralPages_AreChargedForAllOfThem()
    {
        // Five pages, of which the first alone is foreseen.
        _upstream.Items =
            [.. Enumerable.Range(0, 450).Select(i => Events.Item($"evt_{i}", "2030-01-01T20:00:00Z"))];
        for (var day = 1; day <= 28; day++) await ShowAsync(day);
        _upstream.Asked.Count.ShouldBe(20);
        _upstream.Clock.Advance(TimeSpan.FromMinutes(10));
        (await ShowAsync(28)).ShouldBe(FragmentOrigin.Fresh);
    }

    [Fact]
    public async Task GetEventsAsync_LibraryCall_IsNotCounted()
    {
        _upstream.Items = [.. Enumerable.Range(0, 450).Select(i => Events.Item($"evt_{i}", "2030-01-01T20:00:00Z"))];
        for (var day = 1; day <= 28; day++) await _lounge.GetEventsAsync(QueryFrom(day));
        _upstream.Asked.Count.ShouldBe(28 * 5);
        (await _widgets.RenderAsync(_lounge, new Nights())).Origin.ShouldBe(FragmentOrigin.Fresh);
    }

    private async Task<FragmentOrigin> ShowAsync(int day) =>
        (await _widgets.RenderAsync(_lounge, new Nights { Query = QueryFrom(day) })).Origin;

    private static EventQuery QueryFrom(int day) => new() { From = new DateOnly(2026, 2, day) };

    private sealed record Nights : Widget
    {
        public EventQuery Query { get; init; } = new();
    }

    private sealed class NightsModel(int count) : WidgetModel
    {
        public int Count { get; } = count;
    }
}
