using System.Net;
using System.Text.Json;

namespace SessionsWidgets;

/// <summary>Reads durations: an object for one address, a list for several; accepts either for both.</summary>
internal static class GuestDurationReader
{
    /// <summary>The durations in the order of the addresses; null for those missing in the response.</summary>
    /// <exception cref="PayloadException">The response is neither an object nor a list, or more than half of it is invalid.</exception>
    public static TimeSpan?[] Read(ReadOnlyMemory<byte> json, IReadOnlyList<IPAddress> addresses, string? contentType = null) =>
        PayloadJson.Read(json, contentType, root =>
        {
            JsonElement[] items = root.ValueKind switch
            {
                JsonValueKind.Object when PayloadJson.Envelope(root).ContainsKey("duration") => [root],
                JsonValueKind.Array => [.. root.EnumerateArray()],
                _ => throw new PayloadException("the response is neither a duration nor a list of them"),
            };
            var durations = new TimeSpan?[addresses.Count];
            foreach (var (address, duration) in PayloadJson.Items(items, ReadDuration))
            {
                for (var i = 0; i < addresses.Count; i++)
                {
                    if (addresses[i].Equals(address)) durations[i] = duration;
                }
            }

            return durations;
        });

    private static AddressDuration? ReadDuration(JsonElement item) =>
        PayloadJson.Item(item, GuestWireContext.Default.WireGuestDuration) is { } wire
        && IPAddress.TryParse(wire.IpAddress, out var address)
            ? new AddressDuration(address, WireDuration.Read(wire.Duration))
            : null;

    private sealed record AddressDuration(IPAddress Address, TimeSpan? Duration);
}
