using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.Sandbox.Faults;

namespace SessionsWidgets.HostTests.PageCaching;

/// <summary>Pages that set caching headers, for browsers, proxies and ResponseCaching.</summary>
public class CachingHeaderTests
{
    private const string Page = "/PageCaching/Headers";

    /// <summary>The header that a page sets, with a widget that is true for L seconds, and without data.</summary>
    public static TheoryData<string, string, string, string> Headers => new()
    {
        { "Cache-Control", "public, max-age=3600", "public, max-age=L", "no-store" },
        { "Cache-Control", "private, max-age=3600", "max-age=L, private", "private, no-store" },
        { "Cache-Control", "public, max-age=5, s-maxage=3600", "public, max-age=5, s-maxage=L", "no-store" },
        { "Cache-Control", "max-age=5", "max-age=5", "no-store" },
        { "Cache-Control", "public, max-age=3600, immutable", "public, max-age=L, immutable", "no-store" },
        { "Cache-Control", "public, max-age=99999999999", "public, max-age=L", "no-store" },
        { "Cache-Control", "public, max-age=3600, no-cache=\"Set-Cookie\"", "public, no-cache=\"Set-Cookie\", max-age=L", "no-store" },
        { "Cache-Control", "no-cache", "no-cache", "no-cache" },
        { "Cache-Control", "no-store", "no-store", "no-store" },
        { "CDN-Cache-Control", "max-age=3600", "max-age=L", "no-store" },
        { "Expires", "Sun, 19 Jul 2026 23:30:00 GMT", "E", "Sat, 18 Jul 2026 23:30:00 GMT" },
        { "Expires", "Sat, 18 Jul 2026 23:30:01 GMT", "Sat, 18 Jul 2026 23:30:01 GMT", "Sat, 18 Jul 2026 23:30:00 GMT" },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task Header_SetBeforeOrAfterTheWidget_IsLowered(string name, string set, string fresh, string missing)
    {
        await using var host = await CachingHost.StartAsync(_ => { });
        var left = await host.FreshForAsync(new RecentSmokes { Limit = 2 });
        var expected = fresh.Replace("=L", $"={(int)left.TotalSeconds}", StringComparison.Ordinal)
            .Replace("E", $"{host.Clock.GetUtcNow() + left:R}", StringComparison.Ordinal);
        await CheckAsync(expected);
        await host.Services.GetRequiredService<SessionsClient>().RemoveAllAsync();
        host.Sandbox.Faults.Add("/venues/*", new StatusFault { Status = 500 });
        await CheckAsync(missing);

        async Task CheckAsync(string sent)
        {
            foreach (var when in (string[])["before", "after"])
            {
                var header = await HeaderAsync(host, name, $"{Page}?{when}={Uri.EscapeDataString($"{name}={set}")}");
                Directives(header).ShouldBe(Directives(sent));
            }
        }
    }

    [Fact]
    public async Task Page_WithoutCachingHeaders_GetsNone()
    {
        await using var host = await CachingHost.StartAsync(_ => { });
        foreach (var path in (string[])[Page, "/blazor/caching/smokes", "/PageCaching/Flushed"])
        {
            using var response = await host.Http.GetAsync(new Uri(path, UriKind.Relative));
            response.Headers.Contains("CDN-Cache-Control").ShouldBeFalse();
            response.Content.Headers.Expires.ShouldBeNull();
            if (!path.StartsWith("/blazor", StringComparison.Ordinal)) response.Headers.CacheControl.ShouldBeNull();
        }
    }

    [Fact]
    public async Task Header_LimitPageCachingIsOff_IsThePagesOwn()
    {
        await using var host = await CachingHost.StartAsync(_ => { }, ("SessionsWidgets:LimitPageCaching", "false"));
        (await HeaderAsync(host, "Cache-Control", $"{Page}?before=Cache-Control=max-age=3600")).ShouldBe("max-age=3600");
    }

    [Fact]
    public async Task OutputCache_HeaderSetAfterTheWidget_IsNotStoredAsItWasSet()
    {
        await using var host = await CachingHost.StartAsync();
        await host.GetAsync($"{Page}?after=Cache-Control=max-age=3600");
        host.Stored().ShouldBeEmpty();
        await host.GetAsync($"{Page}?before=Cache-Control=max-age=3600");
        host.Stored().ShouldHaveSingleItem();
        var stored = await HeaderAsync(host, "Cache-Control", $"{Page}?before=Cache-Control=max-age=3600");
        stored.ShouldBe($"max-age={(int)(await host.FreshForAsync(new RecentSmokes { Limit = 2 })).TotalSeconds}");
    }

    [Fact]
    public async Task ResponseCaching_PageWithTheAttribute_IsStoredOnlyWithTheWidget()
    {
        await using var host = await LoungeHost.StartAsync(
            widgets =>
            {
                widgets.Services.AddRazorPages();
                widgets.Services.AddResponseCaching();
            },
            app =>
            {
                app.UseResponseCaching();
                app.MapRazorPages();
            });
        host.Sandbox.Faults.Add("/venues/*", new StatusFault { Status = 500 });
        (await host.GetAsync("/PageCaching/Attribute")).ShouldContain("Come in.");
        host.Sandbox.Faults.Clear();
        host.Clock.Advance(TimeSpan.FromSeconds(144));
        using var first = await host.Http.GetAsync(new Uri("/PageCaching/Attribute", UriKind.Relative));
        (await first.Content.ReadAsStringAsync()).ShouldContain("sw-recent-smokes");
        first.Headers.Age.ShouldBeNull();
        first.Headers.CacheControl!.MaxAge.ShouldBe(await host.FreshForAsync(new RecentSmokes { Limit = 2 }));
        using var kept = await host.Http.GetAsync(new Uri("/PageCaching/Attribute", UriKind.Relative));
        kept.Headers.Age.ShouldNotBeNull();
        kept.Headers.CacheControl.ShouldBe(first.Headers.CacheControl);
    }

    private static async Task<string> HeaderAsync(LoungeHost host, string name, string path)
    {
        using var response = await host.Http.GetAsync(new Uri(path, UriKind.Relative));
        HttpHeaders headers = name == "Expires" ? response.Content.Headers : response.Headers;
        return string.Join(", ", headers.NonValidated[name]);
    }

    /// <summary>The directives in any order; a date has none.</summary>
    private static string[] Directives(string text) =>
        text.EndsWith("GMT", StringComparison.Ordinal) ? [text] : [.. text.Split(", ").Order(StringComparer.Ordinal)];
}
