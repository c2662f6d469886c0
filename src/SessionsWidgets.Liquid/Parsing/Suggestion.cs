namespace SessionsWidgets.Liquid;

/// <summary>Finds the name that was probably meant.</summary>
internal static class Suggestion
{
    private const int MaxLength = 40;

    public static string Unknown(string what, string name, IEnumerable<string> known)
    {
        var nearest = Nearest(name, known);
        var shown = name.Length > MaxLength ? name[..MaxLength] + "…" : name;
        return nearest is null ? $"Unknown {what} '{shown}'." : $"Unknown {what} '{shown}': did you mean '{nearest}'?";
    }

    /// <summary>What other languages call it.</summary>
    private static readonly Dictionary<string, string> Foreign = new(StringComparer.Ordinal)
    {
        ["elseif"] = "elsif", ["elif"] = "elsif", ["elsif"] = "elsif", ["foreach"] = "for", ["set"] = "assign", ["let"] = "assign", ["switch"] = "case",
        ["partial"] = "render", ["length"] = "size", ["count"] = "size", ["lower"] = "downcase", ["upper"] = "upcase", ["trim"] = "strip",
        ["substring"] = "slice", ["substr"] = "slice", ["concatenate"] = "append", ["filter"] = "where", ["unique"] = "uniq", ["max"] = "at_least",
        ["min"] = "at_most", ["safe"] = "raw", ["e"] = "escape", ["nl2br"] = "newline_to_br", ["striptags"] = "strip_html",
    };

    private static string? Nearest(string name, IEnumerable<string> known)
    {
        if (Foreign.TryGetValue(name, out var own) && known.Contains(own)) return own;
        if (name.Length > MaxLength) return null;
        var limit = Math.Max(1, name.Length / 3);
        string? best = null;
        foreach (var candidate in known)
        {
            if (candidate.Length > MaxLength) continue;
            var distance = Distance(name, candidate);
            if (distance > limit || (distance == limit && best is not null)) continue;
            best = candidate;
            limit = distance;
        }

        return best;
    }

    /// <summary>The number of single-character edits between two short names, a swap of neighbours counting as one.</summary>
    private static int Distance(string a, string b)
    {
        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> previous = stackalloc int[b.Length + 1];
        Span<int> current = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
            }

            previous.CopyTo(before);
            current.CopyTo(previous);
        }

        return previous[b.Length];
    }
}
