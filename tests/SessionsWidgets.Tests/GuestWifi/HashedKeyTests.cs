using System.Net;
using System.Net.NetworkInformation;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.GuestWifi;

/// <summary>Results that are not stored: their failures are logged and backed off like any other.</summary>
public sealed class HashedKeyTests : IDisposable
{
    private readonly Lounge _lounge = new();

    public static TheoryData<string> Calls => [.. All.Keys];

    /// <summary>Every call whose result is not stored.</summary>
    private static Dictionary<string, Func<GuestWifiContext, Task<object>>> All { get; } = new(StringComparer.Ordinal)
    {
        ["list of a guest"] = async wifi => (await wifi.GetSessionsAsync(new GuestSessionQuery { GuestId = "guest1" })).Sessions,
        ["list of a device"] = async wifi =>
            (await wifi.GetSessionsAsync(new GuestSessionQuery { DeviceMac = PhysicalAddress.Parse("14-2D-27-E7-40-2B") })).Sessions,
        ["count of a guest"] = async wifi => await wifi.CountSessionsAsync(new GuestSessionQuery { GuestId = "guest1" }),
        ["count of a Yas id"] = async wifi => await wifi.CountSessionsAsync(new GuestSessionQuery { YasId = Guid.Empty }),
        ["durations"] = async wifi => await wifi.GetDurationsAsync([IPAddress.Parse("10.1.1.5"), IPAddress.Parse("10.1.1.6")]),
    };

    public void Dispose() => _lounge.Dispose();

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_UpstreamResponds_IsRequestedEachTime(string name)
    {
        for (var i = 0; i < 3; i++) await All[name](_lounge.Wifi);
        _lounge.Api.Asked.Count.ShouldBe(3);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_UpstreamFails_IsRequestedOncePerBackoffAndLoggedOnce(string name)
    {
        var good = _lounge.Api.Answer;
        await All[name](_lounge.Wifi);
        _lounge.Api.Answer = _ => GuestWifiStub.Status(HttpStatusCode.InternalServerError);
        for (var i = 0; i < 3; i++) await FailAsync(name);
        _lounge.Api.Asked.Count.ShouldBe(2);
        _lounge.Log.Events.ShouldBe(["upstream.5xx"]);
        _lounge.Client.GetOutages().ShouldHaveSingleItem().Event.ShouldBe("upstream.5xx");

        _lounge.Clock.Advance(TimeSpan.FromSeconds(7));
        await FailAsync(name);
        _lounge.Api.Asked.Count.ShouldBe(3);

        _lounge.Api.Answer = good;
        _lounge.Clock.Advance(TimeSpan.FromSeconds(13));
        for (var i = 0; i < 2; i++) await All[name](_lounge.Wifi);
        _lounge.Api.Asked.Count.ShouldBe(5);
        _lounge.Log.Events.ShouldBe(["upstream.5xx", "upstream.recovered"]);
        _lounge.Client.GetOutages().ShouldBeEmpty();
    }

    [Fact]
    public async Task Call_FailedForOneGuest_IsAskedForAnother()
    {
        _lounge.Api.Answer = request => request.RequestUri!.Query.Contains("guest1", StringComparison.Ordinal)
            ? GuestWifiStub.Status(HttpStatusCode.BadRequest)
            : StubHandler.Json(Guests.Count(7));
        await Should.ThrowAsync<ApiException>(() => _lounge.Wifi.CountSessionsAsync(new GuestSessionQuery { GuestId = "guest1" }));
        (await _lounge.Wifi.CountSessionsAsync(new GuestSessionQuery { GuestId = "guest2" })).ShouldBe(7);
        (await _lounge.Wifi.CountSessionsAsync()).ShouldBe(7);
    }

    [Fact]
    public async Task Call_ManyAtOnce_ShareOneRequest()
    {
        using var gate = new ManualResetEventSlim();
        _lounge.Api.Answer = _ =>
        {
            gate.Wait();
            return StubHandler.Json(Guests.Duration("10.1.1.5", 42));
        };
        var calls = Enumerable.Range(0, 10).Select(_ => _lounge.Wifi.GetDurationsAsync([IPAddress.Parse("10.1.1.5")])).ToArray();
        gate.Set();
        foreach (var call in calls) (await call)[0].Duration.ShouldBe(TimeSpan.FromSeconds(42));
        _lounge.Api.Asked.ShouldHaveSingleItem();
    }

    private async Task FailAsync(string name) =>
        (await Should.ThrowAsync<ApiException>(() => All[name](_lounge.Wifi))).Failure.ShouldBe(ApiFailure.UnexpectedStatus);
}
