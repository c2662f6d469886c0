using System.Text.RegularExpressions;

namespace SessionsWidgets;

/// <summary>Says more of a syntax error than Fluid does: what was found, what is written otherwise in Liquid, which tag is open.</summary>
internal static partial class SyntaxMessage
{
    private const string NotClosed = "This tag is not closed: '%}' is missing.";
    private const string BetweenValues = "Between two values stands an operator, a comma, or after the name of a filter a colon.";

    /// <summary>What other languages call it.</summary>
    private static readonly Dictionary<string, string> Foreign = new(StringComparer.Ordinal)
    {
        ["elseif"] = "elsif", ["elif"] = "elsif", ["foreach"] = "for", ["set"] = "assign", ["let"] = "assign", ["switch"] = "case", ["partial"] = "render",
        ["length"] = "size", ["count"] = "size", ["lower"] = "downcase", ["upper"] = "upcase", ["trim"] = "strip", ["substring"] = "slice",
        ["concatenate"] = "append", ["filter"] = "where", ["unique"] = "uniq", ["safe"] = "raw", ["nl2br"] = "newline_to_br", ["striptags"] = "strip_html",
    };

    private static readonly (string Found, string Hint)[] Hints =
    [
        ("=", "Equality is written '=='."),
        ("&&", "'And' is written 'and'."),
        ("||", "'Or' is written 'or'."),
        ("!", "There is no '!': use 'unless', or '!='."),
        ("?", "There is no '?': use the tag 'if', or the filter 'default'."),
        ("(", "Arguments of a filter stand after a colon; conditions have no brackets."),
        ("+", "Numbers are calculated with by filters: 'plus', 'minus', 'times', 'divided_by', 'modulo'."),
        ("\u201c", "Text stands in straight quotes."),
        ("\u2018", "Text stands in straight quotes."),
        ("'", "Text stands between two quotes of the same kind."),
        ("\"", "Text stands between two quotes of the same kind."),
    ];

    /// <summary>What is unknown, and what was probably meant.</summary>
    public static string Unknown(string what, string name, IEnumerable<string> known)
    {
        var shown = name.Length > 40 ? name[..40] + "…" : name;
        var nearest = Foreign.TryGetValue(name, out var own) && known.Contains(own) ? own : NearestName.Of(name, known);
        return nearest is null ? $"Unknown {what} '{shown}'." : $"Unknown {what} '{shown}': did you mean '{nearest}'?";
    }

    /// <param name="context">What was parsed so far.</param>
    /// <param name="offset">Where Fluid stopped.</param>
    /// <param name="message">What Fluid says.</param>
    /// <param name="tags">The tags that there are.</param>
    public static (TemplateErrorKind Kind, string Message, int Offset) For(
        TemplateParseContext context, int offset, string message, IReadOnlyCollection<string> tags)
    {
        var text = context.Source.Text;
        var unknown = UnknownTag().Match(message);
        if (unknown.Success) offset = context.StartOfTag(offset - unknown.Groups["name"].Length);
        offset = SkipWhiteSpace(text, Math.Clamp(offset, 0, text.Length));
        var name = TagAt(context, offset);
        if (name.Length > 0 && !name.StartsWith("end", StringComparison.Ordinal) && !tags.Contains(name))
            return (TemplateErrorKind.UnknownName, Unknown("tag", name, tags), offset);
        return unknown.Success
            ? (TemplateErrorKind.Syntax, $"Tag '{name}' belongs to nothing that is open here.", offset)
            : Expected(context, offset, message, name);
    }

    private static (TemplateErrorKind Kind, string Message, int Offset) Expected(
        TemplateParseContext context, int offset, string message, string name)
    {
        var text = context.Source.Text;
        if (message.Contains("{% raw %}", StringComparison.Ordinal)) (offset, message) = (text.Length, "'{% endraw %}' was expected");
        var (openName, openOffset) = context.OpenTag ?? ("", 0);
        var isAtEnd = offset == text.Length || (context.InsideLiquidTag && text.AsSpan(offset).TrimStart('-').StartsWith("%}"));
        if (isAtEnd && message.StartsWith("An identifier was expected after '{%'", StringComparison.Ordinal))
            message = $"'{{% end{openName} %}}' was expected";
        if (EndTag().Match(message) is { Success: true } end)
        {
            var missing = end.Groups["name"].Value;
            if (isAtEnd) return Syntax($"Tag '{openName}' is not closed: '{missing}' is missing.", openOffset);
            return Syntax(name == missing ? NotClosed : Misplaced(text, offset, name, openName, missing), offset);
        }

        if (message.StartsWith("Parentheses", StringComparison.Ordinal))
            return Syntax("Brackets are for ranges, as in (1..5): conditions have none.", Bracket(text, offset));
        if (message.StartsWith("Functions", StringComparison.Ordinal))
            return Syntax("There are no functions: use a filter, with its arguments after a colon.", Bracket(text, offset));
        var output = text.LastIndexOf("{{", Math.Max(0, offset - 1), StringComparison.Ordinal);
        if (output >= 0 && message.Contains("}}", StringComparison.Ordinal))
        {
            if (isAtEnd) return Syntax("This output is not closed: '}}' is missing.", output);
            if (text.AsSpan(output, offset - output).Contains("}}", StringComparison.Ordinal))
                return Syntax("A text in this output has no second quote.", output);
        }
        else if (isAtEnd && openName.Length > 0)
        {
            return Syntax(NotClosed, openOffset);
        }

        message = message.Replace("End of tag ", "", StringComparison.Ordinal).TrimEnd('.');
        return message.StartsWith("Invalid", StringComparison.Ordinal)
            ? Syntax($"{message}.", offset)
            : Syntax($"{message}, found {Found(text, offset)}. {Hint(text, offset, message)}".TrimEnd(), offset);
    }

    private static (TemplateErrorKind Kind, string Message, int Offset) Syntax(string message, int offset) =>
        (TemplateErrorKind.Syntax, message, offset);

    /// <summary>What is wrong with a tag within another that cannot have it there.</summary>
    private static string Misplaced(string text, int offset, string name, string open, string missing)
    {
        var rest = text.AsSpan(offset).TrimStart("{%- ");
        var isBare = rest.StartsWith("else") && rest[4..].TrimStart(" -\t") is ['%' or '\r' or '\n', ..];
        if (rest.StartsWith("else if")) return "'else if' is written 'elsif'.";
        if (name == "else" && !isBare) return "'else' takes no condition.";
        var hint = name.StartsWith("end", StringComparison.Ordinal) ? $": before it '{missing}' is missing." : ".";
        return $"'{name}' cannot stand here in the tag '{open}'{hint}";
    }

    private static string Hint(string text, int offset, string message)
    {
        var rest = text.AsSpan(offset);
        if (Previous().Match(text, 0, offset).Value.Trim() == "not") return "There is no 'not': use 'unless', or '== false'.";
        var after = rest[Token().Match(text, offset).Length..].TrimStart();
        if (rest.StartsWith(":") && after is ['\'' or '"', ..]) return "The text after it has no second quote.";
        var wantsValue = rest is [var c, ..] && (":|.=!<>[".Contains(c, StringComparison.Ordinal) || rest.StartsWith("and") || rest.StartsWith("or"));
        if (wantsValue && after is ['%' or '}', '}', ..]) return "After it a value is missing.";
        foreach (var (found, hint) in Hints)
        {
            if (rest.StartsWith(found) && !rest.StartsWith("==")) return hint;
        }

        return rest is [var first, ..] && char.IsLetterOrDigit(first) && message is "'}}' was expected" or "'%}' was expected"
            ? BetweenValues
            : "";
    }

    /// <summary>Where the bracket at or before an offset stands.</summary>
    private static int Bracket(string text, int offset) => Math.Max(0, text.LastIndexOf('(', Math.Min(offset, text.Length - 1)));

    private static string Found(string text, int offset) =>
        offset == text.Length ? "the end of the template" : $"'{Token().Match(text, offset).Value}'";

    /// <summary>The name of the tag that begins at an offset.</summary>
    private static string TagAt(TemplateParseContext context, int offset)
    {
        var rest = context.Source.Text.AsSpan(offset);
        if (rest.StartsWith("{%")) rest = rest[2..].TrimStart('-').TrimStart();
        else if (!context.InsideLiquidTag) return "";
        var length = 0;
        while (length < rest.Length && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] == '_')) length++;
        return rest[..length].ToString();
    }

    private static int SkipWhiteSpace(string text, int offset)
    {
        while (offset < text.Length && char.IsWhiteSpace(text[offset])) offset++;
        return offset;
    }

    [GeneratedRegex("^Unknown tag '(?<name>[^']*)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex UnknownTag();

    [GeneratedRegex(@"^'\{% (?<name>end\w+) %\}' was expected", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex EndTag();

    [GeneratedRegex(
        @"\G(\w{1,40}|%\}|\}\}|[=!<>&|]{1,40}|.)",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Token();

    /// <summary>The word before.</summary>
    [GeneratedRegex(@"\w+\s*$", RegexOptions.RightToLeft, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Previous();
}
