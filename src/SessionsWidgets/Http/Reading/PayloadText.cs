using System.Text.Unicode;

namespace SessionsWidgets;

/// <summary>Replaces broken UTF-8 and lone surrogates in JSON by U+FFFD: System.Text.Json throws when reading such strings.</summary>
internal static class PayloadText
{
    public const char Replacement = '\uFFFD';

    /// <summary>The length of an escaped UTF-16 unit: <c>\ud800</c>.</summary>
    private const int EscapeLength = 6;

    /// <summary>Returns the payload itself when there is nothing to repair.</summary>
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

    /// <summary>The index of the first escaped surrogate that is not part of a pair; -1 for none.</summary>
    private static int FindLoneSurrogate(ReadOnlySpan<byte> json, int from)
    {
        while (from < json.Length && json[from..].IndexOf((byte)'\\') is var offset and >= 0)
        {
            from += offset;
            if (ReadUnit(json[from..]) is not { } unit)
            {
                // Another escape, such as that of a backslash.
                from += 2;
                continue;
            }

            var isPair = char.IsHighSurrogate(unit) && ReadUnit(json[(from + EscapeLength)..]) is { } next && char.IsLowSurrogate(next);
            if (char.IsSurrogate(unit) && !isPair) return from;
            from += isPair ? 2 * EscapeLength : EscapeLength;
        }

        return -1;
    }

    /// <summary>The UTF-16 unit escaped at the start; null for none.</summary>
    private static char? ReadUnit(ReadOnlySpan<byte> json) =>
        json.Length >= EscapeLength && json.StartsWith("\\u"u8)
        && ushort.TryParse(json[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
