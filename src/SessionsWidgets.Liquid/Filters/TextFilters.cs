namespace SessionsWidgets.Liquid;

/// <summary>Filters that join, case and trim text.</summary>
internal static class TextFilters
{
    public static void Register(FilterTable table)
    {
        table.Add("append", 1, 0, static (in input, in arguments, context) =>
            Join(context.TextOf(input), context.TextOf(arguments[0]), context));
        table.Add("prepend", 1, 0, static (in input, in arguments, context) =>
            Join(context.TextOf(arguments[0]), context.TextOf(input), context));
        table.Add("upcase", 0, 0, static (in input, in _, context) => LetterCase.ToUpper(Charged(input, context)));
        table.Add("downcase", 0, 0, static (in input, in _, context) => LetterCase.ToLower(Charged(input, context)));
        table.Add("capitalize", 0, 0, static (in input, in _, context) => LetterCase.Capitalize(Charged(input, context)));
        table.Add("strip", 0, 0, static (in input, in _, context) =>
            Charged(input, context).AsSpan().Trim(Characters.Strippable).ToString());
        table.Add("lstrip", 0, 0, static (in input, in _, context) =>
            Charged(input, context).AsSpan().TrimStart(Characters.Strippable).ToString());
        table.Add("rstrip", 0, 0, static (in input, in _, context) =>
            Charged(input, context).AsSpan().TrimEnd(Characters.Strippable).ToString());
    }

    /// <summary>The text of the input, with a result of the same length charged.</summary>
    public static string Charged(in LiquidValue input, LiquidRenderContext context)
    {
        var text = context.TextOf(input);
        context.Charge(2L * text.Length);
        return text;
    }

    private static LiquidValue Join(string first, string second, LiquidRenderContext context)
    {
        context.Charge(2L * (first.Length + (long)second.Length));
        return string.Concat(first, second);
    }
}
