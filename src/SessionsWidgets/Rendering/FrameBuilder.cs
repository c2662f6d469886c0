namespace SessionsWidgets;

/// <summary>Works out what every template sees of its widget, from the widget's options and the request.</summary>
internal static class FrameBuilder
{
    public static WidgetFrame Build(WidgetDefinition type, Widget widget, BusinessContext business, RenderRequest request, Locale locale) =>
        new(
        type.Name,
        widget.Id ?? DefaultId(type, widget, business),
        string.IsNullOrWhiteSpace(widget.CssClass) ? null : widget.CssClass,
        Heading(type, widget, locale),
        widget.Heading is { } heading ? heading.Length > 0 : type.ShowsHeading,
        widget.HeadingLevel,
        widget.Dates ?? request.Dates,
        locale.Language,
        locale.Direction,
        widget.AllUrl);

    /// <summary>The heading, which names the widget even where it is not shown.</summary>
    private static string Heading(WidgetDefinition type, Widget widget, Locale locale) =>
        string.IsNullOrEmpty(widget.Heading) ? locale.Find(type.Name.Replace('-', '_'))?.Constant ?? type.Name : widget.Heading;

    /// <exception cref="ParameterException">The widget asks for a language that there are no texts in.</exception>
    public static Locale GetLocale(LocaleSet locales, Widget widget, BusinessContext business, RenderRequest request)
    {
        if (widget.Language is { } wanted) return locales.Find(wanted) ?? throw locales.NoTexts("lang", wanted);
        return (request.Language is { } language ? locales.Find(language) : null) ?? locales.Find(business.Culture) ?? locales.Find("en")!;
    }

    /// <summary>An id that is the same for the same widget on every surface and differs between widgets that differ.</summary>
    private static string DefaultId(WidgetDefinition type, Widget widget, BusinessContext business)
    {
        var text = new StringBuilder(business.BusinessId);
        foreach (var parameter in type.Parameters) text.Append('\n').Append(parameter.Get(widget));
        return $"sw-{type.Name}-{StableHash.Of(text.ToString()) & 0xFFFFFF:x6}";
    }
}
