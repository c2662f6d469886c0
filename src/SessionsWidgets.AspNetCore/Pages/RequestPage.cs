using System.Net;
using Microsoft.AspNetCore.Http;

namespace SessionsWidgets.AspNetCore;

/// <summary>The page of an HTTP request, one for all its widgets: they share its wait and its caching.</summary>
internal sealed class RequestPage(HttpContext http, RequestBusiness business, CalendarRoutes calendars, TimeSpan maxWait) : WidgetPage
{
    private readonly PageBudget _budget = new(maxWait);
    private readonly Lock _lock = new();
    private Place? _place;
    private PageCaching? _caching;
    private Dictionary<string, object>? _parameters;
    private string? _address;

    public override string Path => http.Request.Path.ToString();

    public override RenderRequest Request
    {
        get
        {
            // A page for an error is another page of the same request.
            var language = RequestLanguage.Of(http);
            if (_place is { } known && known.IsFor(language, http.Request)) return known.Rendering;
            var pathBase = http.Request.PathBase.ToUriComponent();
            var rendering = new RenderRequest
            {
                Budget = _budget,
                Language = language,
                PathBase = pathBase,
                PageAddress = pathBase + http.Request.Path.ToUriComponent() + http.Request.QueryString.ToUriComponent(),
                CalendarUrl = calendars.Url,
            };
            _place = new Place(http.Request.PathBase.Value, http.Request.Path.Value, http.Request.QueryString.Value, rendering);
            return rendering;
        }
    }

    public override IPAddress? VisitorAddress => http.Connection.RemoteIpAddress;

    public override CancellationToken Aborted => http.RequestAborted;

    public override string? GetBusinessName() => business.NameFor(http);

    public override void Restrict(WidgetAudience audience) => Caching.Forbid();

    public override bool Claim(string name, object widget)
    {
        lock (_lock)
        {
            // An error page has its own widgets.
            if (_address != Request.PageAddress) (_address, _parameters) = (Request.PageAddress, new(StringComparer.OrdinalIgnoreCase));
            if (!_parameters!.TryAdd(name, widget) && _parameters[name] != widget) return false;
        }

        Caching.VaryBy(name);
        return true;
    }

    public override void LimitCaching(DateTimeOffset until) => Caching.Limit(until);

    private PageCaching Caching => _caching ??= PageCaching.Start(http);

    /// <summary>The request that the widgets of the page are rendered for. The address is encoded once for all of them.</summary>
    private sealed record Place(string? PathBase, string? Path, string? Query, RenderRequest Rendering)
    {
        public bool IsFor(string? language, HttpRequest request) =>
            Rendering.Language == language
            && Path == request.Path.Value
            && PathBase == request.PathBase.Value
            && Query == request.QueryString.Value;
    }
}
