using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SessionsWidgets.AspNetCore;

/// <summary>Renders widgets for tag helpers and components. Thread-safe.</summary>
internal sealed class WidgetTagRenderer(
    WidgetRenderer renderer,
    BusinessDirectory businesses,
    IOptions<SessionsWidgetsOptions> options,
    RequestBusiness requestBusiness,
    IHostEnvironment environment,
    RefusalLog log)
{
    /// <summary>Gets the page of a request.</summary>
    public WidgetPage PageOf(HttpContext http) => new RequestPage(http, requestBusiness, BudgetOf(http));

    /// <summary>Gets the page of a component.</summary>
    /// <param name="http">The HTTP context; null in a circuit.</param>
    /// <param name="isInteractive">Whether the component is or will be interactive.</param>
    /// <param name="opening">The state kept for the circuit.</param>
    public WidgetPage PageOf(HttpContext? http, bool isInteractive, PrerenderState opening) => (http, isInteractive) switch
    {
        (null, _) => new CircuitPage(opening, requestBusiness),
        (_, true) => new PrerenderedPage(http, requestBusiness, BudgetOf(http), opening),
        _ => PageOf(http),
    };

    /// <param name="page">The page of the tag.</param>
    /// <param name="name">The name of the widget; may be null.</param>
    /// <param name="read">Reads the attributes as text; its exceptions are handled like wrong attributes.</param>
    /// <param name="complete">Sets options that are not text.</param>
    public async Task<TagFragment> RenderAsync(
        WidgetPage page, string? name, Func<WidgetDefinition, List<KeyValuePair<string, string>>> read, Func<Widget, Widget> complete)
    {
        name ??= "";
        try
        {
            var type = renderer.Catalog.Get(name);
            var isPersonal = type.Audience != WidgetAudience.Everyone;
            if (isPersonal)
            {
                if (RefuseIfStored(page, name) is { } refused) return refused;
                page.Restrict(type.Audience);
            }

            var parameters = read(type);
            var attributes = ElementAttributes.Take(type, parameters);
            var named = BusinessParameter.Take(parameters);
            var business = await (named is null && requestBusiness.LooksAtRequest
                ? businesses.GetResolvedAsync(page.GetBusinessName(), page.Aborted)
                : businesses.GetAsync(named ?? page.GetBusinessName(), page.Aborted));
            var widget = complete(type.Parse(parameters));
            using var waiting = page.Budget?.Wait();
            var request = new RenderRequest
            {
                MaxWait = waiting?.MaxWait,
                Language = page.Language,
                PathBase = page.PathBase,
                VisitorAddress = type.Audience == WidgetAudience.Visitor ? page.VisitorAddress : null,
            };
            var fragment = attributes.ApplyTo(await renderer.RenderAsync(business, widget, request, page.Aborted));
            LimitCaching(page, fragment.FreshUntil);
            return new TagFragment(fragment.Utf8, fragment.IsEmpty) { IsPersonal = isPersonal };
        }
        catch (Exception e) when (!(e is OperationCanceledException && page.Aborted.IsCancellationRequested))
        {
            // A wrong attribute or a failure of the host's own code must not break the rest of the page.
            return Refuse(page, name, e.Message, e as UnresolvedBusinessException);
        }
    }

    /// <summary>Gets what is shown instead of a widget that is not for everyone where it is stored; null elsewhere.</summary>
    public TagFragment? RefuseIfStored(WidgetPage page, string name) =>
        CacheScope.Refusal is { } reason ? Refuse(page, name, reason) : null;

    private TagFragment Refuse(WidgetPage page, string name, string reason, UnresolvedBusinessException? unresolved = null)
    {
        LimitCaching(page, DateTimeOffset.MinValue);
        if (environment.IsDevelopment()) return new TagFragment(ErrorNotice.Render(name, reason), NothingToShow: false);
        if (unresolved is null) log.Refused(page.Path, name, reason);
        else log.Unresolved(page.Path, unresolved);
        return new TagFragment(default, NothingToShow: true);
    }

    private void LimitCaching(WidgetPage page, DateTimeOffset until)
    {
        if (options.Value.LimitPageCaching) page.LimitCaching(until);
    }

    private PageBudget BudgetOf(HttpContext http) => PageBudget.Of(http, options.Value.Cache.PageBudget);
}
