using SessionsWidgets.Liquid;

namespace SessionsWidgets;

/// <summary><c>rating</c>: 4.75 gives "4.8", with the language's decimal mark; nil for what is no number.</summary>
internal sealed class RatingFilter() : WidgetFilter("rating", default)
{
    public override LiquidValue Apply(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context)
    {
        if (!input.TryGetNumber(out var rating) || rating is < 0 or > 1000) return LiquidValue.Nil;
        var text = new TextBuilder(stackalloc char[32]);
        text.AppendRating(rating, LocaleOf(context));
        return context.Text(text.Written);
    }
}

/// <summary><c>number</c>: 1204 gives "1,204", grouped as the language does; nil for what is no number.</summary>
internal sealed class NumberFilter() : WidgetFilter("number", default)
{
    public override LiquidValue Apply(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context)
    {
        if (!input.TryGetNumber(out var number) || Math.Abs(number) > 1e15) return LiquidValue.Nil;
        var text = new TextBuilder(stackalloc char[32]);
        text.AppendNumber((long)Math.Round(number, MidpointRounding.AwayFromZero), LocaleOf(context));
        return context.Text(text.Written);
    }
}
