using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Faults;

namespace SessionsWidgets.Tests.Faults;

/// <summary>What calls give for payloads of any kind, at every endpoint: a result, the last good one, or a typed failure.</summary>
public sealed class FaultRowCallTests : FaultTest
{
    public static TheoryData<string> Rows => [.. FaultTable.PayloadRows.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Call_ColdAndFaulty_GivesTheNewResponseOrATypedFailure(string id) => RunAsync(id, async (line, call) =>
    {
        line.Break();
        await CheckAsync(line, call, hadGood: false);
    });

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Call_FreshAndFaulty_DoesNotAsk(string id) => RunAsync(id, async (line, call) =>
    {
        (await call()).ShouldBe(Expected(line, isNew: false));
        line.Break();
        if (!FaultResponses.Of(line.Row.Endpoint).IsKept)
        {
            await CheckAsync(line, call, hadGood: false);
            return;
        }

        (await call()).ShouldBe(Expected(line, isNew: false));
        line.Calls.ShouldBe(1);
    });

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Call_StaleAndFaulty_GivesTheNewResponseOrTheLastGoodOne(string id) => RunAsync(id, async (line, call) =>
    {
        (await call()).ShouldBe(Expected(line, isNew: false));
        Clock.Advance(new CachePolicy().FreshFor + new CachePolicy().StaleWhileRevalidate);
        line.Break();
        await CheckAsync(line, call, hadGood: FaultResponses.Of(line.Row.Endpoint).IsKept);
    });

    private async Task CheckAsync(FaultyUpstream.Line line, Func<Task<string>> call, bool hadGood)
    {
        var isNew = line.Row.Seen == Seen.NewAnswer;
        var calls = line.Calls;
        if (isNew || hadGood)
        {
            (await call()).ShouldBe(Expected(line, isNew));
        }
        else
        {
            for (var i = 0; i < 3; i++)
            {
                var error = await Should.ThrowAsync<ApiException>(call);
                error.Failure.ShouldBe(ApiFailure.InvalidPayload);
                error.Fault.Name.ShouldBe(line.Row.Event);
                error.Message.ShouldNotContain("cannot be read");
            }
        }

        line.Calls.ShouldBe(calls + 1);
        Log.Events.Where(e => e.StartsWith("payload.", StringComparison.Ordinal)).ShouldBe(line.Row.Event is { } name ? [name] : []);
    }

    /// <summary>The result of <see cref="CallAsync"/> in short.</summary>
    private static string Expected(FaultyUpstream.Line line, bool isNew) => line.Row.Endpoint switch
    {
        FaultEndpoint.GuestCount => isNew ? "622" : "411",
        FaultEndpoint.GuestList or FaultEndpoint.GuestDurations => isNew ? "00:43:00" : "00:17:00",
        _ => isNew ? FaultyUpstream.NewName : FaultyUpstream.LastGoodName,
    };

    private static async Task<string> CallAsync(BusinessContext lounge, FaultEndpoint endpoint) => endpoint switch
    {
        FaultEndpoint.GuestCount => $"{await lounge.GuestWifi!.CountSessionsAsync()}",
        FaultEndpoint.GuestList => $"{(await lounge.GuestWifi!.GetSessionsAsync()).Sessions[0].Duration}",
        FaultEndpoint.GuestDurations => $"{(await lounge.GuestWifi!.GetDurationsAsync([FaultResponses.Visitor]))[0].Duration}",
        FaultEndpoint.Events => (await lounge.GetEventsAsync()).Events[0].Title,
        FaultEndpoint.CheckIns => (await lounge.GetCheckInsAsync()).CheckIns[0].User.DisplayName,
        _ => (await lounge.GetSessionsAsync()).Sessions[0].User.DisplayName,
    };

    private async Task RunAsync(string id, Func<FaultyUpstream.Line, Func<Task<string>>, Task> run)
    {
        var line = Upstream.Open("lounge", FaultTable.Find(id));
        await using var client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = line.BaseUrl,
            GuestWifi = line.GuestWifi,
            TimeProvider = Clock,
            WaitingClock = Clock,
            LoggerFactory = Log,
            HttpHandler = Upstream.Handler,
        });
        var lounge = client.GetBusiness(BusinessType.Venue, "lounge");
        await run(line, () => CallAsync(lounge, line.Row.Endpoint));
    }
}
