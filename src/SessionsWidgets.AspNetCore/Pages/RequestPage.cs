using System.Net;
using Microsoft.AspNetCore.Http;

namespace SessionsWidgets.AspNetCore;

/// <summary>A page in an HTTP request.</summary>
internal class RequestPage(HttpContext http, RequestBusiness business, PageBudget budget) : WidgetPage
{
    private RenderRequest? _request;
    private PageCaching? _caching;

    public override string Path => http.Request.Path.ToString();

    public override RenderRequest Request => _request ??= new RenderRequest
    {
        Budget = budget, Language = RequestLanguage.Of(http), PathBase = http.Request.PathBase.ToUriComponent(),
    };

    public override IPAddress? VisitorAddress => http.Connection.RemoteIpAddress;

    public override CancellationToken Aborted => http.RequestAborted;

    public override string? GetBusinessName() => business.NameFor(http);

    public override void Restrict(WidgetAudience audience) => Caching.Forbid();

    public override void LimitCaching(DateTimeOffset until) => Caching.Limit(until);

    private PageCaching Caching => _caching ??= PageCaching.Of(http);
}
