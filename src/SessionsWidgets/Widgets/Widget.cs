namespace SessionsWidgets;

/// <summary>A widget and its options. Derive a record for each kind of widget.</summary>
/// <remarks>Immutable. Options are validated when the widget is rendered.</remarks>
public abstract record Widget
{
    /// <summary>The heading; empty for no visible one. Default: the widget's own, in the language of the request.</summary>
    public string? Heading { get; init; }

    /// <summary>
    /// The name for assistive technology, up to 200 characters; a widget with a name is a region. Default: the
    /// <see cref="Heading"/> if that is set and not empty, else none.
    /// </summary>
    public string? AriaLabel { get; init; }

    /// <summary>The level of the heading, 1 to 6. Default: 2.</summary>
    public int HeadingLevel { get; init; } = 2;

    /// <summary>CSS classes of the outermost element. Default: none.</summary>
    public string? CssClass { get; init; }

    /// <summary>The id of the outermost element, unique in the page. Default: none.</summary>
    public string? Id { get; init; }

    /// <summary>Relative ("2 hours ago") or absolute ("18 Jul 2026") dates. Default: relative; in static builds absolute.</summary>
    public DateStyle? Dates { get; init; }

    /// <summary>The BCP 47 language tag. Default: the request's, else the business's.</summary>
    public string? Language { get; init; }

    /// <summary>The link to all items: an http(s) URL or a path. Default: no link.</summary>
    public string? AllUrl { get; init; }
}

/// <summary>The style of dates.</summary>
public enum DateStyle
{
    /// <summary>The time that has passed: "2 hours ago".</summary>
    Relative,

    /// <summary>The calendar date: "18 Jul 2026".</summary>
    Absolute,
}
