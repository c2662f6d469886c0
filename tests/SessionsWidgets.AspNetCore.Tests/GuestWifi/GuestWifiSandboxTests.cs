using System.Net;
using System.Net.NetworkInformation;
using System.Text.Json;
using SessionsWidgets.Sandbox;

using SessionsWidgets.TestSupport;

namespace SessionsWidgets.AspNetCore.Tests.GuestWifi;

/// <summary>Every endpoint and parameter of the guest Wi-Fi API, against the sandbox.</summary>
public sealed class GuestWifiSandboxTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private SandboxApi _sandbox = null!;
    private SessionsClient _client = null!;
    private GuestWifiContext _wifi = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxApi.StartAsync(new SandboxOptions { Clock = _clock });
        _client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = _sandbox.BaseUrl, ApiKey = _sandbox.ApiKey,
            GuestWifi = new GuestWifiOptions { ApiBaseUrl = _sandbox.GuestWifiUrl, AccessToken = "sandbox-wifi-token" },
        }.On(_clock));
        _wifi = _client.GetBusiness(BusinessType.Venue, "stogies-chapin").GuestWifi!;
    }

    public async Task DisposeAsync()
    {
        await _client.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task GetSessions_ManyPages_AreAllThereOnce()
    {
        var page = await _wifi.GetSessionsAsync(new GuestSessionQuery { Limit = 1000, StartedFrom = new DateOnly(2026, 7, 1) });
        var count = await _wifi.CountSessionsAsync(new GuestSessionQuery { StartedFrom = new DateOnly(2026, 7, 1) });
        page.Sessions.Count.ShouldBe((int)Math.Min(count, 1000));
        page.Sessions.Select(s => s.Id).ShouldBeUnique();
        page.Sessions.ShouldAllBe(
            s => s.StartedAt >= new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero) && s.Duration != null && s.DownloadedBytes != null);
        page.Sessions.ShouldContain(s => s.Duration > TimeSpan.FromHours(24));
        (page.IsPartial, page.Dropped).ShouldBe((false, 0));
    }

    [Fact]
    public async Task GetSessions_Page_GoesOnWhereTheOneBeforeEnded()
    {
        var both = await _wifi.GetSessionsAsync(new GuestSessionQuery { Limit = 20 });
        var second = await _wifi.GetSessionsAsync(new GuestSessionQuery { Page = 2 });
        second.Sessions.Select(s => s.Id).ShouldBe(both.Sessions.Skip(10).Select(s => s.Id));
        second.HasMore.ShouldBeTrue();
    }

    [Fact]
    public async Task Count_OnlineAndLocation_AreThoseOfTheSandbox()
    {
        (await _wifi.CountSessionsAsync()).ShouldBe(5000);
        (await _wifi.CountSessionsAsync(new GuestSessionQuery { Online = true })).ShouldBe(23);
        (await _wifi.CountSessionsAsync(new GuestSessionQuery { Online = false })).ShouldBe(4977);
        (await _wifi.CountSessionsAsync(new GuestSessionQuery { Online = true, LocationId = "oVq3TzKcWnB", LastSessionFirst = true }))
            .ShouldBe(14);
        var online = await _wifi.GetSessionsAsync(new GuestSessionQuery { Online = true, LocationId = "r8LmXe2DyHs" });
        online.Sessions.Count.ShouldBe(7);
        online.Sessions.ShouldAllBe(s => s.IsOnline && s.EndedAt == null && s.LocationName == "Copper Leaf");
    }

    [Fact]
    public async Task Count_Days_ComplementEachOther()
    {
        var day = new DateOnly(2026, 7, 10);
        var started = await _wifi.CountSessionsAsync(new GuestSessionQuery { StartedFrom = day });
        var ended = await _wifi.CountSessionsAsync(new GuestSessionQuery { EndedBefore = day });
        started.ShouldBeGreaterThan(100);
        ended.ShouldBeGreaterThan(1000);
        // Those who were there at midnight are in neither.
        (started + ended).ShouldBeInRange(4900, 5000);
    }

    [Fact]
    public async Task Filters_OfOneGuest_FindThatGuestsSessions()
    {
        using var api = new HttpClient { DefaultRequestHeaders = { { "Authorization", "Bearer sandbox-wifi-token" } } };
        using var body =
            JsonDocument.Parse(await api.GetByteArrayAsync(new Uri($"{_sandbox.GuestWifiUrl.AbsoluteUri}/sessions?per_page=1")));
        var guest = body.RootElement.GetProperty("data")[0];
        var queries = new[]
        {
            new GuestSessionQuery { GuestId = guest.GetProperty("guest_id").GetString() },
            new GuestSessionQuery
            {
                DeviceMac = PhysicalAddress.Parse(guest.GetProperty("guest_device_mac").GetString()!.Replace(':', '-').ToUpperInvariant()),
            },
            new GuestSessionQuery { YasId = guest.GetProperty("yas_id").GetGuid() },
        };
        var counts = new List<long>();
        foreach (var query in queries)
        {
            counts.Add(await _wifi.CountSessionsAsync(query));
            (await _wifi.GetSessionsAsync(query with { Limit = 100 })).Sessions.Count.ShouldBe((int)counts[^1]);
        }

        counts[0].ShouldBeInRange(1, 100);
        counts.ShouldAllBe(c => c == counts[0]);
    }

    [Fact]
    public async Task Durations_OneSeveralAndNobody_AreRead()
    {
        var address = IPAddress.Parse("10.1.1.5");
        (await _wifi.GetDurationsAsync([address]))[0].Duration!.Value.TotalMinutes.ShouldBeInRange(84, 85);
        var several = await _wifi.GetDurationsAsync([IPAddress.Parse("192.0.2.1"), address, IPAddress.Loopback, address]);
        several.Select(d => d.IsKnown).ShouldBe([false, true, true, true]);
        (await _wifi.GetDurationsAsync([IPAddress.Parse("192.0.2.1")]))[0].IsKnown.ShouldBeFalse();
    }

    [Fact]
    public async Task OlderSessions_WithoutIds_AreCountedOnceEach()
    {
        var page = await _wifi.GetSessionsAsync(new GuestSessionQuery { Limit = 300, EndedBefore = new DateOnly(2026, 5, 10) });
        page.Sessions.Count.ShouldBe(300);
        page.Sessions.ShouldAllBe(s => s.Id == null && s.ServiceProfile == null);
    }

    [Fact]
    public async Task SixtyRequests_AreTheMost_AndUpstreamNeverHasToSaySo()
    {
        for (var i = 0; i < 60; i++)
            await _wifi.CountSessionsAsync(new GuestSessionQuery { StartedFrom = new DateOnly(2026, 7, 1).AddDays(-i) });
        var refused = await Should.ThrowAsync<ApiException>(() => _wifi.CountSessionsAsync(new GuestSessionQuery { Online = true }));
        refused.Failure.ShouldBe(ApiFailure.RateLimited);
        refused.RetryAfter.ShouldBe(TimeSpan.FromMinutes(1));
        // The other endpoints have budgets of their own, and what was asked before is still there.
        await _wifi.GetSessionsAsync();
        await _wifi.CountSessionsAsync(new GuestSessionQuery { StartedFrom = new DateOnly(2026, 7, 1) });
        _clock.Advance(TimeSpan.FromMinutes(1));
        (await _wifi.CountSessionsAsync(new GuestSessionQuery { Online = true })).ShouldBe(23);
        _sandbox.Requests.All.ShouldAllBe(r => r.Status == 200);
    }

    [Fact]
    public async Task WrongToken_IsReportedWithoutShowingIt()
    {
        var wifi = _client.GetBusiness(
            new BusinessOptions
            {
                BusinessId = "x", GuestWifi = new GuestWifiOptions { ApiBaseUrl = _sandbox.GuestWifiUrl, AccessToken = "not-this-one" },
            }).GuestWifi!;
        var error = await Should.ThrowAsync<ApiException>(() => wifi.CountSessionsAsync());
        error.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        error.ToString().ShouldNotContain("not-this-one");
    }

    [Theory]
    [InlineData("X-Wifi", null, "X-Wifi", "")]
    [InlineData("Authorization", "Token", "Authorization", "Token")]
    public async Task OtherHeaderAndScheme_AsConfigured_Open(string header, string? scheme, string tokenHeader, string tokenScheme)
    {
        await using var sandbox = await SandboxApi.StartAsync(
            new SandboxOptions { Clock = _clock, GuestWifi = new() { Header = header, Scheme = scheme, LinkBase = "[[BaseUrl]]" } });
        var options = new GuestWifiOptions
        {
            ApiBaseUrl = sandbox.GuestWifiUrl, AccessToken = "sandbox-wifi-token", TokenHeader = tokenHeader, TokenScheme = tokenScheme,
        };
        var wifi = _client.GetBusiness(new BusinessOptions { BusinessId = "x", GuestWifi = options }).GuestWifi!;
        (await wifi.GetSessionsAsync(new GuestSessionQuery { Limit = 250 })).Sessions.Count.ShouldBe(250);
    }
}
