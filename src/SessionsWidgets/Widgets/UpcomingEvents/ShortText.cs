namespace SessionsWidgets;

/// <summary>Shortens text for lists.</summary>
internal static class ShortText
{
    /// <summary>The length of the longest text that is not shortened, in characters.</summary>
    public const int MaxLength = 220;

    private const string Ellipsis = "…";

    /// <summary>Returns the text, cut at the end of a word, with an ellipsis, if it is longer than <see cref="MaxLength"/>.</summary>
    public static string? Of(string? text)
    {
        if (text is null || text.Length <= MaxLength) return text;
        var end = text.AsSpan(0, MaxLength + 1).LastIndexOfAny(' ', '\n', '\t');
        // A language without spaces, or a very long word: between two characters as readers count them.
        if (end < MaxLength / 2) end = EndOfCharacters(text);
        return string.Concat(text.AsSpan(0, end).TrimEnd().TrimEnd(",;:.-–—"), Ellipsis);
    }

    private static int EndOfCharacters(string text)
    {
        var end = 0;
        while (end + StringInfo.GetNextTextElementLength(text, end) is var next && next <= MaxLength) end = next;
        return end == 0 ? MaxLength - (char.IsHighSurrogate(text[MaxLength - 1]) ? 1 : 0) : end;
    }
}
