using SessionsWidgets.Liquid;

namespace SessionsWidgets;

/// <summary>Writes dates; what it writes of a date can be begun with a capital, to stand alone, or left as it is within a sentence (<c>inline: true</c>).</summary>
internal abstract class DateFilter(string name, int optional) : WidgetFilter(name, new LiquidParameters(Optional: optional) { Named = ["inline"] })
{
    protected static LiquidValue Relative(DateTimeOffset date, in LiquidArguments arguments, LiquidRenderContext context)
    {
        var text = new TextBuilder(stackalloc char[64]);
        if (RelativeTime.Append(ref text, date, context.Now, context.TimeZone, LocaleOf(context)) is { } changes) context.LowerFreshUntil(changes);
        if (!IsInline(arguments)) text.Capitalize();
        return context.Text(text.Written);
    }

    protected static LiquidValue Absolute(DateTimeOffset date, string pattern, in LiquidArguments arguments, LiquidRenderContext context)
    {
        var locale = LocaleOf(context);
        if (locale.FindDate(pattern) is not { } found) throw context.Error($"There is no date pattern '{pattern}' in locales/{locale.Language}.json.");
        var text = new TextBuilder(stackalloc char[64]);
        text.AppendDate(TimeZoneInfo.ConvertTime(date, context.TimeZone).DateTime, found, locale);
        if (!IsInline(arguments)) text.Capitalize();
        return context.Text(text.Written);
    }

    private static bool IsInline(in LiquidArguments arguments) => arguments.TryGet("inline", out var inline) && inline.IsTruthy;
}

/// <summary><c>relative_time</c>: a date gives "2 hours ago"; what is rendered is fresh until the words change.</summary>
internal sealed class RelativeTimeFilter() : DateFilter("relative_time", optional: 0)
{
    public override LiquidValue Apply(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context) =>
        DateOf(input) is { } date ? Relative(date, arguments, context) : LiquidValue.Nil;
}

/// <summary><c>localized_date</c>: a date gives "18 Jul 2026" in the zone and language of the rendering; its argument names another pattern of the locale ("date_long", "day", "time", "date_time").</summary>
internal sealed class LocalizedDateFilter() : DateFilter("localized_date", optional: 1)
{
    public override LiquidValue Apply(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context) =>
        DateOf(input) is { } date ? Absolute(date, arguments[0].TryGetText(out var pattern) ? pattern : "date", arguments, context) : LiquidValue.Nil;
}

/// <summary><c>when: dates</c>: as <c>relative_time</c> or <c>localized_date</c>, by the value of <c>dates</c>.</summary>
internal sealed class WhenFilter() : DateFilter("when", optional: 1)
{
    public override LiquidValue Apply(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context)
    {
        if (DateOf(input) is not { } date) return LiquidValue.Nil;
        return arguments[0].TryGetText(out var style) && style == "absolute"
            ? Absolute(date, "date", arguments, context)
            : Relative(date, arguments, context);
    }
}

/// <summary><c>iso_date</c>: a date gives "2026-07-18T22:00:00Z", for <c>datetime</c>.</summary>
internal sealed class IsoDateFilter() : WidgetFilter("iso_date", default)
{
    public override LiquidValue Apply(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context)
    {
        if (DateOf(input) is not { } date) return LiquidValue.Nil;
        var text = new TextBuilder(stackalloc char[32]);
        text.AppendIsoDate(date);
        return context.Text(text.Written);
    }
}
