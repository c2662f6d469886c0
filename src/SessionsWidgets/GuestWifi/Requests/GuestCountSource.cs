namespace SessionsWidgets;

/// <summary>An exact count, not for templates. Immutable.</summary>
internal sealed record GuestTotal(long Count, DateTimeOffset FetchedAt);

/// <summary>Fetches counts. Thread-safe.</summary>
internal sealed class GuestCountSource(GuestWifiAccounts accounts, TimeProvider clock) : GuestSource<GuestCountSource.Key, GuestTotal>
{
    internal sealed record Key(GuestWifiAccount Account, GuestSessionQuery Query);

    public override string KeyHashOf(Key key) =>
        NameOf(
            "count", key.Account, key.Query.LocationId, key.Query.StartedFrom?.DayNumber, key.Query.EndedBefore?.DayNumber,
            key.Query.Online, key.Query.LastSessionFirst);

    public override object EntryKeyOf(Key key) => key.Query.IsPersonal ? HashKey(KeyHashOf(key), key.Query) : key;

    public override Uri AddressOf(Key key) => accounts.Of(key.Account).Count.Shown;

    public override async Task<FetchResult<GuestTotal>> FetchAsync(
        Key key, FetchResult<GuestTotal>? last, CancellationToken cancellationToken)
    {
        var count = await FetchAsync(accounts.Of(key.Account), key.Query, cancellationToken);
        return new FetchResult<GuestTotal>(new GuestTotal(count, clock.GetUtcNow()), 100);
    }

    /// <exception cref="ApiException">There is no usable response.</exception>
    public static Task<long> FetchAsync(GuestWifiApi api, GuestSessionQuery query, CancellationToken cancellationToken) =>
        api.Count.GetAsync(
            GuestWifiUrls.Count(api.BaseUrl, query), response => GuestCountReader.Read(response.Bytes, response.ContentType), null,
            cancellationToken);
}
