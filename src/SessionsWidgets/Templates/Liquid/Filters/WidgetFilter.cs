using SessionsWidgets.Liquid;

namespace SessionsWidgets;

/// <summary>A filter of the library: it makes text by the language of the rendering.</summary>
internal abstract class WidgetFilter(string name, LiquidParameters parameters) : ILiquidFilter
{
    public string Name { get; } = name;

    public LiquidParameters Parameters { get; } = parameters;

    public abstract LiquidValue Apply(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context);

    protected static Locale LocaleOf(LiquidRenderContext context) => ((TemplateRun)context.State!).Locale;

    protected static DateTimeOffset? DateOf(in LiquidValue value)
    {
        if (value.TryGetDate(out var date)) return date;
        return value.TryGetText(out var text) ? WireDate.Read(text) : null;
    }
}
