using System.Net;

namespace SessionsWidgets.AspNetCore;

/// <summary>A prerendered page that becomes interactive: it has the restrictions of both.</summary>
internal sealed class PrerenderedPage : WidgetPage
{
    private readonly WidgetPage _page;
    private readonly PrerenderState _opening;

    /// <param name="page">The page of the request.</param>
    /// <param name="opening">The state kept for the circuit.</param>
    public PrerenderedPage(WidgetPage page, PrerenderState opening)
    {
        _page = page;
        _opening = opening;
        opening.Path = Path;
        opening.Language = Request.Language;
        opening.PathBase = Request.PathBase;
    }

    public override string Path => _page.Path;

    public override RenderRequest Request => _page.Request;

    public override IPAddress? VisitorAddress => _page.VisitorAddress;

    public override CancellationToken Aborted => _page.Aborted;

    public override string? GetBusinessName()
    {
        var business = _page.GetBusinessName();
        _opening.Business = business ?? "";
        return business;
    }

    public override void Restrict(WidgetAudience audience)
    {
        CircuitPage.RefuseVisitor(audience);
        _page.Restrict(audience);
    }

    public override bool Claim(string name, object widget) => _page.Claim(name, widget);

    public override void LimitCaching(DateTimeOffset until) => _page.LimitCaching(until);
}
