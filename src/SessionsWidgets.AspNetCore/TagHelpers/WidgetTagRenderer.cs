using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SessionsWidgets.AspNetCore;

/// <summary>Renders the widget that a tag describes. Thread-safe.</summary>
internal sealed partial class WidgetTagRenderer(
    WidgetRenderer renderer,
    BusinessDirectory businesses,
    IOptions<SessionsWidgetsOptions> options,
    RequestBusiness requestBusiness,
    IHostEnvironment environment,
    ILogger<WidgetTagRenderer> logger)
{
    private const int MostRemembered = 1000;

    private readonly ConcurrentDictionary<string, byte> _logged = new(StringComparer.Ordinal);

    public async Task<TagFragment> RenderAsync(HttpContext http, string name, List<KeyValuePair<string, string>> values, Func<Widget, Widget> complete)
    {
        var budget = PageBudget.Of(http, options.Value.Cache.PageBudget);
        try
        {
            var businessName = Take(values, "business") ?? requestBusiness.NameFor(http);
            var business = await businesses.FindAsync(businessName, http.RequestAborted);
            var type = renderer.Catalog.Find(name);
            if (type.Audience != WidgetAudience.Everyone) PrivatePage.Mark(http);
            var widget = complete(type.Parse(values));
            var request = new RenderRequest
            {
                Patience = budget.Left,
                Language = http.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture.Name,
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
            if (_logged.Count < MostRemembered && _logged.TryAdd($"{http.Request.Path}\n{name}\n{e.Message}", 0)) TagRefused(logger, name, http.Request.Path, e.Message);
            return new TagFragment(default, NothingToShow: true);
        }
    }

    private static string? Take(List<KeyValuePair<string, string>> values, string name)
    {
        var index = values.FindIndex(v => v.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (index < 0) return null;
        var value = values[index].Value;
        values.RemoveAt(index);
        return value;
    }

    [LoggerMessage(EventId = 301, EventName = "tag.refused", Level = LogLevel.Error, Message = "<{Tag}> on {Path} is left out: {Reason}")]
    private static partial void TagRefused(ILogger logger, string tag, PathString path, string reason);
}
