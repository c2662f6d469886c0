using System.Net;

namespace SessionsWidgets;

/// <summary>Fetches how long guests have been there. Nothing of it is kept.</summary>
internal static class GuestDurationSource
{
    /// <summary>How many addresses one request asks for.</summary>
    private const int MostAddresses = 100;

    /// <summary>The durations in the order of the addresses; each is asked once.</summary>
    /// <exception cref="ApiException">There is no usable answer.</exception>
    public static async Task<IReadOnlyList<GuestDuration>> FetchAsync(GuestWifiApi api, IReadOnlyList<IPAddress> addresses, CancellationToken cancellationToken)
    {
        var known = new Dictionary<IPAddress, TimeSpan?>();
        foreach (var chunk in addresses.Distinct().Chunk(MostAddresses))
        {
            var durations = await FetchChunkAsync(api, chunk, cancellationToken);
            for (var i = 0; i < chunk.Length; i++) known[chunk[i]] = durations[i];
        }

        return [.. addresses.Select(a => new GuestDuration(known[a]))];
    }

    private static async Task<TimeSpan?[]> FetchChunkAsync(GuestWifiApi api, IPAddress[] addresses, CancellationToken cancellationToken)
    {
        try
        {
            return await api.Durations.GetAsync(GuestAddress.Durations(api.BaseUrl, addresses), answer => GuestDurationReader.Read(answer.Bytes, addresses), null, cancellationToken);
        }
        catch (ApiException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            // Nobody had this address.
            return new TimeSpan?[addresses.Length];
        }
    }
}
