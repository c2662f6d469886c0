namespace SessionsWidgets;

/// <summary>The base class of the models of widgets. A template reads the members that <see cref="WidgetDefinition.Describe"/>
/// adds.</summary>
/// <remarks>Several threads may read a model at the same time.</remarks>
public abstract class WidgetModel
{
    /// <summary>Whether there is nothing to show. A surface with alternative content shows that instead. Default: false.</summary>
    public virtual bool IsEmpty => false;

    /// <summary>The time when the model expires, apart from its data: for example the end of "smoking now" or of today. Default: the
    /// maximum value, never.</summary>
    public virtual DateTimeOffset FreshUntil => DateTimeOffset.MaxValue;

    /// <summary>The part of the model that all templates share; set by the renderer.</summary>
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
