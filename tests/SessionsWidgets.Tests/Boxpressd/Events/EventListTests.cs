using System.Globalization;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Boxpressd;

/// <summary>What events are asked for, and in which order and number they come.</summary>
public sealed class EventListTests : IDisposable
{
    private static readonly EventQuery All = new() { Status = EventStatus.All };
    private static readonly EventQuery Past = new() { Status = EventStatus.Past };

    private readonly ListUpstream _upstream = new();

    public void Dispose() => _upstream.Dispose();

    [Theory]
    [InlineData(BusinessType.Venue, "/venues/lounge/events?status=upcoming&limit=100")]
    [InlineData(BusinessType.Brand, "/brands/lounge/events?status=upcoming&limit=100")]
    public async Task GetEventsAsync_NoQuery_AsksForUpcomingOnes(BusinessType type, string address)
    {
        (await _upstream.Lounge(type: type).GetEventsAsync()).Events.ShouldBeEmpty();
        _upstream.Asked.ShouldBe([address]);
    }

    [Fact]
    public async Task GetEventsAsync_AllOptions_AreInTheAddressButOffsetAndLimit()
    {
        await _upstream.Lounge().GetEventsAsync(new EventQuery
        {
            Status = EventStatus.Past, Limit = 3, Offset = 4, From = new DateOnly(2026, 1, 1), To = Day.Today, Featured = false,
        });
        _upstream.Asked.ShouldBe(["/venues/lounge/events?status=past&limit=100&from=2026-01-01&to=2026-07-18&featured=false"]);
    }

    [Fact]
    public async Task GetEventsAsync_UpstreamHasAnotherOrder_IsSortedWithTiesById()
    {
        _upstream.Items =
        [
            Events.Item("late", "2026-08-02T20:00:00Z"), Events.Item("b", "2026-08-01T20:00:00Z"),
            Events.Item("soon", "2026-07-20T20:00:00Z"), Events.Item("B", "2026-08-01T20:00:00Z"),
            Events.Item("a", "2026-08-01T22:00:00+02:00"),
        ];
        (await IdsAsync(new EventQuery())).ShouldBe(["soon", "B", "a", "b", "late"]);
        (await IdsAsync(All)).ShouldBe(["soon", "B", "a", "b", "late"]);
        _upstream.Clock.Advance(TimeSpan.FromDays(365));
        (await IdsAsync(Past)).ShouldBe(["late", "B", "a", "b", "soon"]);
    }

    [Fact]
    public async Task GetEventsAsync_MorePages_AreFetchedAndSortedBeforeOffsetAndLimit()
    {
        // The soonest is the last one of upstream.
        _upstream.Items = [.. Enumerable.Range(0, 250).Select(i => Evening($"evt_{i:000}", daysAhead: 300 - i))];
        var page = await _upstream.Lounge().GetEventsAsync(new EventQuery { Offset = 2, Limit = 3 });
        page.Events.Select(e => e.Id).ShouldBe(["evt_247", "evt_246", "evt_245"]);
        page.IsPartial.ShouldBeFalse();
        _upstream.Asked.ShouldBe(
        [
            "/venues/lounge/events?status=upcoming&limit=100", "/venues/lounge/events?status=upcoming&limit=100&offset=100",
            "/venues/lounge/events?status=upcoming&limit=100&offset=200",
        ]);
    }

    [Theory]
    [InlineData(999, false)]
    [InlineData(1000, true)]
    [InlineData(1500, true)]
    public async Task GetEventsAsync_AsManyAsTheCap_StopsThereAndSaysSo(int count, bool isPartial)
    {
        _upstream.Items = [.. Enumerable.Range(0, count).Select(i => Evening($"evt_{i}", daysAhead: i))];
        var page = await _upstream.Lounge().GetEventsAsync();
        page.Events.Count.ShouldBe(Math.Min(count, 1000));
        page.IsPartial.ShouldBe(isPartial);
        _upstream.Asked.Count.ShouldBe(10);
        _upstream.Log.Events.Count(e => e == "paging.stopped").ShouldBe(isPartial ? 1 : 0);
    }

    [Fact]
    public async Task GetEventsAsync_OtherLimitsAndOffsets_ShareOneCachedResult()
    {
        _upstream.Items = [.. Enumerable.Range(0, 20).Select(i => Evening($"evt_{i:00}", daysAhead: i))];
        var lounge = _upstream.Lounge();
        (await lounge.GetEventsAsync(new EventQuery { Limit = 2 })).Events.Select(e => e.Id).ShouldBe(["evt_00", "evt_01"]);
        (await lounge.GetEventsAsync(new EventQuery { Limit = 1, Offset = 2 })).Events.Select(e => e.Id).ShouldBe(["evt_02"]);
        (await lounge.GetEventsAsync()).Events.Count.ShouldBe(20);
        (await lounge.GetEventsAsync(new EventQuery { Offset = 50 })).Events.ShouldBeEmpty();
        _upstream.Asked.Count.ShouldBe(1);
        await lounge.GetEventsAsync(new EventQuery { Featured = true });
        await lounge.GetEventsAsync(Past);
        _upstream.Asked.Count.ShouldBe(3);
    }

    [Fact]
    public async Task GetEventsAsync_EventEndsBetweenTwoCalls_LeavesUpcomingAtThatMomentWithoutARequest()
    {
        // It is 19:30 in New York.
        _upstream.Policy = new CachePolicy { FreshFor = TimeSpan.FromDays(1) };
        _upstream.Items = [Events.Item("next", "2026-07-19T23:00:00Z"), Events.Item("now", "2026-07-18T23:00:00Z", "2026-07-19T02:00:00Z")];
        var lounge = _upstream.Lounge();
        (await IdsOfAsync(lounge, new EventQuery { Limit = 1 })).ShouldBe(["now"]);
        (await IdsOfAsync(lounge, Past)).ShouldBeEmpty();
        _upstream.Clock.Advance(TimeSpan.FromHours(2.5) - TimeSpan.FromTicks(1));
        (await IdsOfAsync(lounge, new EventQuery { Limit = 1 })).ShouldBe(["now"]);
        (await IdsOfAsync(lounge, Past)).ShouldBeEmpty();
        _upstream.Clock.Advance(TimeSpan.FromTicks(1));
        (await IdsOfAsync(lounge, new EventQuery { Limit = 1 })).ShouldBe(["next"]);
        (await IdsOfAsync(lounge, Past)).ShouldBe(["now"]);
        _upstream.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task GetEventsAsync_UpstreamIgnoresTheFilter_ShowsFeaturedOnesOrOthersOnly()
    {
        _upstream.Items =
        [
            Evening("yes", 1, "\"featured\":true"), Evening("no", 2, "\"featured\":false"), Evening("unsaid", 3),
            Evening("text", 4, "\"featured\":\"true\""), Evening("number", 5, "\"featured\":1"),
        ];
        (await IdsAsync(new EventQuery { Featured = true })).ShouldBe(["yes", "text"]);
        (await IdsAsync(new EventQuery { Featured = false })).ShouldBe(["no", "unsaid", "number"]);
        (await IdsAsync(new EventQuery())).Count.ShouldBe(5);
    }

    [Fact]
    public async Task GetEventsAsync_RelativeDaysOverMidnight_AskForTheNewDay()
    {
        _upstream.Policy = new CachePolicy { FreshFor = TimeSpan.FromDays(1), StaleWhileRevalidate = TimeSpan.Zero };
        var lounge = _upstream.Lounge();
        var query = new EventQuery { From = Day.Today, Limit = 6 };
        await lounge.GetEventsAsync(query);
        _upstream.Clock.Advance(TimeSpan.FromHours(4.5));
        await lounge.GetEventsAsync(query);
        await Eventually.BeTrueAsync(() => _upstream.Asked.Count == 2, () => "it is asked for anew");
        _upstream.Asked.ShouldBe(
        [
            "/venues/lounge/events?status=upcoming&limit=100&from=2026-07-18",
            "/venues/lounge/events?status=upcoming&limit=100&from=2026-07-19",
        ]);
    }

    [Theory]
    [InlineData(0, null, EventStatus.All, "limit is '0'; it must be from 1 to 1000.")]
    [InlineData(1001, null, EventStatus.All, "limit is '1001'; it must be from 1 to 1000.")]
    [InlineData(null, -1, EventStatus.All, "offset is '-1'; it must be 0 or more.")]
    [InlineData(null, null, (EventStatus)7, "status is '7'; it must be 'upcoming' or 'past' or 'all'.")]
    public async Task GetEventsAsync_ValueNotAllowed_IsRefusedBeforeAnyRequest(
        int? limit, int? offset, EventStatus status, string message)
    {
        var lounge = _upstream.Lounge();
        var query = new EventQuery { Limit = limit, Offset = offset, Status = status };
        (await Should.ThrowAsync<ParameterException>(() => lounge.GetEventsAsync(query))).Message.ShouldBe(message);
        (await Should.ThrowAsync<ParameterException>(
            () => lounge.GetEventsAsync(new EventQuery { From = Day.Today, To = Day.Ago(1) }))).ParameterName.ShouldBe("from");
        _upstream.Asked.ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<string>> IdsAsync(EventQuery query) => await IdsOfAsync(_upstream.Lounge(), query);

    private static async Task<IReadOnlyList<string>> IdsOfAsync(BusinessContext lounge, EventQuery query) =>
        [.. (await lounge.GetEventsAsync(query)).Events.Select(e => e.Id)];

    private static string Evening(string id, int daysAhead, string? more = null)
    {
        var start = new DateTimeOffset(2026, 7, 20, 23, 0, 0, TimeSpan.Zero).AddDays(daysAhead);
        return Events.Item(id, start.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), more: more);
    }
}
