using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;

namespace SessionsWidgets.AspNetCore.Tests.GuestWifi;

/// <summary>Pages for one visitor or for staff, in hosts that keep or flush whatever they can.</summary>
public class NoStoreResponseTests
{
    private static readonly CacheControlHeaderValue PrivateNoStore = new() { Private = true, NoStore = true };

    [Theory]
    [InlineData("/Staff")]
    [InlineData("/OwnTime")]
    public async Task Page_InAnOutputCacheForEverything_IsNotCached(string path)
    {
        var store = new RecordingStore();
        await using var site = await OutputCachedAsync(store);
        (await site.Http.GetAsync(new Uri("/Guests", UriKind.Relative))).Headers.CacheControl.ShouldBeNull();
        store.Kept.Count().ShouldBe(1);
        (await site.Http.GetAsync(new Uri(path, UriKind.Relative))).Headers.CacheControl.ShouldBe(PrivateNoStore);
        store.Kept.Count().ShouldBe(1);
    }

    [Fact]
    public async Task Page_FlushedBeforeTheTag_LeavesTheWidgetOutAndSaysWhy()
    {
        await using var site = await TestSite.StartAsync();
        var html = await site.Http.GetStringAsync(new Uri("/FlushedStaff", UriKind.Relative));
        html.Trim().ShouldBe("<p>before</p><p id=\"own\">Ask at the bar.</p>");
        site.Log.OwnEntries.ShouldHaveSingleItem().ShouldContain("the response has started");
        site.Sandbox.Requests.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Page_FlushedAsOneThatNobodyKeeps_ShowsTheWidget()
    {
        var store = new RecordingStore();
        await using var site = await OutputCachedAsync(store);
        (await site.Http.GetStringAsync(new Uri("/FlushedPrivateStaff", UriKind.Relative))).ShouldContain("sw-table");
        store.Kept.ShouldBeEmpty();
    }

    private static Task<TestSite> OutputCachedAsync(RecordingStore store) => TestSite.StartAsync(
        configure: b =>
            b.Services.AddOutputCache(o => o.AddBasePolicy(p => p.Expire(TimeSpan.FromHours(1)))).AddSingleton<IOutputCacheStore>(store),
        map: app => app.UseOutputCache(),
        settings: ("SessionsWidgets:GuestWifi:ClientNetworks:0", "127.0.0.0/8"));
}
