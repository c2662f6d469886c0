namespace SessionsWidgets;

/// <summary>Fetches guest sessions, page by page. Thread-safe.</summary>
internal sealed class GuestSessionSource(GuestWifiAccounts accounts, Clocks clocks)
    : GuestSource<GuestSessionSource.Key, GuestSessionPage>
{
    internal sealed record Key(GuestWifiAccount Account, GuestSessionQuery Query, GuestMask Mask);

    public override string KeyHashOf(Key key) => NameOf(
        "list", key.Account, key.Query.LocationId, key.Query.StartedFrom?.DayNumber, key.Query.EndedBefore?.DayNumber, key.Query.Online,
        key.Query.Limit, key.Query.Page, key.Query.ForStaff, key.Mask.Fields, key.Mask.Key?.Fingerprint);

    public override object EntryKeyOf(Key key) => key.Query.IsPersonal ? HashKey(KeyHashOf(key), key.Query) : key;

    public override Uri AddressOf(Key key) => accounts.Of(key.Account).List.Shown;

    public override Task<FetchResult<GuestSessionPage>> FetchAsync(
        Key key, FetchResult<GuestSessionPage>? last, CancellationToken cancellationToken) =>
        FetchAsync(accounts.Of(key.Account), key.Query, key.Mask, clocks, cancellationToken);

    /// <exception cref="ApiException">There is no usable response.</exception>
    public static async Task<FetchResult<GuestSessionPage>> FetchAsync(
        GuestWifiApi api, GuestSessionQuery query, GuestMask mask, Clocks clocks, CancellationToken cancellationToken)
    {
        var perPage = Math.Min(query.Limit, GuestSessionQuery.MaxPageSize);
        var started = clocks.Waiting.GetTimestamp();
        var sessions = new List<GuestSession>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var dropped = 0;
        long bytes = 0;
        NextPage next;
        for (var page = query.Page; ; page++)
        {
            var uri = GuestWifiUrls.Sessions(api.BaseUrl, query, perPage, page);
            // All pages share one deadline.
            var left = api.List.Deadline - clocks.Waiting.GetElapsedTime(started);
            var (read, length) = await api.List.GetAsync(uri, Read, left, cancellationToken);
            var before = sessions.Count;
            sessions.AddRange(read.Sessions.Where(s => seen.Add(s.Identity)).Select(s => s.Session));
            dropped += read.Dropped;
            bytes += length;
            next = PageLink.Judge(read.Next, uri, page);
            // A page without new sessions is a repeated one.
            if (next == NextPage.Follows && sessions.Count == before) next = NextPage.Invalid;
            if (next != NextPage.Follows || sessions.Count >= query.Limit || page - query.Page + 1 >= MaxPages) break;
        }

        var result = new GuestSessionPage
        {
            Sessions = [.. sessions.Take(query.Limit).OrderByDescending(s => s.StartedAt ?? DateTimeOffset.MinValue)],
            HasMore = next == NextPage.Follows || sessions.Count > query.Limit,
            IsPartial = next == NextPage.Invalid,
            Dropped = dropped,
            FetchedAt = clocks.Host.GetUtcNow(),
        };
        return new FetchResult<GuestSessionPage>(result, bytes * 2) { Warnings = WarningsOf(result) };

        (GuestSessionReader.ReadPage Page, int Bytes) Read(ApiResponse response) =>
            (GuestSessionReader.Read(response.Bytes, mask, response.ContentType), response.Bytes.Length);
    }

    /// <summary>The maximum number of pages: those that the largest limit takes.</summary>
    private const int MaxPages = GuestSessionQuery.MaxLimit / GuestSessionQuery.MaxPageSize;

    private static List<PayloadWarning> WarningsOf(GuestSessionPage page)
    {
        var warnings = new List<PayloadWarning>();
        if (page.Dropped > 0) warnings.Add(new PayloadWarning(PayloadWarningKind.ItemsDropped, $"{page.Dropped}"));
        if (page.IsPartial) warnings.Add(new PayloadWarning(PayloadWarningKind.PagingStopped, "the link to the next page is invalid"));
        return warnings;
    }
}
