namespace SessionsWidgets;

/// <summary>The initials of a person without an avatar.</summary>
internal static class Initials
{
    /// <summary>Returns two letters of a Latin name (of its first and last word), one of any other, or an empty string.</summary>
    public static string Of(string name)
    {
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var letters = words.Select(FirstLetter).Where(l => l is not null).Select(l => l!.Value).ToList();
        if (letters.Count == 0) return "";
        var first = Rune.ToUpperInvariant(letters[0]);
        var last = Rune.ToUpperInvariant(letters[^1]);
        return letters.Count > 1 && IsLatin(first) && IsLatin(last) ? $"{first}{last}" : first.ToString();
    }

    private static Rune? FirstLetter(string word)
    {
        foreach (var rune in word.EnumerateRunes())
        {
            if (Rune.IsLetter(rune) && UntrustedText.IsVisible(rune)) return rune;
        }

        return null;
    }

    private static bool IsLatin(Rune letter) => letter.Value < 0x250 || letter.Value is >= 0x1E00 and < 0x1F00;
}
