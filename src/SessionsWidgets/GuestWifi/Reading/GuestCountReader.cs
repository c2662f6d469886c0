using System.Globalization;
using System.Text.Json;

namespace SessionsWidgets;

/// <summary>Reads a count: <c>{ "count": 1000 }</c>.</summary>
internal static class GuestCountReader
{
    private const long Most = 1_000_000_000;

    /// <exception cref="PayloadException">The answer has no count that makes sense.</exception>
    public static long Read(ReadOnlyMemory<byte> json) => GuestJson.Read(json, envelope =>
    {
        long count = -1;
        var found = GuestJson.Member(envelope, "count") switch
        {
            { ValueKind: JsonValueKind.Number } number => number.TryGetInt64(out count),
            { ValueKind: JsonValueKind.String } text => long.TryParse(text.Deserialize(GuestWireContext.Default.String), NumberStyles.None, CultureInfo.InvariantCulture, out count),
            _ => false,
        };
        return found && count is >= 0 and <= Most ? count : throw new PayloadException("the answer has no number 'count' that makes sense");
    });
}
