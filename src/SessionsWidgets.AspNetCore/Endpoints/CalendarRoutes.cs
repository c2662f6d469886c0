using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace SessionsWidgets.AspNetCore;

/// <summary>Where calendar files are mapped first, for the links of widgets. Thread-safe once the endpoints are built.</summary>
internal sealed class CalendarRoutes(BusinessDirectory businesses)
{
    public const string All = "events.ics";

    /// <summary>The link to one event, in which widgets replace the id.</summary>
    private const string One = "events/{id}.ics";

    private const string Parameter = "calendar-url";

    private WidgetEndpointOptions? _options;

    /// <summary>The address of a calendar file for an event of the page's business, in which <c>~</c> stands for the path base and
    /// <c>{id}</c> for the event's id; null if calendars are mapped nowhere.</summary>
    public string? Url { get; private set; }

    /// <summary>Adds a mapping; the first one counts.</summary>
    /// <param name="route">The route of <see cref="All"/>.</param>
    /// <param name="options">The options of the mapping.</param>
    public void Add(IEndpointConventionBuilder route, WidgetEndpointOptions options)
    {
        if (_options is not null) return;
        _options = options;
        // The groups that the mapping is in are known when the endpoint is built.
        route.Finally(endpoint => Url = UrlOf(((RouteEndpointBuilder)endpoint).RoutePattern));
    }

    /// <summary>Sets the address for a widget that names its business. Of one that names none, the request is that of the page.</summary>
    /// <param name="request">The request of the page.</param>
    /// <param name="type">The widget.</param>
    /// <param name="business">The business that the tag names; null if it names none.</param>
    public RenderRequest Complete(RenderRequest request, WidgetDefinition type, string? business)
    {
        if (string.IsNullOrWhiteSpace(business) || request.CalendarUrl is not { } url) return request;
        if (type.FindParameter(Parameter) is null) return request;
        var isAllowed = _options!.AllowedParameters.Contains(BusinessParameter.Name);
        var name = FragmentQuery.Encode(businesses.FindName(business) ?? business);
        return request with { CalendarUrl = isAllowed ? $"{url}?{BusinessParameter.Name}={name}" : null };
    }

    /// <summary>The address of a single event; null if the prefix has parameters.</summary>
    private static string? UrlOf(RoutePattern pattern)
    {
        if (pattern.Parameters.Count > 0) return null;
        var folder = pattern.PathSegments.SkipLast(1)
            .Select(s => string.Concat(s.Parts.Select(p => p is RoutePatternSeparatorPart part ? part.Content
                : ((RoutePatternLiteralPart)p).Content)));
        return $"~{string.Concat(folder.Select(f => new PathString($"/{f}").ToUriComponent()))}/{One}";
    }
}
