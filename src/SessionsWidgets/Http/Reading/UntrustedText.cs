namespace SessionsWidgets;

/// <summary>Cleans text that users typed, of characters that would affect the text around it.</summary>
internal static class UntrustedText
{
    public const int MaxNameLength = 200;

    public const int MaxNoteLength = 4000;

    private const int MarksPerLetter = 4;

    /// <summary>Removes control characters, bidirectional overrides and excess combining marks, trims, and truncates at a grapheme boundary
    /// with an ellipsis to <paramref name="maxLength"/> UTF-16 units. Null when nothing is left.</summary>
    public static string? Clean(string? text, int maxLength)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var cleaned = NeedsCleaning(text) ? Filter(text) : text;
        cleaned = cleaned.Trim();
        if (cleaned.Length > maxLength) cleaned = Cut(cleaned, maxLength);
        return cleaned.Length == 0 ? null : cleaned;
    }

    private static bool NeedsCleaning(string text)
    {
        foreach (var c in text)
        {
            if (c >= 0x300 || char.IsControl(c)) return true;
        }

        return false;
    }

    private static string Filter(string text)
    {
        var result = new StringBuilder(text.Length);
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' or '\r')
            {
                result.Append(rune.Value == '\r' ? ' ' : (char)rune.Value);
                continue;
            }

            if (IsDisturbing(rune)) continue;
            marks = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks <= MarksPerLetter) result.Append(rune);
        }

        return result.ToString();
    }

    /// <summary>Controls, bidirectional formatting and invisible separators. Joiners stay: Persian and emoji need them.</summary>
    private static bool IsDisturbing(Rune rune) => rune.Value is
        < 0x20 or (>= 0x7F and <= 0x9F)
        or 0x061C or 0x200B or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F)
        or 0x2028 or 0x2029 or 0xFEFF or (>= 0xFFF9 and <= 0xFFFB) or (>= 0xE0000 and <= 0xE007F);

    private static string Cut(string text, int maxLength)
    {
        var length = 0;
        while (length < text.Length)
        {
            var next = StringInfo.GetNextTextElementLength(text, length);
            if (length + next > maxLength - 1) break;
            length += next;
        }

        return string.Concat(text.AsSpan(0, length).TrimEnd(), "…");
    }
}
