namespace SessionsWidgets;

/// <summary>Finds the known name that a misspelt or shortened one was probably meant to be.</summary>
internal static class NearestName
{
    /// <summary>Bounds the cost of the comparisons.</summary>
    private const int MaxLength = 64;

    /// <summary>Shorter words are near to too many others.</summary>
    private const int MinWord = 3;

    /// <summary>The name with the fewest letters that differ; else the only one of which a word does: "name" is "display_name".</summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        if (name.Length > MaxLength) return null;
        var names = known as IReadOnlyCollection<string> ?? [.. known];
        return Misspelt(name, names) ?? Shortened(name, names);
    }

    /// <summary>The known name that differs in a third of the letters at most.</summary>
    public static string? Misspelt(string name, IEnumerable<string> known)
    {
        if (name.Length > MaxLength) return null;
        string? nearest = null;
        var best = Math.Max(1, name.Length / 3) + 1;
        foreach (var candidate in known)
        {
            // All names of two letters are near to each other.
            if (candidate.Length < MinWord && name.Length < MinWord) continue;
            var distance = Distance(name, candidate);
            if (distance >= best) continue;
            best = distance;
            nearest = candidate;
        }

        return nearest;
    }

    private static string? Shortened(string name, IReadOnlyCollection<string> known)
    {
        if (name.Length < MinWord) return null;
        var withWord = known.Where(candidate => Misspelt(name, candidate.Split('_', '-', '/').Where(IsWord)) is not null).Take(2).ToList();
        return withWord is [var only] ? only : null;

        static bool IsWord(string part) => part.Length >= MinWord;
    }

    /// <summary>The Levenshtein distance.</summary>
    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                var replaced = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, replaced);
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
