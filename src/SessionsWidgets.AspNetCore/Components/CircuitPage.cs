using System.Net;

namespace SessionsWidgets.AspNetCore;

/// <summary>A page that is interactive: it answers no web request, its components wait each for itself, and no cache sees it.</summary>
internal sealed class CircuitPage(OpeningRequest opening, RequestBusiness business) : WidgetPage
{
    public override string Path => opening.Path ?? "a page without a web request";

    public override string? Language => opening.Language;

    public override IPAddress? VisitorAddress => null;

    public override CancellationToken Aborted => CancellationToken.None;

    public override PageBudget? Budget => null;

    public override string? GetBusinessName() => opening.Business is null && business.LooksAtRequest
        ? throw new ParameterException(
            BusinessAttribute.Name,
            null,
            "name one: UseBusinessResolver looks at the web request, and this component has been rendered without one.")
        : opening.Business;

    public override void Restrict(WidgetAudience audience) => RefuseVisitor(audience);

    /// <summary>Whose address the request came from is not kept for the circuit: it may be another guest's before that ends.</summary>
    public static void RefuseVisitor(WidgetAudience audience)
    {
        if (audience == WidgetAudience.Visitor)
            throw new InvalidOperationException(
                "it is about the visitor, whom only a web request tells, and an interactive component has none: render it in a static "
                + "page, without a render mode.");
    }
}
