using SessionsWidgets.Liquid;

namespace SessionsWidgets;

/// <summary><c>rating</c>: 4.75 gives "4.8", with the language's decimal mark; nil for what is no number.</summary>
internal sealed class RatingFilter() : WidgetFilter("rating", default), ILiquidTextFilter
{
    public bool TryAppend(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context, in LiquidTextBuilder text)
    {
        if (!input.TryGetNumber(out var rating) || rating is < 0 or > 1000) return false;
        var written = new TextBuilder(stackalloc char[32]);
        written.AppendRating(rating, LocaleOf(context));
        text.Append(written.Written);
        return true;
    }
}

/// <summary><c>number</c>: 1204 gives "1,204", grouped as the language does; nil for what is no number.</summary>
internal sealed class NumberFilter() : WidgetFilter("number", default), ILiquidTextFilter
{
    public bool TryAppend(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context, in LiquidTextBuilder text)
    {
        if (!input.TryGetNumber(out var number) || Math.Abs(number) > 1e15) return false;
        var written = new TextBuilder(stackalloc char[32]);
        written.AppendNumber((long)Math.Round(number, MidpointRounding.AwayFromZero), LocaleOf(context));
        text.Append(written.Written);
        return true;
    }
}
