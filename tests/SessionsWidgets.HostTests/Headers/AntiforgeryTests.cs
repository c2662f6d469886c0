using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SessionsWidgets.HostTests.PageCaching;

namespace SessionsWidgets.HostTests.Headers;

/// <summary>Forms and widgets for one visitor in the same page: both forbid caching.</summary>
public class AntiforgeryTests
{
    private static readonly CacheControlHeaderValue PrivateNoStore = new() { Private = true, NoStore = true };

    [Theory]
    [InlineData("/Headers/FormAfter")]
    [InlineData("/Headers/FormBefore")]
    [InlineData("/Headers/Alone")]
    [InlineData("/blazor/headers/form-after")]
    [InlineData("/blazor/headers/form-before")]
    public async Task Page_ForOneVisitor_IsSentPrivateNoStoreWithoutAWarning(string path)
    {
        await using var host = await StartAsync(_ => { });
        for (var view = 0; view < 2; view++)
        {
            using var response = await host.Http.GetAsync(new Uri(path, UriKind.Relative));
            (await response.Content.ReadAsStringAsync()).ShouldContain("sw-wifi-time");
            response.Headers.CacheControl.ShouldBe(PrivateNoStore);
        }

        host.Log.Entries.ShouldAllBe(e => e.Level < LogLevel.Warning);
    }

    [Fact]
    public async Task Page_ForEveryoneWithAForm_KeepsTheHeaderOfTheForm()
    {
        await using var host = await StartAsync(_ => { });
        using var response = await host.Http.GetAsync(new Uri("/Headers/ForEveryone", UriKind.Relative));
        response.Headers.CacheControl.ShouldBe(new CacheControlHeaderValue { NoCache = true, NoStore = true });
        host.Log.Entries.ShouldAllBe(e => e.Level < LogLevel.Warning);
    }

    [Theory]
    [InlineData("Cache-Control", "public, max-age=3600")]
    [InlineData("CDN-Cache-Control", "max-age=3600")]
    [InlineData("Expires", "Sun, 19 Jul 2026 23:30:00 GMT")]
    public async Task Page_ForOneVisitorInASiteThatCachesEverything_IsNotCached(string name, string value)
    {
        await using var host = await StartAsync(app => app.Use((http, next) =>
        {
            http.Response.Headers[name] = value;
            return next(http);
        }));
        using var response = await host.Http.GetAsync(new Uri("/Headers/Alone", UriKind.Relative));
        response.Headers.CacheControl.ShouldBe(PrivateNoStore);
        if (name == "CDN-Cache-Control") response.Headers.GetValues(name).ShouldBe(["no-store"]);
        if (name == "Expires") response.Content.Headers.Expires.ShouldBe(host.Clock.GetUtcNow());
    }

    private static Task<LoungeHost> StartAsync(Action<WebApplication> before) => LoungeHost.StartAsync(
        widgets =>
        {
            widgets.Services.AddRazorPages();
            widgets.Services.AddRazorComponents();
        },
        app =>
        {
            before(app);
            app.UseAntiforgery();
            app.MapRazorPages();
            app.MapRazorComponents<App>();
        });
}
