namespace SessionsWidgets.AspNetCore;

/// <summary>The options of <c>MapSessionsWidgets</c>. Anyone can write a URL, so queries are limited.</summary>
/// <remarks>Read once, when the endpoint is mapped.</remarks>
public sealed class WidgetEndpointOptions
{
    /// <summary>The audience of the mapped widgets: everyone (the default), or staff with <c>RequireAuthorization</c>.</summary>
    public WidgetAudience Audience { get; set; }

    /// <summary>
    /// Whether the calendar files of events are mapped too, if the audience is everyone: <c>events.ics</c>, all upcoming events to
    /// subscribe to, and <c>events/{id}.ics</c>, one of them. Default: true. Set it to false where the host has these routes itself.
    /// </summary>
    public bool MapCalendars { get; set; } = true;

    /// <summary>
    /// The parameters that a query may set. Default: those that add no upstream requests or free text. Adding <c>offset</c>, <c>from</c>,
    /// <c>to</c> or <c>cigar-id</c> lets visitors cause upstream requests; adding <c>heading</c> or <c>all-url</c> lets them write into the
    /// fragment. Use <see cref="Defaults"/> for those.
    /// </summary>
    public ISet<string> AllowedParameters { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "business", "limit", "layout", "page", "online", "heading-level", "dates", "lang",
        "show-avatars", "show-ratings", "show-duration", "show-cigar-image", "show-note", "show-venue",
        "show-cigar", "summary", "more",
    };

    /// <summary>The maximum <c>limit</c> of a query, 1 to 1000. Default: 50. Each value may be fetched and cached separately.</summary>
    public int MaxLimit { get; set; } = 50;

    /// <summary>Default options by widget name. Default: the widgets' own defaults.</summary>
    public IDictionary<string, Widget> Defaults { get; } = new Dictionary<string, Widget>(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ParameterException">An option is not allowed.</exception>
    internal void Validate(WidgetCatalog catalog)
    {
        if (Audience is not (WidgetAudience.Everyone or WidgetAudience.Staff))
            throw new ParameterException(
                nameof(Audience), $"{Audience}", "it must be Everyone or Staff: render widgets for one visitor in the page, by their tag.");
        if (MaxLimit is < 1 or > SessionQuery.MaxLimit)
            throw new ParameterException(nameof(MaxLimit), $"{MaxLimit}", $"it must be from 1 to {SessionQuery.MaxLimit}.");
        var known = catalog.Definitions.SelectMany(t => t.Parameters)
            .Select(p => p.Name)
            .Append(BusinessParameter.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in AllowedParameters)
            if (!known.Contains(name))
                throw new ParameterException(nameof(AllowedParameters), name, "no widget has a parameter of that name.");
        foreach (var (name, widget) in Defaults) catalog.Get(name).Parse([], widget);
    }
}
