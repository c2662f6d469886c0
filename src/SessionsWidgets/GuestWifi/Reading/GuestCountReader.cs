using System.Text.Json;

namespace SessionsWidgets;

/// <summary>Reads a count: <c>{ "count": 1000 }</c>.</summary>
internal static class GuestCountReader
{
    private const long Most = 1_000_000_000;

    /// <exception cref="PayloadException">The answer has no count that makes sense.</exception>
    public static long Read(ReadOnlyMemory<byte> json, string? contentType = null) => PayloadJson.Read(json, contentType, root =>
    {
        var value = PayloadJson.Envelope(root).GetValueOrDefault("count");
        return (PayloadJson.Number(value) ?? NumberInQuotes(value)) is { } count and >= 0 and <= Most
            ? count
            : throw new PayloadException("the answer has no number 'count' that makes sense");
    });

    private static long? NumberInQuotes(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
        && long.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
