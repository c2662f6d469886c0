using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;

namespace SessionsWidgets.AspNetCore;

/// <summary>The page of a component that is rendered in an HTTP request.</summary>
internal class ComponentPage(HttpContext http, RequestBusiness business, PageBudget budget) : RequestPage(http, business, budget)
{
    private readonly HttpContext _http = http;

    /// <summary>Components write plain text, which cannot decide later whether a layout's <c>&lt;cache&gt;</c> stores it.</summary>
    /// <inheritdoc/>
    public override void Restrict(WidgetAudience audience)
    {
        if (_http.GetEndpoint()?.Metadata.GetMetadata<ActionDescriptor>() is not null)
            throw new InvalidOperationException(
                "it is not for everyone, and a Razor page or view may store what a component in it shows: use the widget's tag there.");
        base.Restrict(audience);
    }
}
