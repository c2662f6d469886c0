namespace SessionsWidgets.Liquid;

/// <summary>Text by code points, as Liquid counts it.</summary>
internal static class CodePoints
{
    public static int Count(string text)
    {
        var count = text.Length;
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0) return count;
        foreach (var c in text)
        {
            if (char.IsLowSurrogate(c)) count--;
        }

        return count;
    }

    public static int Count(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IndexOfAnyInRange((byte)0x80, (byte)0xFF) < 0) return utf8.Length;
        var count = 0;
        foreach (var b in utf8)
        {
            if ((b & 0xC0) != 0x80) count++;
        }

        return count;
    }

    /// <summary>The order of two texts by code points, which is also that of their bytes in UTF-8.</summary>
    public static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var same = a.CommonPrefixLength(b);
        if (same == a.Length || same == b.Length) return a.Length - b.Length;
        return Rank(a[same]) - Rank(b[same]);
    }

    /// <summary>A unit of UTF-16 moved so that halves of pairs come after all other characters.</summary>
    public static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;

    /// <summary>Part of a text; from the end when the start is negative.</summary>
    /// <returns>Null when the start lies outside the text.</returns>
    public static string? SliceOrNull(string text, long start, long length)
    {
        var count = Count(text);
        if (start < 0) start += count;
        if (start < 0 || start > count || length < 0) return null;
        length = Math.Min(length, count - start);
        if (count == text.Length) return text.Substring((int)start, (int)length);
        var first = IndexOf(text, (int)start, 0);
        return text[first..IndexOf(text, (int)length, first)];
    }

    public static string Slice(string text, long start, long length) => SliceOrNull(text, start, length) ?? string.Empty;

    private static int IndexOf(string text, int codePoints, int from)
    {
        while (codePoints-- > 0)
            from += char.IsHighSurrogate(text[from]) && from + 1 < text.Length && char.IsLowSurrogate(text[from + 1]) ? 2 : 1;
        return from;
    }
}
