using System.Net;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.GuestWifi;

/// <summary>A lounge with guest Wi-Fi over a stub, for tests.</summary>
internal sealed class Lounge : IDisposable
{
    public Lounge(
        Func<GuestWifiOptions, GuestWifiOptions>? wifi = null, CachePolicy? cache = null, DateTimeOffset? now = null,
        string? templates = null)
    {
        Clock = now is { } start ? new ManualClock(start) : new ManualClock();
        var options = new GuestWifiOptions
        {
            ApiBaseUrl = new Uri("https://wifi.example.com"), AccessToken = "wifi-token", LocationId = "loc1",
            ClientNetworks = ["172.31.0.0/16"],
        };
        Client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = new Uri("https://api.example.com"), ApiKey = "sessions-key",
            HttpHandler = Api, TimeProvider = Clock, WaitingClock = Clock, LoggerFactory = Log,
            Cache = cache ?? new CachePolicy(), TimeZone = "America/New_York", GuestWifi = wifi is null ? options : wifi(options),
        });
        Business = Client.GetBusiness(BusinessType.Venue, "stogies-chapin");
        Renderer = new WidgetRenderer(Client, new WidgetRendererOptions { TemplateFolder = templates });
    }

    public GuestWifiStub Api { get; } = new();

    public ManualClock Clock { get; }

    public RecordingLogger Log { get; } = new();

    public SessionsClient Client { get; }

    public BusinessContext Business { get; }

    public WidgetRenderer Renderer { get; }

    public GuestWifiContext Wifi => Business.GuestWifi!;

    public async Task<HtmlFragment> RenderAsync(Widget widget, string? visitor = null) =>
        await Renderer.RenderAsync(
            Business, widget, new RenderRequest { VisitorAddress = visitor is null ? null : IPAddress.Parse(visitor) });

    public void Dispose()
    {
        Client.Dispose();
        Log.Dispose();
        Api.Dispose();
    }
}
