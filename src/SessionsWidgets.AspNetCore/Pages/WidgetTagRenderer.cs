using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SessionsWidgets.AspNetCore;

/// <summary>Renders the widget that a tag of a page describes, be it a tag helper or a component. Thread-safe.</summary>
internal sealed class WidgetTagRenderer(
    WidgetRenderer renderer,
    BusinessDirectory businesses,
    IOptions<SessionsWidgetsOptions> options,
    RequestBusiness requestBusiness,
    IHostEnvironment environment,
    RefusalLog log)
{
    /// <summary>The page that answers a request, for its tags.</summary>
    public WidgetPage PageOf(HttpContext http) => new RequestPage(http, requestBusiness, BudgetOf(http));

    /// <summary>The page that a component stands in.</summary>
    /// <param name="http">The request that is answered; null in a circuit.</param>
    /// <param name="isInteractive">Whether the component is interactive, or will be after this request.</param>
    /// <param name="opening">What the request leaves to the circuit.</param>
    public WidgetPage PageOf(HttpContext? http, bool isInteractive, OpeningRequest opening) => (http, isInteractive) switch
    {
        (null, _) => new CircuitPage(opening, requestBusiness),
        (_, true) => new PrerenderedPage(http, requestBusiness, BudgetOf(http), opening),
        _ => PageOf(http),
    };

    /// <param name="page">Where the tag stands.</param>
    /// <param name="name">The widget's name; null where an expression has none.</param>
    /// <param name="values">The tag's attributes. What goes wrong while they are read is told as a wrong attribute is.</param>
    /// <param name="complete">Adds what is no text.</param>
    public async Task<TagFragment> RenderAsync(
        WidgetPage page, string? name, IEnumerable<KeyValuePair<string, string>> values, Func<Widget, Widget> complete)
    {
        name ??= "";
        try
        {
            var parameters = values.ToList();
            var type = renderer.Catalog.Get(name);
            if (type.Audience != WidgetAudience.Everyone) page.Restrict(type.Audience);
            var business = await businesses.GetAsync(BusinessAttribute.Take(parameters) ?? page.GetBusinessName(), page.Aborted);
            var widget = complete(type.Parse(parameters));
            using var waiting = page.Budget?.Wait();
            var request = new RenderRequest
            {
                MaxWait = waiting?.Patience,
                Language = page.Language,
                // Only widgets about the visitor may know of one.
                VisitorAddress = type.Audience == WidgetAudience.Visitor ? page.VisitorAddress : null,
            };
            var fragment = await renderer.RenderAsync(business, widget, request, page.Aborted);
            return new TagFragment(fragment.Utf8, fragment.IsEmpty);
        }
        catch (Exception e) when (!(e is OperationCanceledException && page.Aborted.IsCancellationRequested))
        {
            // A wrong attribute, or a failure of the host's own code that finds the business: the rest of the page is sound.
            if (environment.IsDevelopment()) return new TagFragment(ErrorNotice.Render(name, e.Message), NothingToShow: false);
            log.Refused(page.Path, name, e.Message);
            return new TagFragment(default, NothingToShow: true);
        }
    }

    private PageBudget BudgetOf(HttpContext http) => PageBudget.Of(http, options.Value.Cache.PageBudget);
}
