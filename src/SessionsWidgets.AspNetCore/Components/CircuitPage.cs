using System.Net;

namespace SessionsWidgets.AspNetCore;

/// <summary>An interactive page in a circuit, without an HTTP request.</summary>
/// <param name="opening">The state kept of the request that opened the page.</param>
/// <param name="business">Resolves the business of a request.</param>
/// <param name="calendars">The routes of calendar files.</param>
/// <param name="address">The path and the query of the page; null if they are not known.</param>
internal sealed class CircuitPage(PrerenderState opening, RequestBusiness business, CalendarRoutes calendars, string? address) : WidgetPage
{
    public override string Path => opening.Path ?? "a page without an HTTP request";

    // Nothing waits for the page, so each widget may wait by itself.
    public override RenderRequest Request => new()
    {
        Language = opening.Language,
        PathBase = opening.PathBase,
        PageAddress = address,
        // Where the path base is unknown, there is most likely none.
        CalendarUrl = opening.PathBase is null ? calendars.Url?[1..] : calendars.Url,
    };

    public override IPAddress? VisitorAddress => null;

    public override CancellationToken Aborted => CancellationToken.None;

    public override string? GetBusinessName() => opening.Business is null && business.LooksAtRequest
        ? throw new ParameterException(
            BusinessParameter.Name,
            null,
            "set it: UseBusinessResolver needs an HTTP request, and this component was rendered without one.")
        : opening.Business;

    public override void Restrict(WidgetAudience audience) => RefuseVisitor(audience);

    /// <remarks>A circuit keeps no list of its widgets.</remarks>
    public override bool Claim(string name, object widget) => true;

    /// <remarks>What a circuit shows is in no cache.</remarks>
    public override void LimitCaching(DateTimeOffset until)
    {
    }

    /// <summary>The visitor's address is not stored for the circuit: another guest may get it before the circuit ends.</summary>
    public static void RefuseVisitor(WidgetAudience audience)
    {
        if (audience == WidgetAudience.Visitor)
            throw new InvalidOperationException(
                "it is about the visitor, whom an interactive component does not know: render it in a static page, without a render mode.");
    }
}
