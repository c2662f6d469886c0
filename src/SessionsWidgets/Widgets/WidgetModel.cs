namespace SessionsWidgets;

/// <summary>The model of a widget's template.</summary>
public abstract class WidgetModel
{
    /// <summary>Whether there is nothing to show. Surfaces with alternative content show that instead.</summary>
    public virtual bool IsEmpty => false;

    /// <summary>When the model itself expires, such as at the end of "smoking now" or of today. Default: never.</summary>
    public virtual DateTimeOffset FreshUntil => DateTimeOffset.MaxValue;

    /// <summary>The part that all templates share; set by the renderer.</summary>
    internal WidgetFrame Frame { get; set; } = WidgetFrame.None;
}

/// <summary>The part of the model that all templates share. Immutable.</summary>
internal sealed record WidgetFrame(
    string Widget,
    string? Id,
    string? CssClass,
    string? Label,
    string Heading,
    bool ShowHeading,
    int HeadingLevel,
    DateStyle Dates,
    string Language,
    string Direction,
    string? AllUrl,
    string UnavailableKey,
    bool IsSmall)
{
    public static WidgetFrame None { get; } =
        new("", null, null, null, "", true, 2, DateStyle.Relative, "en", "ltr", null, "unavailable_title", false);
}
