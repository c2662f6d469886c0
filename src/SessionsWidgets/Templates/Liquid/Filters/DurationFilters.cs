using SessionsWidgets.Liquid;

namespace SessionsWidgets;

/// <summary><c>duration</c>: seconds give "1 h 10 min"; <c>duration: 'long'</c> "1 hour 10 minutes"; <c>duration: 'iso'</c> "PT1H10M". Nil for what is no duration.</summary>
internal sealed class DurationFilter() : WidgetFilter("duration", new LiquidParameters(Optional: 1)), ILiquidTextFilter
{
    public bool TryAppend(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context, in LiquidTextBuilder text)
    {
        if (!input.TryGetNumber(out var seconds) || seconds is < 0 or > 1e9) return false;
        var duration = TimeSpan.FromSeconds(Math.Floor(seconds));
        var style = arguments[0].TryGetText(out var given) ? given : "short";
        var written = new TextBuilder(stackalloc char[64]);
        switch (style)
        {
            case "short":
            case "long":
                written.AppendDuration(duration, inWords: style == "long", LocaleOf(context));
                break;
            case "iso":
                written.AppendIsoDuration(duration);
                break;
            default:
                throw context.Error($"'duration' takes 'short', 'long' or 'iso', not '{style}'.");
        }

        text.Append(written.Written);
        return true;
    }
}

/// <summary><c>elapsed</c>: the whole seconds since a date, floored to the minute; what is written of them is true until the next minute.</summary>
internal sealed class ElapsedFilter() : WidgetFilter("elapsed", default), ILiquidFilter
{
    public LiquidValue Apply(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context)
    {
        if (DateOf(input) is not { } date) return LiquidValue.Nil;
        var minutes = Math.Max(0, (long)Math.Floor((context.Now - date).TotalMinutes));
        context.LowerFreshUntil(date + TimeSpan.FromMinutes(minutes + 1));
        return minutes * 60;
    }
}
