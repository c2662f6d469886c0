namespace SessionsWidgets.AspNetCore;

/// <summary>What <c>MapSessionsWidgets</c> gives to whom. Anybody can write an address, so what a query may ask for has bounds.</summary>
/// <remarks>Read once, when the endpoint is mapped.</remarks>
public sealed class WidgetEndpointOptions
{
    /// <summary>
    /// Whose widgets there are: those for everyone, or those for staff, which need <c>RequireAuthorization</c> and are never kept.
    /// Default: <see cref="WidgetAudience.Everyone"/>. Widgets about the visitor are for pages and cannot be mapped.
    /// </summary>
    public WidgetAudience Audience { get; set; }

    /// <summary>
    /// The parameters that a query may set; another one is refused. Default: those that ask upstream nothing new, and few-valued ones.
    /// Whoever adds
    /// <c>offset</c>, <c>from</c>, <c>to</c> or <c>cigar-id</c> lets visitors have as many requests to upstream as these have values, and
    /// whoever adds
    /// <c>heading</c> or <c>all-url</c> lets them write words and links into the fragment: <see cref="Defaults"/> is the place for those.
    /// </summary>
    public ISet<string> Parameters { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "business", "limit", "layout", "page", "online", "heading-level", "dates", "lang",
        "show-avatars", "show-ratings", "show-duration", "show-cigar-image", "show-note", "show-venue",
    };

    /// <summary>The largest <c>limit</c> that a query may set: 1 to 1000. Default: 50. Each value can be one more answer to fetch and to
    /// keep.</summary>
    public int MaxLimit { get; set; } = 50;

    /// <summary>By the widget's name, what is true of it where a query says nothing else: heading, links, which sessions. Default: the
    /// widget's own defaults.</summary>
    public IDictionary<string, Widget> Defaults { get; } = new Dictionary<string, Widget>(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ParameterException">A setting is not allowed.</exception>
    internal void Validate(WidgetCatalog catalog)
    {
        if (Audience is not (WidgetAudience.Everyone or WidgetAudience.Staff))
            throw new ParameterException(
                nameof(Audience),
                $"{Audience}",
                "it must be Everyone or Staff: what is for one visitor belongs into the page, by its tag.");
        if (MaxLimit is < 1 or > SessionQuery.MaxLimit)
            throw new ParameterException(nameof(MaxLimit), $"{MaxLimit}", $"it must be from 1 to {SessionQuery.MaxLimit}.");
        var known = catalog.Definitions.SelectMany(t => t.Parameters)
            .Select(p => p.Name)
            .Append(BusinessAttribute.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in Parameters)
            if (!known.Contains(name)) throw new ParameterException(nameof(Parameters), name, "no widget has a parameter of that name.");
        foreach (var (name, widget) in Defaults) catalog.Get(name).Parse([], widget);
    }
}
