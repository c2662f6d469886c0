using System.Text.Unicode;

namespace SessionsWidgets;

/// <summary>
/// Repairs JSON whose names or strings are no text: broken UTF-8 and lone surrogates become U+FFFD. System.Text.Json parses such a
/// payload, and then throws wherever one of these names or strings is read.
/// </summary>
internal static class PayloadText
{
    /// <summary>What stands for a character that is none.</summary>
    public const char Replacement = '\uFFFD';

    /// <summary>The length of an escaped UTF-16 unit: <c>\ud800</c>.</summary>
    private const int EscapeLength = 6;

    /// <summary>The payload itself when there is nothing to repair, which costs no copy.</summary>
    public static ReadOnlyMemory<byte> Repair(ReadOnlyMemory<byte> json)
    {
        var text = Utf8.IsValid(json.Span) ? json : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.Span));
        byte[]? repaired = null;
        for (var at = FindLoneSurrogate(text.Span, 0); at >= 0; at = FindLoneSurrogate(text.Span, at + EscapeLength))
        {
            repaired ??= text.ToArray();
            "\\ufffd"u8.CopyTo(repaired.AsSpan(at));
        }

        return repaired ?? text;
    }

    /// <summary>The place of the first escaped surrogate without its other half; -1 when there is none.</summary>
    private static int FindLoneSurrogate(ReadOnlySpan<byte> json, int from)
    {
        while (from < json.Length && json[from..].IndexOf((byte)'\\') is var offset and >= 0)
        {
            from += offset;
            if (ReadUnit(json[from..]) is not { } unit)
            {
                // Another escape; the one of a backslash too.
                from += 2;
                continue;
            }

            var isPair = char.IsHighSurrogate(unit) && ReadUnit(json[(from + EscapeLength)..]) is { } next && char.IsLowSurrogate(next);
            if (char.IsSurrogate(unit) && !isPair) return from;
            from += isPair ? 2 * EscapeLength : EscapeLength;
        }

        return -1;
    }

    /// <summary>The UTF-16 unit whose escape stands at the beginning; null when none does.</summary>
    private static char? ReadUnit(ReadOnlySpan<byte> json) =>
        json.Length >= EscapeLength && json.StartsWith("\\u"u8)
        && ushort.TryParse(json[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
