using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace SessionsWidgets.AspNetCore;

/// <summary>Where pictures are mapped first. Thread-safe once the endpoints are built.</summary>
internal sealed class PictureRoutes : IPictureEndpoint
{
    private string? _pattern;

    /// <inheritdoc/>
    public string? Prefix { get; private set; }

    /// <summary>The pattern of the mapping; null if there is none. One with parameters has no prefix.</summary>
    public string? Pattern => _pattern;

    /// <summary>Adds a mapping; the first one counts.</summary>
    /// <param name="route">The route, whose last segment is the name.</param>
    public void Add(IEndpointConventionBuilder route)
    {
        if (_pattern is not null) return;
        _pattern = "";
        // The groups that the mapping is in are known when the endpoint is built.
        route.Finally(endpoint =>
        {
            var pattern = ((RouteEndpointBuilder)endpoint).RoutePattern;
            _pattern = pattern.RawText ?? "";
            Prefix = PrefixOf(pattern);
        });
    }

    private static string? PrefixOf(RoutePattern pattern)
    {
        var folders = pattern.PathSegments.SkipLast(1).ToList();
        if (folders.Exists(static folder => folder.Parts.Any(static part => part.IsParameter))) return null;
        var names = folders.Select(folder => string.Concat(folder.Parts.Select(TextOf)));
        return $"~{string.Concat(names.Select(name => new PathString($"/{name}").ToUriComponent()))}/";
    }

    private static string TextOf(RoutePatternPart part) =>
        part is RoutePatternSeparatorPart separator ? separator.Content : ((RoutePatternLiteralPart)part).Content;
}
