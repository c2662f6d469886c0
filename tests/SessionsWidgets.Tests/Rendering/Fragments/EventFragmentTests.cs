using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Rendering.Fragments;

/// <summary>A host's widget over events, which does not read the time itself.</summary>
public sealed class EventFragmentTests : IDisposable
{
    private static readonly WidgetDefinition<Nights> Definition = new(
        "cigar-nights", [], (widget, _) => WidgetQuery.Events(widget.Query).ToModel(page => new NightsModel(page)))
    {
        Describe = members => members.Add<NightsModel>(m => m.Member("titles", x => x.Titles)),
    };

    private readonly KeptFragments _kept = new(new CachePolicy { FreshFor = TimeSpan.FromDays(1) }, widgets: [Definition], reload: true);

    public EventFragmentTests()
    {
        _kept.Folder.Write("cigar-nights.liquid", "{{ titles }}{{ '' | counted }}");
        _kept.Json = Sessions.Page(
            Events.Item("a", "2026-07-18T23:00:00Z", "2026-07-19T02:00:00Z", "first"),
            Events.Item("b", "2026-07-19T20:00:00Z", title: "second"));
    }

    public void Dispose() => _kept.Dispose();

    [Theory]
    [InlineData(EventStatus.Upcoming, "first, second", "second")]
    [InlineData(EventStatus.Past, "", "first")]
    [InlineData(EventStatus.All, "first, second", "first, second")]
    public async Task RenderAsync_EventEnds_IsRenderedAnewAtThatMomentWithoutARequest(EventStatus status, string before, string after)
    {
        var widget = new Nights { Query = new EventQuery { Status = status } };
        var fragment = await _kept.KeepAsync(widget);
        fragment.ToString().ShouldBe(before, $"{fragment.Error}");
        _kept.Clock.Advance(TimeSpan.FromHours(2.5) - TimeSpan.FromTicks(1));
        (await _kept.RenderAsync(widget)).ToString().ShouldBe(before);
        var renderings = _kept.Renderings;
        _kept.Clock.Advance(TimeSpan.FromTicks(1));
        var next = await _kept.RenderAsync(widget);
        next.ToString().ShouldBe(after);
        next.Origin.ShouldBe(FragmentOrigin.Fresh);
        _kept.Requests.ShouldBe(1);
        if (status != EventStatus.All) _kept.Renderings.ShouldBeGreaterThan(renderings);
    }

    [Fact]
    public async Task RenderAsync_EventsAhead_SaysUntilWhenTheFragmentIsTrue()
    {
        var ends = new DateTimeOffset(2026, 7, 19, 2, 0, 0, TimeSpan.Zero);
        (await _kept.RenderAsync(new Nights())).FreshUntil.ShouldBe(ends);
        var all = await _kept.RenderAsync(new Nights { Query = new EventQuery { Status = EventStatus.All } });
        all.FreshUntil.ShouldBe(_kept.Clock.GetUtcNow().AddDays(1));
    }

    [Fact]
    public async Task RenderAsync_BusinessIsUnknown_IsEmpty()
    {
        _kept.Json = null;
        (await _kept.RenderAsync(new Nights())).ToString().ShouldBeEmpty();
    }

    private sealed record Nights : Widget
    {
        public EventQuery Query { get; init; } = new();
    }

    private sealed class NightsModel(EventPage page) : WidgetModel
    {
        public string Titles { get; } = string.Join(", ", page.Events.Select(e => e.Title));
    }
}
