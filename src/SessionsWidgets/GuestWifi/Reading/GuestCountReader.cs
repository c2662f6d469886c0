namespace SessionsWidgets;

/// <summary>Reads a count: <c>{ "count": 1000 }</c>.</summary>
internal static class GuestCountReader
{
    private const long Max = 1_000_000_000;

    /// <exception cref="PayloadException">The response has no valid count.</exception>
    public static long Read(ReadOnlyMemory<byte> json, string? contentType = null) => PayloadJson.Read(json, contentType, root =>
        PayloadJson.Number(PayloadJson.Envelope(root).GetValueOrDefault("count")) is { } count and >= 0 and <= Max
            ? count
            : throw new PayloadException("the response has no valid number 'count'"));
}
