namespace SessionsWidgets;

/// <summary>The letters that stand for a person without a picture.</summary>
internal static class Initials
{
    /// <summary>Two letters of a Latin name (its first and its last word), one of any other; empty when there are no letters.</summary>
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
            if (Rune.IsLetter(rune)) return rune;
        }

        return null;
    }

    private static bool IsLatin(Rune letter) => letter.Value < 0x250 || letter.Value is >= 0x1E00 and < 0x1F00;
}
