using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.AspNetCore.Tests.Components;

namespace SessionsWidgets.AspNetCore.Tests.GuestWifi;

/// <summary>Widgets that are not for everyone, in sites that cache whole responses: each visitor gets a page of their own.</summary>
public class CachedResponseTests
{
    private static readonly string[] Pages = ["/OwnTime", "/blazor/own-time", "/Cached/Outside"];

    public static TheoryData<string, string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, bool>();
            foreach (var page in Pages)
            {
                foreach (var cache in (string[])["output", "response"])
                {
                    cases.Add(page, cache, false);
                    cases.Add(page, cache, true);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Page_InASiteThatCachesResponses_IsRenderedForEachVisitor(string page, string cache, bool forwarded)
    {
        await using var site = await Visitors.StartAsync(
            configure: widgets => widgets.Services
                .AddOutputCache(o => o.AddBasePolicy(p => p.Expire(TimeSpan.FromHours(1))))
                .AddResponseCaching(),
            map: app => Use(app, cache));
        var (first, secret, second) = Visitors.Of(forwarded);
        (await site.OpenAsync(page, first, forwarded)).Html.ShouldContain(secret);
        (await site.OpenAsync(page, second, forwarded)).Html.ShouldNotContain(secret);
        (await site.OpenAsync(page, first, forwarded)).Html.ShouldContain(secret);
    }

    [Theory]
    [InlineData("output")]
    [InlineData("response")]
    public async Task Page_ForEveryone_IsCachedInTheSameSites(string cache)
    {
        await using var site = await Visitors.StartAsync(
            configure: widgets => widgets.Services
                .AddOutputCache(o => o.AddBasePolicy(p => p.Expire(TimeSpan.FromHours(1))))
                .AddResponseCaching(),
            map: app => Use(app, cache));
        var (one, _) = await site.OpenAsync("/Cached/Shared", "127.0.0.1", forwarded: false);
        var (two, _) = await site.OpenAsync("/Cached/Shared", "127.0.0.2", forwarded: false);
        two.ShouldBe(one);
    }

    private static void Use(WebApplication app, string cache)
    {
        if (cache == "output")
        {
            app.UseOutputCache();
        }
        else
        {
            app.UseResponseCaching();
            app.Use((http, next) =>
            {
                // A host that makes every page public.
                http.Response.Headers.CacheControl = "public, max-age=3600";
                return next(http);
            });
        }

        app.UseAntiforgery();
        app.MapRazorComponents<App>();
    }
}
