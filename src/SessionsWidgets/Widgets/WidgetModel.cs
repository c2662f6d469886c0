namespace SessionsWidgets;

/// <summary>What the template of a widget sees. Each kind of widget derives its own.</summary>
public abstract class WidgetModel
{
    /// <summary>Whether there is nothing to show. A surface that has content of the host for this case shows that instead.</summary>
    public virtual bool IsEmpty => false;

    /// <summary>When what is shown changes by itself, whatever upstream says: somebody is no longer smoking now, today is over. Default:
    /// never.</summary>
    public virtual DateTimeOffset FreshUntil => DateTimeOffset.MaxValue;

    /// <summary>What every template sees of its widget; set by the renderer.</summary>
    internal WidgetFrame Frame { get; set; } = WidgetFrame.None;
}

/// <summary>What the templates of all widgets see of their widget. Immutable.</summary>
internal sealed record WidgetFrame(
    string Widget,
    string Id,
    string? CssClass,
    string Heading,
    bool ShowHeading,
    int HeadingLevel,
    DateStyle Dates,
    string Language,
    string Direction,
    string? AllUrl)
{
    public static WidgetFrame None { get; } = new("", "", null, "", true, 2, DateStyle.Relative, "en", "ltr", null);
}
