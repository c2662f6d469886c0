namespace SessionsWidgets.AspNetCore;

/// <summary>The options of <c>MapSessionsWidgets</c>. They limit query strings, because anyone can write a URL.</summary>
/// <remarks>Read once, when the endpoints are mapped.</remarks>
public sealed class WidgetEndpointOptions
{
    /// <summary>The audience of the mapped widgets: everyone, or staff with <c>RequireAuthorization</c>. Default: everyone.</summary>
    public WidgetAudience Audience { get; set; }

    /// <summary>Whether endpoints for everyone also serve calendars: <c>events.ics</c> with all upcoming events, to subscribe to, and
    /// <c>events/{id}.ics</c> with one event. Default: true. Set it to false if the host has these routes itself.</summary>
    public bool MapCalendars { get; set; } = true;

    /// <summary>The parameters that a query string may set. Default: those without additional upstream requests or free text. With
    /// <c>offset</c>, <c>from</c>, <c>to</c> or <c>cigar-id</c>, visitors can cause upstream requests. With <c>heading</c> or
    /// <c>all-url</c>, they can write into the fragment. Use <see cref="Defaults"/> for these parameters.</summary>
    public ISet<string> AllowedParameters { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "business", "limit", "layout", "page", "online", "heading-level", "dates", "lang",
        "show-avatars", "show-ratings", "show-duration", "show-cigar-image", "show-note", "show-venue",
        "show-cigar", "summary", "more",
    };

    /// <summary>The maximum of the parameter <c>limit</c> in a query string, 1 to 1000. Default: 50. Each value may be fetched and cached
    /// separately.</summary>
    public int MaxLimit { get; set; } = 50;

    /// <summary>The default options of widgets, by the name of the widget, ignoring case. Default: the widgets' own defaults.</summary>
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
