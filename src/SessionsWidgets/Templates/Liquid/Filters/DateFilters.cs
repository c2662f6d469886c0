using SessionsWidgets.Liquid;

namespace SessionsWidgets;

/// <summary>Writes dates; what it writes of a date can be begun with a capital, to stand alone, or left as it is within a sentence (<c>inline: true</c>).</summary>
internal abstract class DateFilter(string name, int optional) : WidgetFilter(name, new LiquidParameters(Optional: optional) { Named = ["inline"] }), ILiquidTextFilter
{
    public bool TryAppend(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context, in LiquidTextBuilder text)
    {
        if (DateOf(input) is not { } date) return false;
        var written = new TextBuilder(stackalloc char[64]);
        Append(ref written, date, arguments, context);
        if (!arguments.TryGet("inline", out var inline) || !inline.IsTruthy) written.Capitalize();
        text.Append(written.Written);
        return true;
    }

    protected abstract void Append(ref TextBuilder text, DateTimeOffset date, in LiquidArguments arguments, LiquidRenderContext context);

    protected static void AppendRelative(ref TextBuilder text, DateTimeOffset date, LiquidRenderContext context)
    {
        if (RelativeTime.Append(ref text, date, context.Now, context.TimeZone, LocaleOf(context)) is { } changes) context.LowerFreshUntil(changes);
    }

    protected static void AppendAbsolute(ref TextBuilder text, DateTimeOffset date, string pattern, LiquidRenderContext context)
    {
        var locale = LocaleOf(context);
        if (locale.FindDate(pattern) is not { } found) throw context.Error($"There is no date pattern '{pattern}' in locales/{locale.Language}.json.");
        text.AppendDate(TimeZoneInfo.ConvertTime(date, context.TimeZone).DateTime, found, locale);
    }
}

/// <summary><c>relative_time</c>: a date gives "2 hours ago"; what is rendered is fresh until the words change.</summary>
internal sealed class RelativeTimeFilter() : DateFilter("relative_time", optional: 0)
{
    protected override void Append(ref TextBuilder text, DateTimeOffset date, in LiquidArguments arguments, LiquidRenderContext context) =>
        AppendRelative(ref text, date, context);
}

/// <summary><c>localized_date</c>: a date gives "18 Jul 2026" in the zone and language of the rendering; its argument names another pattern of the locale ("date_long", "day", "time", "date_time").</summary>
internal sealed class LocalizedDateFilter() : DateFilter("localized_date", optional: 1)
{
    protected override void Append(ref TextBuilder text, DateTimeOffset date, in LiquidArguments arguments, LiquidRenderContext context) =>
        AppendAbsolute(ref text, date, arguments[0].TryGetText(out var pattern) ? pattern : "date", context);
}

/// <summary><c>when: dates</c>: as <c>relative_time</c> or <c>localized_date</c>, by the value of <c>dates</c>.</summary>
internal sealed class WhenFilter() : DateFilter("when", optional: 1)
{
    protected override void Append(ref TextBuilder text, DateTimeOffset date, in LiquidArguments arguments, LiquidRenderContext context)
    {
        if (arguments[0].TryGetText(out var style) && style == "absolute") AppendAbsolute(ref text, date, "date", context);
        else AppendRelative(ref text, date, context);
    }
}

/// <summary><c>iso_date</c>: a date gives "2026-07-18T22:00:00Z", for <c>datetime</c>.</summary>
internal sealed class IsoDateFilter() : WidgetFilter("iso_date", default), ILiquidTextFilter
{
    public bool TryAppend(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context, in LiquidTextBuilder text)
    {
        if (DateOf(input) is not { } date) return false;
        var written = new TextBuilder(stackalloc char[32]);
        written.AppendIsoDate(date);
        text.Append(written.Written);
        return true;
    }
}
