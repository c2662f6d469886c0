using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Faults;

namespace SessionsWidgets.Tests.Faults;

/// <summary>A fault of the table, through the library call.</summary>
public abstract class FaultRowTest : FaultTest
{
    private protected async Task RunAsync(string id, Func<FaultVisits, Task> run)
    {
        var line = Upstream.Open("lounge", FaultTable.Find(id));
        await using var client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = line.BaseUrl,
            ApiKey = FaultVisits.Canary,
            GuestWifi = line.GuestWifi with { AccessToken = FaultVisits.Canary },
            TimeProvider = Clock,
            WaitingClock = Clock,
            LoggerFactory = Log,
            HttpHandler = Upstream.Handler,
        });
        using var telemetry = new RecordingTelemetry();
        var lounge = client.GetBusiness(BusinessType.Venue, "lounge");
        var widgets = new WidgetRenderer(client);
        var widget = WidgetOver(line.Row.Endpoint);
        var request = new RenderRequest { VisitorAddress = FaultResponses.Visitor };
        await run(new FaultVisits(line, Clock, Log, async () => (await widgets.RenderAsync(lounge, widget, request)).ToString()));
        foreach (var entry in telemetry.Entries) entry.ShouldNotContain(FaultVisits.Canary);
        foreach (var head in Upstream.Heads) head.ShouldContain($"Authorization: Bearer {FaultVisits.Canary}\r\n");
    }

    private static Widget WidgetOver(FaultEndpoint endpoint) => endpoint switch
    {
        FaultEndpoint.Events => new UpcomingEvents { Limit = 5 },
        FaultEndpoint.CheckIns => new RecentCheckIns { Layout = CheckInLayout.Faces, Limit = 5 },
        FaultEndpoint.GuestCount => new GuestsOnline(),
        FaultEndpoint.GuestList => new GuestVisits { Days = 2, Sample = 3 },
        FaultEndpoint.GuestDurations => new WifiTime(),
        _ => new RecentSmokes { Limit = 5 },
    };
}
