using System.Net.Http.Headers;
using AngleSharp.Html.Parser;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.AspNetCore.Tests.GuestWifi;

/// <summary>The guest Wi-Fi's widgets in Razor pages, over real HTTP on both sides.</summary>
public class GuestWifiPagesTests
{
    private static readonly (string, string)[] Inside =
        [("SessionsWidgets:GuestWifi:ClientNetworks:0", "127.0.0.0/8"), ("SessionsWidgets:GuestWifi:ClientNetworks:1", "::1/128")];

    [Fact]
    public async Task PublicWidgets_OverTheSandbox_ShowItsNumbers()
    {
        await using var site = await TestSite.StartAsync();
        var response = await site.Http.GetAsync(new Uri("/Guests", UriKind.Relative));
        response.Headers.CacheControl.ShouldBeNull();
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        page.QuerySelectorAll(".sw-fallback, .sw-error").ShouldBeEmpty();
        page.QuerySelector(".sw-guests-online .sw-figure")!.TextContent.ShouldBe("14");
        page.QuerySelectorAll(".sw-guest-visits .sw-bar").Length.ShouldBe(3);
        page.QuerySelectorAll(".sw-lounge-activity .sw-activity-figure").Length.ShouldBe(4);
        page.QuerySelectorAll(".sw-lounge-activity article").Length.ShouldBe(3);
    }

    [Fact]
    public async Task TwoOnline_FewerThanTheFloor_AreAFew()
    {
        await using var site = await TestSite.StartAsync(settings: ("SessionsWidgets:GuestWifi:LocationId", "kJ6wPb9GuRa"));
        var page = new HtmlParser().ParseDocument(await site.Http.GetStringAsync(new Uri("/Guests", UriKind.Relative)));
        page.QuerySelector(".sw-guests-online .sw-figure")!.TextContent.ShouldBe("A few");
    }

    [Fact]
    public async Task WifiTime_VisitorInsideTheNetworks_ShowsTheTimeAndIsNotCached()
    {
        await using var site = await TestSite.StartAsync(settings: Inside);
        for (var visit = 1; visit <= 2; visit++)
        {
            var response = await site.Http.GetAsync(new Uri("/OwnTime", UriKind.Relative));
            response.Headers.CacheControl.ShouldBe(new CacheControlHeaderValue { Private = true, NoStore = true });
            (await response.Content.ReadAsStringAsync()).ShouldContain("52 minutes");
            site.Sandbox.Requests.All.Count(r => r.Path.EndsWith("/sessions/127.0.0.1", StringComparison.Ordinal)).ShouldBe(visit);
        }
    }

    [Fact]
    public async Task WifiTime_VisitorFromElsewhere_ShowsTheContentWithoutAnyRequest()
    {
        await using var site = await TestSite.StartAsync(settings: ("SessionsWidgets:GuestWifi:ClientNetworks:0", "10.1.1.0/24"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/OwnTime");
        // Only the host's own settings make this header count.
        request.Headers.Add("X-Forwarded-For", "10.1.1.5");
        var html = await (await site.Http.SendAsync(request)).Content.ReadAsStringAsync();
        html.ShouldContain("id=\"content\"");
        html.ShouldNotContain("class=\"sw");
        site.Sandbox.Requests.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Staff_OptedIn_SeesMaskedValues()
    {
        await using var site = await TestSite.StartAsync(
            settings: [("SessionsWidgets:GuestWifi:RevealToStaff:0", "mac"), ("SessionsWidgets:GuestWifi:RevealToStaff:1", "guest")]);
        var personal = await PersonalValues.OfAsync(site.Sandbox.GuestWifiUrl, site.Clock);
        var response = await site.Http.GetAsync(new Uri("/Staff", UriKind.Relative));
        response.Headers.CacheControl.ShouldBe(new CacheControlHeaderValue { Private = true, NoStore = true });
        var html = await response.Content.ReadAsStringAsync();
        html.ShouldContain(":••:••:••:");
        html.ShouldNotContain("Network address");
        personal.FoundIn(html).ShouldBeEmpty();
    }
}
