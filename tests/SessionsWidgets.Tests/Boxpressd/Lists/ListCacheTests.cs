using System.Net;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Boxpressd;

/// <summary>Events and check-ins are cached, shared, refreshed and removed as sessions are.</summary>
public sealed class ListCacheTests : IDisposable
{
    private readonly ListUpstream _upstream = new() { Items = [Item("old")] };

    public static TheoryData<string> Lists => ["events", "checkins"];

    public void Dispose() => _upstream.Dispose();

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Get_Fresh_AsksOnceAndOnceForAllWhoWait(string list)
    {
        var lounge = _upstream.Lounge();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ShowAsync(lounge, list)));
        await ShowAsync(lounge, list);
        _upstream.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Get_NotModified_IsFreshAgain(string list)
    {
        _upstream.Tag = "\"v1\"";
        var lounge = _upstream.Lounge();
        await ShowAsync(lounge, list);
        _upstream.Clock.Advance(TimeSpan.FromHours(1));
        (await PageAsync(lounge, list)).IsStale.ShouldBeFalse();
        _upstream.Asked.Count.ShouldBe(2);
        _upstream.Asked[1].ShouldEndWith(" \"v1\"");
        (await PageAsync(lounge, list)).FetchedAt.ShouldBe(_upstream.Clock.GetUtcNow());
    }

    [Fact]
    public async Task GetEventsAsync_SeveralPages_AreNotAskedForWithTheTagOfOne()
    {
        _upstream.Tag = "\"v1\"";
        _upstream.Items = [.. Enumerable.Range(0, 150).Select(i => Item($"{i}"))];
        var lounge = _upstream.Lounge();
        await lounge.GetEventsAsync();
        _upstream.Clock.Advance(TimeSpan.FromHours(1));
        (await lounge.GetEventsAsync()).Events.Count.ShouldBe(150);
        _upstream.Asked.ShouldAllBe(a => !a.Contains("v1", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Get_UpstreamIsDown_GivesTheLastGoodResult(string list)
    {
        var lounge = _upstream.Lounge();
        await ShowAsync(lounge, list);
        _upstream.Status = HttpStatusCode.InternalServerError;
        _upstream.Clock.Advance(TimeSpan.FromHours(1));
        (await ShowAsync(lounge, list)).ShouldBe("old");
        (await PageAsync(lounge, list)).IsStale.ShouldBeTrue();
        _upstream.Clock.Advance(TimeSpan.FromDays(2));
        await Should.ThrowAsync<ApiException>(() => ShowAsync(lounge, list));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Get_AnotherServer_RestoresItFromTheDistributedCache(string list)
    {
        _upstream.Store = new SharedStore();
        _upstream.Items = [.. Enumerable.Range(0, 99).Select(i => Item($"{i:00}")), Item("{}")];
        await using (var first = _upstream.Client()) await ShowAsync(Of(first), list);
        var there = await PageAsync(Of(_upstream.Client()), list);
        _upstream.Asked.Count.ShouldBe(list == "events" ? 2 : 1);
        Count(there).ShouldBe(list == "events" ? 100 : 10);
        foreach (var (key, _) in _upstream.Store.Written) key.ShouldNotContain("lounge");
    }

    [Theory]
    [InlineData("events", false)]
    [InlineData("events", true)]
    [InlineData("checkins", false)]
    [InlineData("checkins", true)]
    public async Task RemoveAsync_OnAnotherServer_IsNotShownAgain(string list, bool everything)
    {
        _upstream.Store = new SharedStore();
        var (here, there) = (_upstream.Client(), _upstream.Client());
        (await ShowAsync(Of(here), list)).ShouldBe("old");
        await Eventually.BeTrueAsync(
            () => here.FetchesUnderWay == 0 && !_upstream.Store.Written.IsEmpty, () => "it is stored");
        (await ShowAsync(Of(there), list)).ShouldBe("old");
        _upstream.Asked.Count.ShouldBe(1);
        _upstream.Items = [Item("new")];
        await (everything ? there.RemoveAllAsync() : there.RemoveAsync(Of(there)));
        (await ShowAsync(Of(there), list)).ShouldBe("new");
        // Until it is stored, a third server would wait for this one.
        await Eventually.BeTrueAsync(() => there.FetchesUnderWay == 0, () => "the new result is stored");
        (await ShowAsync(Of(_upstream.Client()), list)).ShouldBe("new");
        _upstream.Clock.Advance(new CachePolicy().FreshFor);
        await ShowAsync(Of(here), list);
        await Eventually.BeTrueAsync(async () => await ShowAsync(Of(here), list) == "new", () => "the other server has looked");
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task RefreshAsync_StillFresh_FetchesAnewOfThatBusinessOnly(string list)
    {
        var client = _upstream.Client();
        var other = client.GetBusiness(BusinessType.Venue, "other");
        await ShowAsync(Of(client), list);
        await ShowAsync(other, list);
        _upstream.Items = [Item("new")];
        await client.RefreshAsync(Of(client));
        (await ShowAsync(Of(client), list)).ShouldBe("new");
        (await ShowAsync(other, list)).ShouldBe("old");
        await client.RefreshAllAsync();
        (await ShowAsync(other, list)).ShouldBe("new");
    }

    [Fact]
    public async Task Get_KindsOfOneBusiness_HaveKeysOfTheirOwn()
    {
        var lounge = _upstream.Lounge();
        string[] names =
        [
            Name(lounge.Api.Sessions, new SessionQuery()), Name(lounge.Api.Events, new EventQuery()),
            Name(lounge.Api.CheckIns, new CheckInQuery()), Name(lounge.Api.Events, new EventQuery { Status = EventStatus.All }),
            Name(lounge.Api.Events, new EventQuery { Featured = true }), Name(lounge.Api.CheckIns, new CheckInQuery { Limit = 5 }),
        ];
        names.ShouldBeUnique();
        Name(lounge.Api.Events, new EventQuery { Limit = 3 }).ShouldBe(Name(lounge.Api.Events, new EventQuery { Offset = 9 }));
        await lounge.GetSessionsAsync();
        await lounge.GetEventsAsync();
        await lounge.GetCheckInsAsync();
        _upstream.Asked.Count.ShouldBe(3);

        string Name<TQuery, TItem, TPage>(ListSource<TQuery, TItem, TPage> source, TQuery query)
            where TQuery : ListQuery
            where TItem : class
            where TPage : ResultPage => source.KeyHashOf(lounge.Query(source, query).Key);
    }

    private static BusinessContext Of(SessionsClient client) => client.GetBusiness(BusinessType.Venue, "lounge");

    /// <summary>An item that is an event as well as a check-in.</summary>
    private static string Item(string id) => $$$"""
        {"id":"{{{id}}}","title":"Cigar Night","startsAt":"2030-01-01T20:00:00Z","createdAt":"2026-07-18T22:14:00Z",
        "user":{"displayName":"Jo Example"}}
        """;

    private static async Task<ResultPage> PageAsync(BusinessContext lounge, string list) =>
        list == "events" ? await lounge.GetEventsAsync() : await lounge.GetCheckInsAsync();

    private static async Task<string> ShowAsync(BusinessContext lounge, string list) =>
        list == "events" ? (await lounge.GetEventsAsync()).Events[0].Id : (await lounge.GetCheckInsAsync()).CheckIns[0].Id;

    private static int Count(ResultPage page) => page is EventPage events ? events.Events.Count : ((CheckInPage)page).CheckIns.Count;
}
