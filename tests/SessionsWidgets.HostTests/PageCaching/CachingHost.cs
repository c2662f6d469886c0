using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.AspNetCore;

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
                app.UseOutputCache();
                app.UseAntiforgery();
                app.MapRazorPages();
                app.MapRazorComponents<App>();
                app.MapSessionsWidgets("/widgets");
            },
            settings: settings);

    /// <summary>How long the output cache keeps each stored response, in order.</summary>
    public static IEnumerable<TimeSpan> Stored(this LoungeHost host) => host.Services.GetRequiredService<ClockedStore>().Lifetimes;

    public static Task<string> GetAsync(this LoungeHost host, string path) =>
        host.Http.GetStringAsync(new Uri(path, UriKind.Relative));

    /// <summary>How long what a page shows of a widget is true.</summary>
    public static async Task<TimeSpan> FreshForAsync(this LoungeHost host, Widget widget)
    {
        var business = await host.Services.GetRequiredService<BusinessDirectory>().GetAsync(null);
        var fragment = await host.Services.GetRequiredService<WidgetRenderer>().RenderAsync(business, widget);
        return fragment.FreshUntil - host.Clock.GetUtcNow();
    }
}
