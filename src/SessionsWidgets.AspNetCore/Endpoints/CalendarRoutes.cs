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
    private string? _path;

    /// <summary>Adds a mapping; the first one counts.</summary>
    /// <param name="route">The route of <see cref="All"/>.</param>
    /// <param name="options">The options of the mapping.</param>
    public void Add(IEndpointConventionBuilder route, WidgetEndpointOptions options)
    {
        if (_options is not null) return;
        _options = options;
        // The groups that the mapping is in are known when the endpoint is built.
        route.Finally(endpoint => _path = PathOf(((RouteEndpointBuilder)endpoint).RoutePattern));
    }

    /// <summary>Gets the address of a calendar file for an event, with <c>{id}</c> in place of its id; null if the widget links to none or
    /// there is none.</summary>
    /// <param name="type">The widget.</param>
    /// <param name="pathBase">The path base of the application, encoded.</param>
    /// <param name="business">The business that the tag names; null if it names none.</param>
    public string? UrlFor(WidgetDefinition type, string? pathBase, string? business)
    {
        if (_path is not { } path || type.FindParameter(Parameter) is null) return null;
        if (string.IsNullOrWhiteSpace(business)) return $"{pathBase}{path}";
        if (!_options!.AllowedParameters.Contains(BusinessParameter.Name)) return null;
        return $"{pathBase}{path}?{BusinessParameter.Name}={FragmentQuery.Encode(businesses.FindName(business) ?? business)}";
    }

    /// <summary>The path of a single event; null if the prefix has parameters.</summary>
    private static string? PathOf(RoutePattern pattern)
    {
        if (pattern.Parameters.Count > 0) return null;
        var folder = pattern.PathSegments.SkipLast(1)
            .Select(s => string.Concat(s.Parts.Select(p => p is RoutePatternSeparatorPart part ? part.Content
                : ((RoutePatternLiteralPart)p).Content)));
        return $"{string.Concat(folder.Select(f => new PathString($"/{f}").ToUriComponent()))}/{One}";
    }
}
