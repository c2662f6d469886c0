namespace SessionsWidgets;

/// <summary>The base class of widgets: the options that all have. Derive a record for each kind of widget.</summary>
/// <remarks>Immutable. Options are validated when the widget is rendered.</remarks>
public abstract record Widget
{
    /// <summary>The heading, up to 200 characters; empty hides it. Default: the widget's own, in its language.</summary>
    public string? Heading { get; init; }

    /// <summary>The name for assistive technology, up to 200 characters. A widget with a name is a region. Default: the
    /// <see cref="Heading"/> if it is set and not empty, otherwise none.</summary>
    public string? AriaLabel { get; init; }

    /// <summary>The level of the heading, 1 to 6. Default: 2.</summary>
    public int HeadingLevel { get; init; } = 2;

    /// <summary>CSS classes of the outermost element. Default: none.</summary>
    public string? CssClass { get; init; }

    /// <summary>The id of the outermost element, unique in the page: letters, digits, '_' and '-'; the first character is a letter.
    /// Default: none.</summary>
    public string? Id { get; init; }

    /// <summary>The style of dates. Default: that of the request; in static builds absolute.</summary>
    public DateStyle? Dates { get; init; }

    /// <summary>The language, as a BCP 47 tag; there must be texts in it. Default: that of the request, otherwise of the
    /// business.</summary>
    public string? Language { get; init; }

    /// <summary>The link to all items: an http(s) URL or a path; <c>~/</c> is replaced by <see cref="RenderRequest.PathBase"/>. Default: no
    /// link.</summary>
    public string? AllUrl { get; init; }
}

/// <summary>The styles of dates.</summary>
public enum DateStyle
{
    /// <summary>The time since the date: "2 hours ago".</summary>
    Relative,

    /// <summary>The calendar date: "18 Jul 2026".</summary>
    Absolute,
}
