namespace SessionsWidgets;

/// <summary>Finds the known name that a misspelled or shortened one was probably meant to be.</summary>
internal static class NearestName
{
    /// <summary>Bounds the cost of the comparisons.</summary>
    private const int MaxLength = 64;

    /// <summary>Shorter words are near to too many others.</summary>
    private const int MinWord = 3;

    /// <summary>The name with the fewest letters that differ; else the only one with the nearest word: "name" is "display_name".</summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        if (name.Length > MaxLength) return null;
        var names = known as IReadOnlyCollection<string> ?? [.. known];
        return Misspelt(name, names) ?? Shortened(name, names);
    }

    /// <summary>The known name that differs in a third of the letters at most.</summary>
    public static string? Misspelt(string name, IEnumerable<string> known) => Misspelt(name, known, MaxLength);

    /// <summary>The known name that differs in so many letters at most, and in no more than a third of them.</summary>
    public static string? Misspelt(string name, IEnumerable<string> known, int most)
    {
        if (name.Length > MaxLength) return null;
        return Near(name, known).Where(near => near.Distance <= most).OrderBy(static near => near.Distance).FirstOrDefault().Name;
    }

    private static IEnumerable<(string Name, int Distance)> Near(string name, IEnumerable<string> known)
    {
        var most = Math.Max(1, name.Length / 3);
        // All names of two letters are near to each other.
        return known.Where(candidate => candidate.Length >= MinWord || name.Length >= MinWord)
            .Select(candidate => (Name: candidate, Distance: Distance(name, candidate)))
            .Where(near => near.Distance <= most);
    }

    private static string? Shortened(string name, IReadOnlyCollection<string> known)
    {
        if (name.Length < MinWord) return null;
        var nearest = known
            .SelectMany(
                candidate => Near(name, candidate.Split('_', '-', '/').Where(static word => word.Length >= MinWord)),
                static (candidate, word) => (Name: candidate, word.Distance))
            .GroupBy(static near => near.Distance, static near => near.Name)
            .MinBy(static names => names.Key);
        return nearest?.Distinct().Take(2).ToList() is [var only] ? only : null;
    }

    /// <summary>How many letters are missing, added or other ones; two that are swapped count once.</summary>
    private static int Distance(string a, string b)
    {
        int[][] rows = [.. Enumerable.Range(0, a.Length + 1).Select(_ => new int[b.Length + 1])];
        for (var i = 0; i <= a.Length; i++) rows[i][0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0][j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = rows[i - 1][j - 1] + (AreSame(i - 1, j - 1) ? 0 : 1);
                rows[i][j] = Math.Min(Math.Min(rows[i - 1][j], rows[i][j - 1]) + 1, replaced);
                var isSwapped = i > 1 && j > 1 && AreSame(i - 1, j - 2) && AreSame(i - 2, j - 1);
                if (isSwapped) rows[i][j] = Math.Min(rows[i][j], rows[i - 2][j - 2] + 1);
            }
        }

        return rows[a.Length][b.Length];

        bool AreSame(int i, int j) => char.ToLowerInvariant(a[i]) == char.ToLowerInvariant(b[j]);
    }
}
