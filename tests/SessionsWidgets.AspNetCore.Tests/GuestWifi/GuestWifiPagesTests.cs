using System.Net.Http.Headers;
using System.Text.Json;
using AngleSharp.Html.Parser;
using SessionsWidgets.Samples.Sandbox;

namespace SessionsWidgets.AspNetCore.Tests.GuestWifi;

/// <summary>The guest Wi-Fi's widgets in Razor pages, over real HTTP on both sides.</summary>
public class GuestWifiPagesTests
{
    private static readonly (string, string)[] Inside = [("SessionsWidgets:GuestWifi:ClientNetworks:0", "127.0.0.0/8"), ("SessionsWidgets:GuestWifi:ClientNetworks:1", "::1/128")];

    [Fact]
    public async Task PublicWidgets_OverTheSandbox_ShowItsNumbers()
    {
        await using var site = await TestSite.StartAsync();
        var response = await site.Http.GetAsync(new Uri("/Guests", UriKind.Relative));
        response.Headers.CacheControl.ShouldBeNull();
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        page.QuerySelectorAll(".sw-fallback, .sw-error").ShouldBeEmpty();
        page.QuerySelector(".sw-guests-online .sw-figure")!.TextContent.ShouldBe("14");
        page.QuerySelectorAll(".sw-guest-visits tbody tr").Length.ShouldBe(3);
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
    public async Task WifiTime_VisitorInsideTheNetworks_ShowsTheTimeAndIsKeptNowhere()
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
    public async Task EveryPage_AtTraceLevel_HoldsNothingOfAnyGuestOfTheSandbox()
    {
        await using var site = await TestSite.StartAsync(settings: [.. Inside, ("Logging:LogLevel:Default", "Trace"), ("SessionsWidgets:GuestWifi:Floor", "1")]);
        var personal = await PersonalValuesAsync(site);
        personal.Count.ShouldBeGreaterThan(3000);
        var logged = site.Log.Entries.Count;
        var output = new List<string>();
        foreach (var path in (string[])["/Guests", "/OwnTime", "/Staff"])
            output.Add(await site.Http.GetStringAsync(new Uri(path, UriKind.Relative)));
        output[2].ShouldContain("sw-table");
        // The connection's own address is in the web server's log of this very visitor; that is no guest's.
        output.AddRange(site.Log.Entries.Skip(logged).Select(e => e.Text).Where(t => !t.Contains("127.0.0.1", StringComparison.Ordinal) || t.Contains("/sessions/", StringComparison.Ordinal)));
        site.Log.Entries.Count.ShouldBeGreaterThan(logged + 10);
        var everything = string.Join('\n', output);
        personal.Where(value => everything.Contains(value, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Staff_OptedIn_SeesMaskedValues()
    {
        await using var site = await TestSite.StartAsync(settings: [("SessionsWidgets:GuestWifi:RevealToStaff:0", "mac"), ("SessionsWidgets:GuestWifi:RevealToStaff:1", "guest")]);
        var personal = await PersonalValuesAsync(site);
        var response = await site.Http.GetAsync(new Uri("/Staff", UriKind.Relative));
        response.Headers.CacheControl.ShouldBe(new CacheControlHeaderValue { Private = true, NoStore = true });
        var html = await response.Content.ReadAsStringAsync();
        html.ShouldContain(":••:••:••:");
        html.ShouldNotContain("Network address");
        personal.Where(value => html.Contains(value, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    /// <summary>Everything that the sandbox knows of a guest and that no page may show, from the API itself.</summary>
    private static async Task<HashSet<string>> PersonalValuesAsync(TestSite site)
    {
        using var api = new HttpClient();
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sandbox-wifi-token");
        var values = new HashSet<string>(StringComparer.Ordinal);
        for (var page = 1; page <= 50; page++)
        {
            using var body = JsonDocument.Parse(await api.GetByteArrayAsync(new Uri($"{site.Sandbox.GuestWifiUrl.AbsoluteUri}/sessions?per_page=100&page={page}")));
            foreach (var session in body.RootElement.GetProperty("data").EnumerateArray())
                foreach (var name in (string[])["guest_device_mac", "guest_device_ip", "access_code", "guest_id", "yas_id", "start_time_formatted"])
                    if (session.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text && text != "127.0.0.1") values.Add(text);
        }

        using var durations = JsonDocument.Parse(await api.GetByteArrayAsync(new Uri($"{site.Sandbox.GuestWifiUrl.AbsoluteUri}/sessions/127.0.0.1,10.1.1.5")));
        foreach (var guest in durations.RootElement.EnumerateArray())
            foreach (var name in (string[])["username", "name", "email"]) values.Add(guest.GetProperty(name).GetString()!);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        return values;
    }
}
