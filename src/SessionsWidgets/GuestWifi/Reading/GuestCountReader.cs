using System.Text.Json;

namespace SessionsWidgets;

/// <summary>Reads a count: <c>{ "count": 1000 }</c>.</summary>
internal static class GuestCountReader
{
    private const long Max = 1_000_000_000;

    /// <exception cref="PayloadException">The response has no valid count.</exception>
    public static long Read(ReadOnlyMemory<byte> json, string? contentType = null) => PayloadJson.Read(json, contentType, root =>
    {
        var value = PayloadJson.Envelope(root).GetValueOrDefault("count");
        return (PayloadJson.Number(value) ?? NumberInQuotes(value)) is { } count and >= 0 and <= Max
            ? count
            : throw new PayloadException("the response has no valid number 'count'");
    });

    private static long? NumberInQuotes(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
        && long.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
