using Microsoft.AspNetCore.Http;

namespace SessionsWidgets.AspNetCore;

/// <summary>A prerendered page that becomes interactive: it has the restrictions of both.</summary>
internal sealed class PrerenderedPage : RequestPage
{
    private readonly PrerenderState _opening;

    public PrerenderedPage(HttpContext http, RequestBusiness business, PageBudget budget, PrerenderState opening)
        : base(http, business, budget)
    {
        _opening = opening;
        opening.Path = Path;
        opening.Language = Request.Language;
        opening.PathBase = Request.PathBase;
    }

    public override string? GetBusinessName()
    {
        var business = base.GetBusinessName();
        _opening.Business = business ?? "";
        return business;
    }

    public override void Restrict(WidgetAudience audience)
    {
        CircuitPage.RefuseVisitor(audience);
        base.Restrict(audience);
    }
}
