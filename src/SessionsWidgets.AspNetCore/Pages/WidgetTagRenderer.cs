using System.Text;
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
    CalendarRoutes calendars,
    IHostEnvironment environment,
    RefusalLog log)
{
    private readonly LiteralTags _literals = new();

    /// <summary>Gets the page of a request, the same for all its widgets.</summary>
    public WidgetPage PageOf(HttpContext http)
    {
        if (http.Items.TryGetValue(typeof(RequestPage), out var known)) return (RequestPage)known!;
        var page = new RequestPage(http, requestBusiness, calendars, options.Value.Cache.PageBudget);
        http.Items[typeof(RequestPage)] = page;
        return page;
    }

    /// <summary>Gets the page of a component.</summary>
    /// <param name="http">The HTTP context; null in a circuit.</param>
    /// <param name="isInteractive">Whether the component is or will be interactive.</param>
    /// <param name="opening">The state kept for the circuit.</param>
    /// <param name="url">The URL of the page; null if it is not known.</param>
    public WidgetPage PageOf(HttpContext? http, bool isInteractive, PrerenderState opening, string? url) => (http, isInteractive) switch
    {
        (null, _) => new CircuitPage(opening, requestBusiness, calendars, url is null ? null : new Uri(url).PathAndQuery),
        (_, true) => new PrerenderedPage(PageOf(http), opening),
        _ => PageOf(http),
    };

    /// <param name="page">The page of the tag.</param>
    /// <param name="name">The name of the widget; may be null.</param>
    /// <param name="tag">The tag. Its exceptions are handled like wrong attributes.</param>
    public async ValueTask<TagFragment> RenderAsync(WidgetPage page, string? name, IWidgetTag tag)
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

            var parsed = tag.Parse(type, _literals);
            var business = await (parsed.Business is null && requestBusiness.LooksAtRequest
                ? businesses.GetResolvedAsync(page.GetBusinessName(), page.Aborted)
                : businesses.GetAsync(parsed.Business ?? page.GetBusinessName(), page.Aborted));
            var request = calendars.Complete(page.Request, type, parsed.Business);
            if (parsed.Attributes is not null) request = request with { Attributes = parsed.Attributes };
            if (parsed.Isolation is not null) request = request with { Isolation = parsed.Isolation };
            if (type.Audience == WidgetAudience.Visitor) request = request with { VisitorAddress = page.VisitorAddress };
            var widget = tag.Complete(parsed.Widget);
            if (type.GetPageParameter(widget) is { } parameter) Claim(page, parameter, tag);
            var fragment = await renderer.RenderAsync(business, widget, request, page.Aborted);
            LimitCaching(page, fragment.FreshUntil);
            return new TagFragment(fragment.ToString(), fragment.IsEmpty) { IsPersonal = isPersonal, Notice = NoticeOf(name, fragment) };
        }
        catch (Exception e) when (!(e is OperationCanceledException && page.Aborted.IsCancellationRequested))
        {
            // A wrong attribute or a failure of the host's own code must not break the rest of the page.
            return Refuse(page, name, e.Message, e as UnresolvedBusinessException);
        }
    }

    /// <exception cref="ParameterException">Pages could not be told apart by the parameter.</exception>
    private static void Claim(WidgetPage page, string parameter, IWidgetTag tag)
    {
        if (CacheScope.FindWithout(parameter) is { } cache)
            throw new ParameterException(
                "more", "true",
                $"<{cache}> stores its content, and would serve one page for another: write <{cache} vary-by-query=\"{parameter}\">.");
        if (!page.Claim(parameter, tag.Owner))
            throw new ParameterException(
                "more", "true", $"another widget of this page turns its pages by '?{parameter}=': give this one an id of its own.");
    }

    /// <summary>Gets the replacement of a widget that is not for everyone inside a cache tag; null elsewhere.</summary>
    public TagFragment? RefuseIfStored(WidgetPage page, string name) =>
        CacheScope.Refusal is { } reason ? Refuse(page, name, reason) : null;

    /// <summary>Gets what is shown instead of a widget that is left out: in Development, the reason; otherwise it is logged once.</summary>
    public TagFragment Refuse(WidgetPage page, string name, string reason, UnresolvedBusinessException? unresolved = null)
    {
        LimitCaching(page, DateTimeOffset.MinValue);
        if (environment.IsDevelopment())
            return new TagFragment(Encoding.UTF8.GetString(ErrorNotice.Render(name, reason)), NothingToShow: false);
        if (unresolved is null) log.Refused(page.Path, name, reason);
        else log.Unresolved(page.Path, unresolved);
        return new TagFragment("", NothingToShow: true);
    }

    /// <summary>The notice at the end of the fragment, if the tag's content is shown instead of the fragment.</summary>
    private string NoticeOf(string name, HtmlFragment fragment) =>
        environment.IsDevelopment() && fragment is { IsEmpty: true, Diagnosis: { } diagnosis }
            ? Encoding.UTF8.GetString(ErrorNotice.RenderBelow(name, diagnosis))
            : "";

    private void LimitCaching(WidgetPage page, DateTimeOffset until)
    {
        if (options.Value.LimitPageCaching) page.LimitCaching(until);
    }
}
