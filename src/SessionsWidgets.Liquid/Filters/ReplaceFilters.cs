using System.Text;

namespace SessionsWidgets.Liquid;

/// <summary>Filters that replace and remove parts of text.</summary>
internal static class ReplaceFilters
{
    public static void Register(FilterTable table)
    {
        table.Add("replace", 1, 1, static (in input, in arguments, context) =>
            All(context.TextOf(input), context.TextOf(arguments[0]), context.TextOf(arguments[1]), context));
        table.Add("remove", 1, 0, static (in input, in arguments, context) =>
            All(context.TextOf(input), context.TextOf(arguments[0]), string.Empty, context));
        table.Add("replace_first", 1, 1, static (in input, in arguments, context) =>
            First(context.TextOf(input), context.TextOf(arguments[0]), context.TextOf(arguments[1]), context));
        table.Add("remove_first", 1, 0, static (in input, in arguments, context) =>
            First(context.TextOf(input), context.TextOf(arguments[0]), string.Empty, context));
        table.Add("replace_last", 2, 0, static (in input, in arguments, context) =>
            Last(context.TextOf(input), context.TextOf(arguments[0]), context.TextOf(arguments[1]), context));
        table.Add("remove_last", 1, 0, static (in input, in arguments, context) =>
            Last(context.TextOf(input), context.TextOf(arguments[0]), string.Empty, context));
    }

    private static LiquidValue All(string text, string part, string replacement, LiquidRenderContext context)
    {
        context.ChargeSteps(text.Length >> 6);
        var at = Find(text, part, 0);
        if (at < 0 || (part.Length | replacement.Length) == 0) return text;
        var pattern = new Replacement(replacement);
        var result = new StringBuilder();
        var from = 0;
        while (at >= 0)
        {
            context.Charge(4L * (at - from));
            result.Append(text, from, at - from);
            pattern.AppendTo(result, text, at, part.Length, context);
            from = at + part.Length;
            at = Find(text, part, part.Length > 0 ? from : Next(text, at));
        }

        context.Charge(4L * (text.Length - from));
        return result.Append(text, from, text.Length - from).ToString();
    }

    private static LiquidValue First(string text, string part, string replacement, LiquidRenderContext context)
    {
        context.ChargeSteps(text.Length >> 6);
        var at = Find(text, part, 0);
        if (at < 0) return text;
        context.Charge(4L * text.Length);
        var result = new StringBuilder().Append(text, 0, at);
        new Replacement(replacement).AppendTo(result, text, at, part.Length, context);
        return result.Append(text, at + part.Length, text.Length - at - part.Length).ToString();
    }

    private static LiquidValue Last(string text, string part, string replacement, LiquidRenderContext context)
    {
        context.ChargeSteps(text.Length >> 6);
        var at = part.Length == 0 ? text.Length : text.LastIndexOf(part, StringComparison.Ordinal);
        if (at < 0) return text;
        context.Charge(2L * (text.Length + (long)replacement.Length));
        return string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + part.Length));
    }

    /// <summary>Nothing stands before and after every character.</summary>
    private static int Find(string text, string part, int from) =>
        from > text.Length ? -1 : part.Length == 0 ? from : text.IndexOf(part, from, StringComparison.Ordinal);

    private static int Next(string text, int at) =>
        at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? at + 2 : at + 1;
}

/// <summary>
/// What is put in the place of a part. A backslash gives some characters after it a meaning, as in Ruby's
/// substitutions: <c>\0</c> and <c>\&amp;</c> are the part itself, <c>\`</c> and <c>\'</c> what stands before and after it.
/// </summary>
internal readonly struct Replacement(string replacement)
{
    private readonly bool _isPlain = !replacement.Contains('\\', StringComparison.Ordinal);

    public void AppendTo(StringBuilder result, string text, int at, int length, LiquidRenderContext context)
    {
        context.Charge(16 + (4L * replacement.Length));
        if (_isPlain)
        {
            result.Append(replacement);
            return;
        }

        for (var i = 0; i < replacement.Length; i++)
        {
            var c = replacement[i];
            if (c != '\\' || i + 1 == replacement.Length)
            {
                result.Append(c);
                continue;
            }

            c = replacement[++i];
            switch (c)
            {
                case '\\': result.Append(c); break;
                case '0' or '&': Append(result, text.AsSpan(at, length), context); break;
                case '`': Append(result, text.AsSpan(0, at), context); break;
                case '\'': Append(result, text.AsSpan(at + length), context); break;
                case >= '1' and <= '9': break;
                default: result.Append('\\').Append(c); break;
            }
        }
    }

    private static void Append(StringBuilder result, ReadOnlySpan<char> part, LiquidRenderContext context)
    {
        context.Charge(4L * part.Length);
        result.Append(part);
    }
}
