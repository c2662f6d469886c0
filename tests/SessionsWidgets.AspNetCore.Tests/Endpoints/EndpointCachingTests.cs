using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.TestSupport;
using SessionsWidgets.Sandbox.Faults;

namespace SessionsWidgets.AspNetCore.Tests.Endpoints;

/// <summary>Who may keep a fragment, and for how long.</summary>
public class EndpointCachingTests
{
    [Fact]
    public async Task Get_Later_MayBeCachedForTheRemainingTime()
    {
        await using var site = await EndpointSite.StartAsync();
        (await CacheControlAsync(site, "/widgets/guests-online")).ShouldBe("max-age=60, stale-while-revalidate=600");
        site.Clock.Advance(TimeSpan.FromSeconds(15.5));
        (await CacheControlAsync(site, "/widgets/guests-online")).ShouldBe("max-age=44, stale-while-revalidate=600");
    }

    [Fact]
    public async Task Get_TextThatExpiresSooner_IsNotCachedLonger()
    {
        await using var site = await EndpointSite.StartAsync(settings: ("SessionsWidgets:Cache:FreshFor", "06:00:00"));
        var business = await site.Services.GetRequiredService<BusinessDirectory>().GetAsync(null);
        var fragment = await site.Services.GetRequiredService<WidgetRenderer>().RenderAsync(business, new RecentSmokes());
        var left = fragment.FreshUntil - site.Clock.GetUtcNow();
        left.ShouldBeLessThan(TimeSpan.FromHours(6));
        (await CacheControlAsync(site, "/widgets/recent-smokes")).ShouldBe($"max-age={(int)left.TotalSeconds}, stale-while-revalidate=600");
    }

    [Fact]
    public async Task Get_StaleFragment_MustBeRevalidated()
    {
        await using var site = await EndpointSite.StartAsync();
        await CacheControlAsync(site, "/widgets/recent-smokes");
        site.Sandbox.Faults.Add("/venues/*", new StatusFault { Status = 500 });
        site.Clock.Advance(TimeSpan.FromMinutes(5));
        using var answer = await site.AskAsync("/widgets/recent-smokes");
        answer.Headers.CacheControl!.ToString().ShouldBe("no-cache");
        answer.Headers.ETag.ShouldNotBeNull();
    }

    [Fact]
    public async Task Get_LanguageOfTheVisitor_VariesUnlessTheAddressNamesOne()
    {
        await using var site = await TestSite.StartAsync(map: app =>
        {
            FirstLanguage.Use(app);
            app.UseRouting();
            app.MapSessionsWidgets("/widgets");
        });
        using var german = await site.AskAsync("/widgets/guests-online", headers: ("Accept-Language", "de"));
        (await german.Content.ReadAsStringAsync()).ShouldContain("lang=\"de\"");
        german.Headers.Vary.ShouldBe(["Accept-Language", "Cookie"]);
        using var named = await site.AskAsync("/widgets/guests-online?lang=de");
        (await named.Content.ReadAsStringAsync()).ShouldContain("lang=\"de\"");
        named.Headers.Vary.ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_BusinessDecidedByTheRequest_IsPrivateUnlessTheAddressNamesIt()
    {
        await using var site = await EndpointSite.StartAsync(
            configure: b => b.UseBusinessResolver(http => http.Request.Headers["X-Lounge"].FirstOrDefault()),
            settings: EndpointSite.Uptown);
        (await CacheControlAsync(site, "/widgets/recent-smokes")).ShouldContain("private");
        (await CacheControlAsync(site, "/widgets/recent-smokes?business=uptown")).ShouldNotContain("private");
    }

    [Fact]
    public async Task Get_SignedInVisitor_IsPrivate()
    {
        await using var site = await TestSite.StartAsync(map: app =>
        {
            app.Use((http, next) =>
            {
                http.User = new ClaimsPrincipal(new ClaimsIdentity([], "test"));
                return next();
            });
            app.UseRouting();
            app.MapSessionsWidgets("/widgets");
        });
        (await CacheControlAsync(site, "/widgets/guests-online")).ShouldBe("max-age=60, private, stale-while-revalidate=600");
    }

    [Fact]
    public async Task CacheOutput_GoodFragment_IsCachedWhileFresh()
    {
        var store = new RecordingStore();
        await using var site = await OutputCachedAsync(store);
        using var first = await site.AskAsync("/widgets/guests-online");
        using var kept = await site.AskAsync("/widgets/guests-online");
        kept.Headers.Age.ShouldNotBeNull();
        kept.Headers.ETag.ShouldBe(first.Headers.ETag);
        (await kept.Content.ReadAsByteArrayAsync()).ShouldBe(await first.Content.ReadAsByteArrayAsync());
        store.Kept.ShouldHaveSingleItem().ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task CacheOutput_NoticeOrRefusal_IsNotCached()
    {
        var store = new RecordingStore();
        await using var site = await OutputCachedAsync(store);
        site.Sandbox.Faults.Add("/venues/*", new StatusFault { Status = 500 });
        string[] addresses =
        [
            "/widgets/recent-smokes",
            "/widgets/recent-smokes?limit=junk",
            "/widgets/recent-smokes?business=nobody",
            "/widgets/nothing",
        ];
        foreach (var address in addresses)
        {
            using var answer = await site.AskAsync(address);
            answer.Headers.CacheControl!.ToString().ShouldBe("no-store");
        }

        store.Kept.ShouldBeEmpty();
    }

    [Fact]
    public async Task CacheOutput_LanguageOfTheVisitor_IsNotMixedUp()
    {
        var store = new RecordingStore();
        await using var site = await OutputCachedAsync(store, FirstLanguage.Use);
        foreach (var language in (string[])["de", "en", "de"])
        {
            using var answer = await site.AskAsync("/widgets/guests-online", headers: ("Accept-Language", language));
            (await answer.Content.ReadAsStringAsync()).ShouldContain($"lang=\"{language}\"");
        }

        store.Kept.ShouldBeEmpty();
    }

    private static Task<TestSite> OutputCachedAsync(RecordingStore store, Action<WebApplication>? before = null) => TestSite.StartAsync(
        configure: b => b.Services.AddOutputCache().AddSingleton<IOutputCacheStore>(store),
        map: app =>
        {
            before?.Invoke(app);
            app.UseRouting();
            app.UseOutputCache();
            app.MapSessionsWidgets("/widgets").CacheOutput(p => p.Expire(TimeSpan.FromHours(1)));
        });

    private static async Task<string> CacheControlAsync(TestSite site, string address)
    {
        using var answer = await site.AskAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return answer.Headers.CacheControl!.ToString();
    }
}
