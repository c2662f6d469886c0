using System.Net;

namespace SessionsWidgets;

/// <summary>Fetches durations, which are never stored. Thread-safe.</summary>
internal sealed class GuestDurationSource(GuestWifiAccounts accounts) : GuestSource<GuestDurationSource.Key, IReadOnlyList<GuestDuration>>
{
    /// <summary>The maximum number of addresses per request.</summary>
    private const int MaxAddresses = 100;

    internal sealed record Key(GuestWifiAccount Account, IReadOnlyList<IPAddress> Addresses);

    public override string KeyHashOf(Key key) => NameOf("durations", key.Account, null);

    public override object EntryKeyOf(Key key) => HashKey(KeyHashOf(key), [.. key.Addresses.Select(a => a.ToString())]);

    public override Uri AddressOf(Key key) => accounts.Of(key.Account).Durations.Shown;

    public override async Task<FetchResult<IReadOnlyList<GuestDuration>>> FetchAsync(
        Key key, FetchResult<IReadOnlyList<GuestDuration>>? last, CancellationToken cancellationToken)
    {
        var known = new Dictionary<IPAddress, TimeSpan?>();
        foreach (var chunk in key.Addresses.Distinct().Chunk(MaxAddresses))
        {
            var durations = await FetchChunkAsync(accounts.Of(key.Account), chunk, cancellationToken);
            for (var i = 0; i < chunk.Length; i++) known[chunk[i]] = durations[i];
        }

        return new FetchResult<IReadOnlyList<GuestDuration>>([.. key.Addresses.Select(a => new GuestDuration(known[a]))], 0);
    }

    private static async Task<TimeSpan?[]> FetchChunkAsync(GuestWifiApi api, IPAddress[] addresses, CancellationToken cancellationToken)
    {
        try
        {
            var uri = GuestWifiUrls.Durations(api.BaseUrl, addresses);
            return await api.Durations.GetAsync(
                uri, response => GuestDurationReader.Read(response.Bytes, addresses, response.ContentType), null, cancellationToken);
        }
        catch (ApiException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            // No session at this address.
            return new TimeSpan?[addresses.Length];
        }
    }
}
