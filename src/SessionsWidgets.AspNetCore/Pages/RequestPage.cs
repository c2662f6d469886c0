using System.Net;
using Microsoft.AspNetCore.Http;

namespace SessionsWidgets.AspNetCore;

/// <summary>A page in an HTTP request.</summary>
internal class RequestPage(HttpContext http, RequestBusiness business, PageBudget budget) : WidgetPage
{
    public override string Path => http.Request.Path.ToString();

    public override string? Language => RequestLanguage.Of(http);

    public override string? PathBase => http.Request.PathBase.ToUriComponent();

    public override IPAddress? VisitorAddress => http.Connection.RemoteIpAddress;

    public override CancellationToken Aborted => http.RequestAborted;

    public override PageBudget? Budget => budget;

    public override string? GetBusinessName() => business.NameFor(http);

    public override void Restrict(WidgetAudience audience) => PageCaching.Of(http).Forbid();

    public override void LimitCaching(DateTimeOffset until) => PageCaching.Of(http).Limit(until);
}
