using System.Globalization;
using SessionsWidgets.Liquid;

namespace SessionsWidgets;

/// <summary><c>t</c>: the text of a key in the language of the rendering. Named arguments fill its gaps; <c>count</c> also picks the plural form.</summary>
internal sealed class TranslateFilter() : WidgetFilter("t", new LiquidParameters { AnyNamed = true }), ILiquidTextFilter
{
    public bool TryAppend(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context, in LiquidTextBuilder text)
    {
        var locale = LocaleOf(context);
        if (!input.TryGetText(out var key)) throw context.Error("'t' takes the key of a text, such as 'all_sessions'.");
        var count = arguments.TryGet("count", out var value) && value.TryGetNumber(out var number) ? (long)number : (long?)null;
        if (locale.Find(key, count) is not { } pattern) throw context.Error($"There is no text '{key}': add it to locales/{locale.Language}.json.");
        foreach (var (literal, gap) in pattern.Parts)
        {
            text.Append(literal);
            if (gap is null) continue;
            if (gap == "count" && count is { } counted) AppendNumber(text, counted, locale);
            else if (arguments.TryGet(gap, out var filled)) text.Append(filled);
            else text.Append(string.Create(CultureInfo.InvariantCulture, $"{{{gap}}}"));
        }

        return true;
    }

    private static void AppendNumber(in LiquidTextBuilder text, long count, Locale locale)
    {
        var number = new TextBuilder(stackalloc char[32]);
        number.AppendNumber(count, locale);
        text.Append(number.Written);
    }
}
