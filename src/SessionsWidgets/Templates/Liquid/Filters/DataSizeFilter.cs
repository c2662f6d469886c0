using SessionsWidgets.Liquid;

namespace SessionsWidgets;

/// <summary><c>data_size</c>: 3340000 gives "3.3 MB", by steps of a thousand, with a no-break space; nil for what is no size.</summary>
internal sealed class DataSizeFilter() : WidgetFilter("data_size", default), ILiquidTextFilter
{
    private const char NoBreakSpace = '\u00A0';

    private static readonly string[] Units = ["unit_bytes", "unit_kilobytes", "unit_megabytes", "unit_gigabytes", "unit_terabytes"];

    public bool TryAppend(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context, in LiquidTextBuilder text)
    {
        if (!input.TryGetNumber(out var size) || size is < 0 or > 1e17) return false;
        var locale = LocaleOf(context);
        var unit = 0;
        while (size >= 999.5 && unit < Units.Length - 1)
        {
            size /= 1000;
            unit++;
        }

        var written = new TextBuilder(stackalloc char[32]);
        if (unit == 0 || size >= 99.95) written.AppendNumber((long)Math.Round(size, MidpointRounding.AwayFromZero), locale);
        else written.AppendRating(size, locale);
        written.Append(NoBreakSpace);
        written.Append(locale.Find(Units[unit])?.Constant);
        text.Append(written.Written);
        return true;
    }
}
