namespace SessionsWidgets;

/// <summary>Says more of a syntax error than Fluid does: which tag is unknown, what is written otherwise in Liquid.</summary>
internal static class SyntaxMessage
{
    /// <summary>What other languages call it.</summary>
    private static readonly Dictionary<string, string> Foreign = new(StringComparer.Ordinal)
    {
        ["elseif"] = "elsif", ["elif"] = "elsif", ["foreach"] = "for", ["set"] = "assign", ["let"] = "assign", ["switch"] = "case", ["partial"] = "render",
        ["length"] = "size", ["count"] = "size", ["lower"] = "downcase", ["upper"] = "upcase", ["trim"] = "strip", ["substring"] = "slice",
        ["concatenate"] = "append", ["filter"] = "where", ["unique"] = "uniq", ["safe"] = "raw", ["nl2br"] = "newline_to_br", ["striptags"] = "strip_html",
    };

    private static readonly (string Found, string Hint)[] Hints =
    [
        ("==", ""),
        ("=", "Equality is written '=='."),
        ("&&", "'And' is written 'and'."),
        ("||", "'Or' is written 'or'."),
        ("!", "There is no '!': use 'unless', or '!='."),
        ("?", "There is no '?': use the tag 'if', or the filter 'default'."),
        ("(", "Arguments of a filter stand after a colon; conditions have no brackets."),
        ("+", "Numbers are calculated with by filters: 'plus', 'minus', 'times', 'divided_by', 'modulo'."),
        ("\u201c", "Text stands in straight quotes."),
        ("\u2018", "Text stands in straight quotes."),
    ];

    /// <summary>What is unknown, and what was probably meant.</summary>
    public static string Unknown(string what, string name, IEnumerable<string> known)
    {
        var shown = name.Length > 40 ? name[..40] + "…" : name;
        var nearest = Foreign.TryGetValue(name, out var own) && known.Contains(own) ? own : NearestName.Find(name, known);
        return nearest is null ? $"Unknown {what} '{shown}'." : $"Unknown {what} '{shown}': did you mean '{nearest}'?";
    }

    /// <param name="text">The template.</param>
    /// <param name="offset">Where Fluid stopped.</param>
    /// <param name="message">What Fluid says.</param>
    /// <param name="tags">The tags that there are.</param>
    public static (TemplateErrorKind Kind, string Message, int Offset) For(string text, int offset, string message, IReadOnlyCollection<string> tags)
    {
        offset = Math.Clamp(offset, 0, text.Length);
        var (start, name) = TagAt(text, offset);
        if (name.Length > 0 && !name.StartsWith("end", StringComparison.Ordinal) && !tags.Contains(name))
            return (TemplateErrorKind.UnknownName, Unknown("tag", name, tags), start);
        if (message.StartsWith("Unknown tag", StringComparison.Ordinal))
            return (TemplateErrorKind.Syntax, $"Tag '{name}' closes nothing that is open here.", start);
        var rest = text.AsSpan(offset).TrimStart();
        foreach (var (found, hint) in Hints)
        {
            if (rest.StartsWith(found)) return (TemplateErrorKind.Syntax, $"{Sentence(message)} {hint}".TrimEnd(), offset);
        }

        return (TemplateErrorKind.Syntax, Sentence(message), offset);
    }

    /// <summary>The tag that begins at an offset, or in whose head the offset lies.</summary>
    private static (int Start, string Name) TagAt(string text, int offset)
    {
        var start = text.AsSpan(offset).StartsWith("{%") ? offset : text.LastIndexOf("{%", Math.Max(0, offset - 1), StringComparison.Ordinal);
        if (start < 0 || text.AsSpan(start, offset - start).Contains("%}", StringComparison.Ordinal)) return (offset, "");
        var at = start + 2;
        while (at < text.Length && (text[at] == '-' || char.IsWhiteSpace(text[at]))) at++;
        var end = at;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_')) end++;
        return (start, text[at..end]);
    }

    private static string Sentence(string message) => message.EndsWith('.') || message.Length == 0 ? message : message + ".";
}
