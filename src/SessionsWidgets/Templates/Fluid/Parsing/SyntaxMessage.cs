using System.Buffers;
using Fluid.Parser;

namespace SessionsWidgets;

/// <summary>The message of a syntax error: Fluid's message with the found text, the open tag, and the probable intention.</summary>
internal static class SyntaxMessage
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n%}");

    /// <summary>Syntax of other languages, with its equivalent.</summary>
    private static readonly Dictionary<string, string> Foreign = new(StringComparer.Ordinal)
    {
        ["elif"] = "elsif", ["foreach"] = "for", ["set"] = "assign", ["let"] = "assign", ["switch"] = "case", ["partial"] = "render",
        ["length"] = "size", ["count"] = "size", ["lower"] = "downcase", ["upper"] = "upcase", ["trim"] = "strip", ["safe"] = "raw",
        ["="] = "==", ["&&"] = "and", ["||"] = "or", ["else"] = "elsif", ["+"] = "| plus:", ["?"] = "{% if %}",
    };

    /// <summary>The unknown name, and the name that was probably meant.</summary>
    public static string Unknown(string what, string name, IEnumerable<string> known)
    {
        var shown = name.Length > 40 ? name[..40] + "…" : name;
        var nearest = Foreign.TryGetValue(name, out var own) && known.Contains(own) ? own : NearestName.Of(name, known);
        return $"Unknown {what} '{shown}'{DidYouMean.End(nearest)}";
    }

    /// <summary>The unknown name, and the name that was probably meant, or else the known names.</summary>
    public static string UnknownOf(string what, string name, IEnumerable<string> known)
    {
        var names = known.Order(StringComparer.Ordinal).ToList();
        var message = Unknown(what, name, names);
        return names.Count == 0 || message.EndsWith('?') ? message : $"{message} There are: {string.Join(", ", names)}.";
    }

    public static TemplateError For(ParsedTemplate template, int offset, string message, IReadOnlyList<string> tags)
    {
        var text = template.Source.Text;
        var isUnknown = Says("Unknown tag '");
        if (isUnknown) offset = template.StartOf(offset - message.Split('\'')[1].Length);
        var rest = text.AsSpan(Math.Clamp(offset, 0, text.Length)).TrimStart();
        offset = text.Length - rest.Length;
        var isTag = isUnknown || Says("'{% end") || Says(ErrorMessages.IdentifierAfterTagStart);
        if (rest.IsEmpty || (isTag && template.InsideLiquidTag && rest.TrimStart('-').StartsWith("%}")))
        {
            if (Says("End of tag '}}'")) return Syntax("This output is not closed: '}}' is missing.", text.AsSpan().LastIndexOf("{{"));
            if (template.OpenTag is var (tag, start))
                return Syntax($"Tag '{tag}' is not closed: '{(isTag ? "end" + tag : "%}")}' is missing.", start);
        }

        var found = FirstOf(isTag && rest.StartsWith("{%") ? rest[2..].TrimStart('-').TrimStart() : rest);
        if (isTag && found is [>= 'a' and <= 'z', ..] && !found.StartsWith("end", StringComparison.Ordinal) && !tags.Contains(found))
            return template.Source.Error(TemplateErrorKind.UnknownName, Unknown("tag", found, tags), offset);
        if (isUnknown) return Syntax($"Tag '{found}' belongs to nothing that is open here.", offset);
        if (Says("Functions")) message = "There are no functions: use a filter, with its arguments after a colon.";
        if (Says("There are no") || Says("Brackets")) return Syntax(message, text.AsSpan(0, offset).LastIndexOf('('));
        var meant = DidYouMean.End(Foreign.GetValueOrDefault(found));
        return Syntax($"{message.Replace("End of tag ", "", StringComparison.Ordinal).TrimEnd('.')}, found '{found}'{meant}", offset);

        bool Says(string start) => message.StartsWith(start, StringComparison.Ordinal);

        TemplateError Syntax(string what, int at) => template.Source.Error(TemplateErrorKind.Syntax, what, at);
    }

    /// <summary>The beginning of a text, up to a space or the end of the tag.</summary>
    private static string FirstOf(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(Ends);
        return text[..Math.Min(text.Length, end < 0 ? 40 : Math.Clamp(end, 2, 40))].Trim().ToString();
    }
}
