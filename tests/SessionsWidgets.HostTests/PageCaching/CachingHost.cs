using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.AspNetCore;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.HostTests.PageCaching;

/// <summary>A site that stores its pages for an hour.</summary>
internal static class CachingHost
{
    /// <param name="expire">Configures output caching. Default: an hour for every page.</param>
    /// <param name="settings">More settings.</param>
    public static Task<LoungeHost> StartAsync(
        Action<OutputCacheOptions>? expire = null, params IEnumerable<(string Key, string Value)> settings) =>
        LoungeHost.StartAsync(
            widgets =>
            {
                widgets.Services.AddRazorPages();
                widgets.Services.AddRazorComponents();
                widgets.Services.AddOutputCache(expire ?? (o => o.AddBasePolicy(p => p.Expire(TimeSpan.FromHours(1)))));
                widgets.Services.AddSingleton<ClockedStore>();
                widgets.Services.AddSingleton<IOutputCacheStore>(s => s.GetRequiredService<ClockedStore>());
            },
            app =>
            {
                app.Use(async (http, next) =>
                {
                    await next(http);
                    http.RequestServices.GetRequiredService<ClockedStore>().End();
                });
                app.UseOutputCache();
                app.UseAntiforgery();
                app.MapRazorPages();
                app.MapRazorComponents<App>();
                app.MapSessionsWidgets("/widgets");
            },
            settings: settings);

    /// <summary>How long the output cache keeps each stored response, in order.</summary>
    public static IEnumerable<TimeSpan> Stored(this LoungeHost host) => host.Services.GetRequiredService<ClockedStore>().Lifetimes;

    /// <summary>Gets a page, and waits until the output cache, if there is one, has stored it: the visitor has it before.</summary>
    public static async Task<string> GetAsync(this LoungeHost host, string path)
    {
        var store = host.Services.GetService<ClockedStore>();
        var before = store?.Ended ?? 0;
        var page = await host.Http.GetStringAsync(new Uri(path, UriKind.Relative));
        if (store is not null) await Eventually.BeTrueAsync(() => store.Ended > before, () => $"the request of {path} has ended");
        return page;
    }

    /// <summary>How long what a page shows of a widget is true.</summary>
    public static async Task<TimeSpan> FreshForAsync(this LoungeHost host, Widget widget)
    {
        var business = await host.Services.GetRequiredService<BusinessDirectory>().GetAsync(null);
        var fragment = await host.Services.GetRequiredService<WidgetRenderer>().RenderAsync(business, widget);
        return fragment.FreshUntil - host.Clock.GetUtcNow();
    }
}
