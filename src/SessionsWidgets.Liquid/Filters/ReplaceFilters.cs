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
            One(input, arguments, arguments[1], isLast: false, context));
        table.Add("remove_first", 1, 0, static (in input, in arguments, context) =>
            One(input, arguments, default, isLast: false, context));
        table.Add("replace_last", 2, 0, static (in input, in arguments, context) =>
            One(input, arguments, arguments[1], isLast: true, context));
        table.Add("remove_last", 1, 0, static (in input, in arguments, context) =>
            One(input, arguments, default, isLast: true, context));
    }

    private static LiquidValue All(string text, string part, string replacement, LiquidRenderContext context)
    {
        if (part.Length == 0) return Between(text, replacement, context);
        long count = 0;
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + part.Length, StringComparison.Ordinal)) count++;
        if (count == 0) return text;
        context.Charge(2 * (text.Length + (count * Math.Max(0, replacement.Length - part.Length))));
        return text.Replace(part, replacement, StringComparison.Ordinal);
    }

    /// <summary>Nothing stands before and after every character.</summary>
    private static LiquidValue Between(string text, string replacement, LiquidRenderContext context)
    {
        if (replacement.Length == 0) return text;
        context.Charge(2 * (text.Length + ((text.Length + 1L) * replacement.Length)));
        var result = new StringBuilder().Append(replacement);
        for (var i = 0; i < text.Length; i++)
        {
            result.Append(text[i]);
            if (!char.IsHighSurrogate(text[i])) result.Append(replacement);
        }

        return result.ToString();
    }

    private static LiquidValue One(
        in LiquidValue input, in LiquidArguments arguments, in LiquidValue replacement, bool isLast, LiquidRenderContext context)
    {
        var text = context.TextOf(input);
        var part = context.TextOf(arguments[0]);
        var by = context.TextOf(replacement);
        var at = isLast ? text.LastIndexOf(part, StringComparison.Ordinal) : text.IndexOf(part, StringComparison.Ordinal);
        if (isLast && part.Length == 0) at = text.Length;
        if (at < 0) return text;
        context.Charge(2L * (text.Length + (long)by.Length));
        return string.Concat(text.AsSpan(0, at), by, text.AsSpan(at + part.Length));
    }
}
