namespace SessionsWidgets;

/// <summary>A widget that is wanted, with its options. Each kind of widget derives its own; a host derives those of its own
/// widgets.</summary>
/// <remarks>Immutable. Options are checked when the widget is rendered.</remarks>
public abstract record Widget
{
    /// <summary>The heading's text. Default: the widget's own, in the request's language. Empty: no visible heading.</summary>
    public string? Heading { get; init; }

    /// <summary>The level of the heading in the page: 1 to 6. Default: 2.</summary>
    public int HeadingLevel { get; init; } = 2;

    /// <summary>Classes that the host gives the outermost element. Default: none.</summary>
    public string? CssClass { get; init; }

    /// <summary>The id of the outermost element, which must be unique in the page. Default: made of the widget's name and
    /// options.</summary>
    public string? Id { get; init; }

    /// <summary>Whether dates are shown relative to now ("2 hours ago") or absolute ("18 Jul 2026"). Default: what fits the surface;
    /// relative, but absolute in static builds.</summary>
    public DateStyle? Dates { get; init; }

    /// <summary>The language, as a BCP 47 tag. Default: the request's, else the business's.</summary>
    public string? Language { get; init; }

    /// <summary>Where "All sessions" and the like lead: absolute http(s), or a path. Default: no link.</summary>
    public string? AllUrl { get; init; }
}

/// <summary>How dates are written.</summary>
public enum DateStyle
{
    /// <summary>By the time that has passed: "2 hours ago".</summary>
    Relative,

    /// <summary>By the calendar: "18 Jul 2026".</summary>
    Absolute,
}
