using System.Net;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Http;

/// <summary>A host that cannot even give a handler, as when its container is set up wrongly.</summary>
public sealed class HandlerSourceTests
{
    [Fact]
    public async Task AnyCall_HandlerCannotBeMade_IsAFailureOnceAWindow()
    {
        var made = 0;
        using var log = new RecordingLogger();
        await using var client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = new Uri("https://api.example.com"),
            GuestWifi = new GuestWifiOptions { ApiBaseUrl = new Uri("https://wifi.example.com") },
            TimeProvider = new ManualClock(),
            WaitingClock = new ManualClock(),
            LoggerFactory = log,
            HandlerSource = Fail,
            GuestWifiHandlerSource = Fail,
        });
        var lounge = client.GetBusiness(BusinessType.Venue, "lounge");
        for (var i = 0; i < 3; i++)
        {
            (await Should.ThrowAsync<ApiException>(() => lounge.GetSessionsAsync())).Failure.ShouldBe(ApiFailure.Unreachable);
            (await Should.ThrowAsync<ApiException>(() => lounge.GuestWifi!.CountSessionsAsync())).Failure.ShouldBe(ApiFailure.Unreachable);
            (await Should.ThrowAsync<ApiException>(() => lounge.GuestWifi!.GetDurationsAsync([IPAddress.Loopback])))
                .Failure.ShouldBe(ApiFailure.Unreachable);
        }

        made.ShouldBe(3);
        log.Events.ShouldBe(["upstream.failed", "upstream.failed", "upstream.failed"]);
        foreach (var (_, _, text) in log.Entries) text.ShouldNotContain("secret");

        HttpMessageHandler Fail()
        {
            Interlocked.Increment(ref made);
            throw new InvalidOperationException("secret");
        }
    }
}
