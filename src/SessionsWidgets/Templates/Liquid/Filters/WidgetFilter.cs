using SessionsWidgets.Liquid;

namespace SessionsWidgets;

/// <summary>What the filters of the library have in common: they write by the language of the rendering.</summary>
internal abstract class WidgetFilter(string name, LiquidParameters parameters)
{
    public string Name { get; } = name;

    public LiquidParameters Parameters { get; } = parameters;

    protected static Locale LocaleOf(LiquidRenderContext context) => ((TemplateRun)context.State!).Locale;

    protected static DateTimeOffset? DateOf(in LiquidValue value)
    {
        if (value.TryGetDate(out var date)) return date;
        return value.TryGetText(out var text) ? WireDate.Read(text) : null;
    }
}
