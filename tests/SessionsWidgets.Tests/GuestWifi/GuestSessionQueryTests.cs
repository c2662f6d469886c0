using System.Net.NetworkInformation;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.GuestWifi;

public sealed class GuestSessionQueryTests : IDisposable
{
    private readonly Lounge _lounge = new();

    public static TheoryData<string, GuestSessionQuery> Wrong => new()
    {
        { "limit", new GuestSessionQuery { Limit = 0 } },
        { "limit", new GuestSessionQuery { Limit = 1001 } },
        { "limit", new GuestSessionQuery { Limit = 101, Page = 2 } },
        { "page", new GuestSessionQuery { Page = 0 } },
        { "guest-id", new GuestSessionQuery { GuestId = "CANARYGUEST@example.com" } },
        { "location-id", new GuestSessionQuery { LocationId = "../count" } },
        { "device-mac", new GuestSessionQuery { DeviceMac = PhysicalAddress.Parse("CA-11-A2") } },
        { "from", new GuestSessionQuery { StartedFrom = new DateOnly(2026, 7, 2), EndedBefore = new DateOnly(2026, 7, 1) } },
        { "from", new GuestSessionQuery { StartedFrom = new DateOnly(1999, 1, 1) } },
        { "to", new GuestSessionQuery { EndedBefore = new DateOnly(9999, 1, 1) } },
    };

    public void Dispose() => _lounge.Dispose();

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task AnyQuery_NotAllowed_IsRefusedBeforeAnyRequest(string parameter, GuestSessionQuery query)
    {
        var error = await Should.ThrowAsync<ParameterException>(() => _lounge.Wifi.GetSessionsAsync(query));
        error.ParameterName.ShouldBe(parameter);
        error.Message.ShouldNotContain("CANARY");
        error.Message.ShouldNotContain("CA11A2");
        (await Should.ThrowAsync<ParameterException>(() => _lounge.Wifi.CountSessionsAsync(query))).ParameterName.ShouldBe(parameter);
        _lounge.Api.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task GetSessions_AllFilters_AreSentAsDocumented()
    {
        await _lounge.Wifi.GetSessionsAsync(Everything);
        _lounge.Api.Asked.ShouldHaveSingleItem().PathAndQuery.ShouldBe(
            "/sessions?guest_id=ajKeDq4582W&location_id=oWNe6XWDPLM&guest_device_mac=14:2d:27:e7:40:2b"
            + "&start_time=2026-07-01&end_time=2026-07-18"
            + "&yas_id=8f627d10-1abc-44d8-b964-a7816388173a&online=true&per_page=25&page=3");
    }

    [Fact]
    public async Task CountSessions_AllFilters_AreSentAsDocumented()
    {
        (await _lounge.Wifi.CountSessionsAsync(Everything)).ShouldBe(14);
        _lounge.Api.Asked.ShouldHaveSingleItem().PathAndQuery.ShouldBe(
            "/sessions/count?guest_id=ajKeDq4582W&location_id=oWNe6XWDPLM&guest_device_mac=14:2d:27:e7:40:2b"
            + "&start_time=2026-07-01&end_time=2026-07-18"
            + "&yas_id=8f627d10-1abc-44d8-b964-a7816388173a&online=true&last_session_first=true");
    }

    [Fact]
    public async Task GetSessions_NoFilters_AsksForTheContextsLocation()
    {
        await _lounge.Wifi.GetSessionsAsync();
        _lounge.Api.Asked.ShouldHaveSingleItem().PathAndQuery.ShouldBe("/sessions?location_id=loc1&per_page=10");
    }

    private static GuestSessionQuery Everything => new()
    {
        GuestId = "ajKeDq4582W", LocationId = "oWNe6XWDPLM", DeviceMac = PhysicalAddress.Parse("14-2D-27-E7-40-2B"),
        StartedFrom = new DateOnly(2026, 7, 1),
        EndedBefore = new DateOnly(2026, 7, 18),
        YasId = Guid.Parse("8f627d10-1abc-44d8-b964-a7816388173a"),
        Online = true, LastSessionFirst = true, Limit = 25, Page = 3,
    };
}
