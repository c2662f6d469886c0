namespace SessionsWidgets;

/// <summary>Cleans text that users typed, of characters that would affect the text around it.</summary>
internal static class UntrustedText
{
    public const int MaxNameLength = 200;

    public const int MaxNoteLength = 4000;

    private const int MarksPerLetter = 4;

    /// <summary>The longest sequence of tags that names the region of a flag.</summary>
    private const int MaxRegion = 6;

    private const int BlackFlag = 0x1F3F4;

    /// <summary>Removes control characters, bidirectional overrides and excess combining marks, trims, and truncates at a grapheme boundary
    /// with an ellipsis to <paramref name="maxLength"/> UTF-16 units. Null if nothing visible is left.</summary>
    public static string? Clean(string? text, int maxLength)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var needsCleaning = NeedsCleaning(text);
        var cleaned = (needsCleaning ? Filter(text) : text).Trim();
        var isCut = cleaned.Length > maxLength;
        if (isCut) cleaned = Cut(cleaned, maxLength);
        if (cleaned.Length == 0 || (needsCleaning && !cleaned.EnumerateRunes().Any(IsVisible))) return null;
        return isCut ? cleaned + "…" : cleaned;
    }

    /// <summary>Whether something is drawn for a character alone. Some letters and symbols are blank.</summary>
    public static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
        && rune.Value is not (0x115F or 0x1160 or 0x2065 or 0x2800 or 0x3164 or 0xFFA0 or (>= 0xFFF0 and <= 0xFFF8)
            or 0x13441 or 0x13442 or 0x1D159 or (>= 0xE0000 and <= 0xE0FFF));

    private static bool NeedsCleaning(string text)
    {
        foreach (var c in text)
        {
            if (c >= 0x300 || c == '\u00AD' || char.IsControl(c)) return true;
        }

        return false;
    }

    private static string Filter(string text)
    {
        var result = new StringBuilder(text.Length);
        var (marks, at, tagsEnd) = (0, 0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            at += rune.Utf16SequenceLength;
            if (rune.Value is '\n' or '\t' or '\r')
            {
                result.Append(rune.Value == '\r' ? ' ' : (char)rune.Value);
                continue;
            }

            if (at > tagsEnd && IsDisturbing(rune)) continue;
            if (rune.Value == BlackFlag) tagsEnd = at + TagsLength(text.AsSpan(at));
            marks = Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => marks + 1,
                UnicodeCategory.Format => marks,
                _ => 0,
            };
            if (marks <= MarksPerLetter) result.Append(rune);
        }

        return result.ToString();
    }

    /// <summary>The length of the tags after a black flag that make it that of a region, such as Scotland; 0 for none.</summary>
    private static int TagsLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            length += rune.Utf16SequenceLength;
            if (rune.Value == 0xE007F) return length > 2 * 2 ? length : 0;
            if (length > MaxRegion * 2 || rune.Value is not ((>= 0xE0061 and <= 0xE007A) or (>= 0xE0030 and <= 0xE0039))) return 0;
        }

        return 0;
    }

    /// <summary>Controls, bidirectional formatting and invisible separators. Joiners stay: Persian and emoji need them.</summary>
    private static bool IsDisturbing(Rune rune) => rune.Value is
        < 0x20 or (>= 0x7F and <= 0x9F)
        or 0x061C or 0x200B or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F)
        or 0x2028 or 0x2029 or 0xFEFF or (>= 0xFFF9 and <= 0xFFFB) or (>= 0xE0000 and <= 0xE007F);

    /// <summary>The beginning that leaves room for an ellipsis; of a grapheme that is longer by itself, a part.</summary>
    private static string Cut(string text, int maxLength)
    {
        var length = 0;
        while (length < text.Length)
        {
            var next = StringInfo.GetNextTextElementLength(text, length);
            if (length + next > maxLength - 1) break;
            length += next;
        }

        if (length == 0) length = char.IsHighSurrogate(text[maxLength - 2]) ? maxLength - 2 : maxLength - 1;
        return text[..length].TrimEnd();
    }
}
