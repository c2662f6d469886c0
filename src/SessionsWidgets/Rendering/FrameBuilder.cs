namespace SessionsWidgets;

/// <summary>Builds the part of the model that all templates share.</summary>
internal static class FrameBuilder
{
    public static WidgetFrame Build(WidgetDefinition type, Widget widget, BusinessContext business, RenderRequest request, Locale locale) =>
        new(
            type.Name,
            // Those of an isolated widget stand around it.
            request.Isolation is null ? widget.Id : null,
            request.Isolation is null ? NullIfBlank(widget.CssClass) : null,
            NullIfBlank(widget.AriaLabel) ?? NullIfBlank(widget.Heading),
            Heading(type, widget, locale),
            widget.Heading is { } heading ? heading.Length > 0 : type.ShowsHeading,
            widget.HeadingLevel,
            widget.Dates ?? request.Dates,
            locale.Language,
            locale.Direction,
            widget.AllUrl,
            type.UnavailableKey,
            type.IsSmall);

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string Heading(WidgetDefinition type, Widget widget, Locale locale) =>
        string.IsNullOrEmpty(widget.Heading)
            ? locale.Find(type.HeadingKey?.Invoke(widget) ?? type.Name.Replace('-', '_'))?.Constant ?? type.Name
            : widget.Heading;

    /// <exception cref="ParameterException">There are no texts in the widget's language.</exception>
    public static Locale GetLocale(LocaleSet locales, Widget widget, BusinessContext business, RenderRequest request)
    {
        return FindLocale(locales, widget, business, request) ?? throw locales.NoTexts("lang", widget.Language!);
    }

    /// <summary>The texts in the widget's language, else the request's, else the business's; null if the widget sets another one.</summary>
    public static Locale? FindLocale(LocaleSet locales, Widget widget, BusinessContext business, RenderRequest request)
    {
        if (widget.Language is { } wanted) return locales.Find(wanted);
        return (request.Language is { } language ? locales.Find(language) : null) ?? locales.Find(business.Culture) ?? locales.Find("en")!;
    }
}
