using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SessionsWidgets.AspNetCore;

/// <summary>Renders the widget that a tag describes. Thread-safe.</summary>
internal sealed class WidgetTagRenderer(
    WidgetRenderer renderer,
    BusinessDirectory businesses,
    IOptions<SessionsWidgetsOptions> options,
    RequestBusiness requestBusiness,
    IHostEnvironment environment,
    RefusalLog log)
{
    public async Task<TagFragment> RenderAsync(HttpContext http, string name, List<KeyValuePair<string, string>> values, Func<Widget, Widget> complete)
    {
        var budget = PageBudget.Of(http, options.Value.Cache.PageBudget);
        try
        {
            var businessName = BusinessParameter.Take(values) ?? requestBusiness.NameFor(http);
            var business = await businesses.FindAsync(businessName, http.RequestAborted);
            var type = renderer.Catalog.Find(name);
            if (type.Audience != WidgetAudience.Everyone) PrivatePage.Mark(http);
            var widget = complete(type.Parse(values));
            var request = new RenderRequest
            {
                Patience = budget.Left,
                Language = RequestLanguage.Of(http),
                // Only widgets about the visitor may know of one.
                VisitorAddress = type.Audience == WidgetAudience.Visitor ? http.Connection.RemoteIpAddress : null,
            };
            using (budget.Spend())
            {
                var fragment = await renderer.RenderAsync(business, widget, request, http.RequestAborted);
                return new TagFragment(fragment.Utf8, fragment.IsEmpty);
            }
        }
        catch (Exception e) when (!(e is OperationCanceledException && http.RequestAborted.IsCancellationRequested))
        {
            // A wrong attribute, or a failure of the host's own code that finds the business: the rest of the page is sound.
            if (environment.IsDevelopment()) return new TagFragment(ErrorNotice.Render(name, e.Message), NothingToShow: false);
            log.Refused(http, name, e.Message);
            return new TagFragment(default, NothingToShow: true);
        }
    }
}
