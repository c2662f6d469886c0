using System.Net;
using System.Text.Json;

namespace SessionsWidgets;

/// <summary>Reads durations: an object for one address, a list for several; both are taken for either.</summary>
internal static class GuestDurationReader
{
    /// <summary>The durations in the order of the addresses; null for those that the answer does not have.</summary>
    /// <exception cref="PayloadException">The answer is neither an object nor a list, or more than half of it is broken.</exception>
    public static TimeSpan?[] Read(ReadOnlyMemory<byte> json, IReadOnlyList<IPAddress> asked, string? contentType = null) =>
        PayloadJson.Read(json, contentType, root =>
        {
            JsonElement[] items = root.ValueKind switch
            {
                JsonValueKind.Object when PayloadJson.Envelope(root).ContainsKey("duration") => [root],
                JsonValueKind.Array => [.. root.EnumerateArray()],
                _ => throw new PayloadException("the answer is neither a duration nor a list of them"),
            };
            var durations = new TimeSpan?[asked.Count];
            foreach (var (address, duration) in PayloadJson.Items(items, ReadDuration))
            {
                for (var i = 0; i < asked.Count; i++)
                {
                    if (asked[i].Equals(address)) durations[i] = duration;
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
