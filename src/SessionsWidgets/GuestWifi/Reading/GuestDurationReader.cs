using System.Net;
using System.Text.Json;

namespace SessionsWidgets;

/// <summary>Reads durations: an object for one address, a list for several; both are taken for either.</summary>
internal static class GuestDurationReader
{
    /// <summary>The durations in the order of the addresses; null for those that the answer does not have.</summary>
    /// <exception cref="PayloadException">The answer is neither an object nor a list, or more than half of it is broken.</exception>
    public static TimeSpan?[] Read(ReadOnlyMemory<byte> json, IReadOnlyList<IPAddress> asked) => GuestJson.Read(json, root =>
    {
        JsonElement[] items = root.ValueKind switch
        {
            JsonValueKind.Object when root.TryGetProperty("duration", out _) => [root],
            JsonValueKind.Array => [.. root.EnumerateArray()],
            _ => throw new PayloadException("the answer is neither a duration nor a list of them"),
        };
        var durations = new TimeSpan?[asked.Count];
        var dropped = 0;
        foreach (var item in items)
        {
            if (GuestJson.Item(item, GuestWireContext.Default.WireGuestDuration) is { } wire && IPAddress.TryParse(wire.IpAddress, out var address))
            {
                for (var i = 0; i < asked.Count; i++)
                {
                    if (asked[i].Equals(address)) durations[i] = WireDuration.Read(wire.Duration);
                }
            }
            else
            {
                dropped++;
            }
        }

        return dropped * 2 > items.Length ? throw new PayloadException($"{dropped} of {items.Length} items of the answer are broken") : durations;
    });
}
