namespace SessionsWidgets;

/// <summary>Counts visits per day. Thread-safe.</summary>
internal sealed class VisitCountsSource(GuestWifiAccounts accounts, Clocks clocks) : GuestSource<VisitCountsSource.Key, VisitCounts>
{
    internal sealed record Key(GuestWifiAccount Account, string? LocationId, DateOnly Today, int Days, int Sample);

    public override string KeyHashOf(Key key) =>
        NameOf("visits", key.Account, key.LocationId, key.Today.DayNumber, key.Days, key.Sample);

    public override object EntryKeyOf(Key key) => key;

    public override Uri AddressOf(Key key) => accounts.Of(key.Account).Count.Shown;

    /// <summary>Takes one count per day of the visits since that day; the difference to the next day's count is the day's own. Unlike a
    /// filter on the end, this includes guests who stayed past midnight or are still online.</summary>
    public override async Task<FetchResult<VisitCounts>> FetchAsync(
        Key key, FetchResult<VisitCounts>? last, CancellationToken cancellationToken)
    {
        var api = accounts.Of(key.Account);
        var query = new GuestSessionQuery { LocationId = key.LocationId };
        // Upstream's days may be in UTC, where tomorrow may have begun.
        var tomorrow = key.Today.AddDays(1);
        var isTomorrow = DateOnly.FromDateTime(clocks.Host.GetUtcNow().UtcDateTime) >= tomorrow;
        api.Count.EnsureRoom(key.Days + (isTomorrow ? 1 : 0));
        var visits = new List<(DateOnly Day, long Visits)>(key.Days);
        var later = isTomorrow ? await GuestCountSource.FetchAsync(api, query with { StartedFrom = tomorrow }, cancellationToken) : 0;
        for (var day = key.Today; visits.Count < key.Days; day = day.AddDays(-1))
        {
            var sinceThen = await GuestCountSource.FetchAsync(api, query with { StartedFrom = day }, cancellationToken);
            // Upstream may drop a session between two requests.
            visits.Add((day, Math.Max(0, sinceThen - later)));
            later = sinceThen;
        }

        visits.Reverse();
        var (stay, stays) = key.Sample == 0
            ? (null, 0)
            : await AverageStayAsync(
                api, query with { StartedFrom = visits[0].Day, Online = false, Limit = key.Sample }, cancellationToken);
        return new FetchResult<VisitCounts>(new VisitCounts(visits, stay, stays, clocks.Host.GetUtcNow()), 100 + (key.Days * 24));
    }

    private async Task<(TimeSpan? Stay, int Stays)> AverageStayAsync(
        GuestWifiApi api, GuestSessionQuery query, CancellationToken cancellationToken)
    {
        var page = await GuestSessionSource.FetchAsync(api, query, GuestMask.Opaque, clocks, cancellationToken);
        var stays = page.Value.Sessions.Where(s => !s.IsOnline && s.Duration is not null).Select(s => s.Duration!.Value.Ticks).ToList();
        return stays.Count == 0 ? (null, 0) : (TimeSpan.FromTicks((long)stays.Average()), stays.Count);
    }
}
