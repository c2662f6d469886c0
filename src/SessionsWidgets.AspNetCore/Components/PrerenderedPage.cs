using Microsoft.AspNetCore.Http;

namespace SessionsWidgets.AspNetCore;

/// <summary>A page that answers a web request and becomes interactive in the browser: it must not show what it cannot show then.</summary>
internal sealed class PrerenderedPage : RequestPage
{
    private readonly OpeningRequest _opening;

    public PrerenderedPage(HttpContext http, RequestBusiness business, PageBudget budget, OpeningRequest opening)
        : base(http, business, budget)
    {
        _opening = opening;
        opening.Path = Path;
        opening.Language = Language;
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
