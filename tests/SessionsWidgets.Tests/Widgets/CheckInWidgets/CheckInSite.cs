using System.Net;
using System.Net.Http;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Widgets.CheckInWidgets;

/// <summary>A venue over an upstream that a test changes: its check-ins, and the sessions next to them.</summary>
internal sealed class CheckInSite : IDisposable
{
    private readonly StubHandler _handler;

    public CheckInSite(CachePolicy? policy = null, string? templates = null)
    {
        _handler = new StubHandler((request, _) => Task.FromResult(Answer(request.RequestUri!)));
        Client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = new Uri("https://api.example.com"),
            HttpHandler = _handler,
            TimeZone = "America/New_York",
            Cache = policy ?? new CachePolicy(),
        }.On(Clock));
        Renderer = new WidgetRenderer(Client, new WidgetRendererOptions { TemplateFolder = templates });
    }

    /// <summary>23:30 in UTC, half past seven in the evening at the venue.</summary>
    public ManualClock Clock { get; } = new();

    public SessionsClient Client { get; }

    public WidgetRenderer Renderer { get; }

    /// <summary>What the endpoint of check-ins answers; null for a failure.</summary>
    public string? CheckIns { get; set; } = Sessions.Page();

    /// <summary>What the endpoint of sessions answers; null for a failure.</summary>
    public string? Smokes { get; set; } = Sessions.Page();

    public int Requests => _handler.Requests;

    public Uri? LastUri => _handler.LastUri;

    public ValueTask<HtmlFragment> RenderAsync(Widget widget, BusinessType type = BusinessType.Venue) =>
        Renderer.RenderAsync(Client.GetBusiness(type, "stogies-chapin"), widget);

    public void Dispose()
    {
        Client.Dispose();
        _handler.Dispose();
    }

    /// <summary>A check-in of a person, with an id of the person unless that is null.</summary>
    public static string CheckIn(string id, string createdAt, string? userId, string name, string? more = null) =>
        $"{{\"id\":\"{id}\",\"createdAt\":\"{createdAt}\",\"user\":{{\"displayName\":\"{name}\""
        + (userId is null ? "}" : $",\"id\":\"{userId}\"}}") + (more is null ? "}" : $",{more}}}");

    private HttpResponseMessage Answer(Uri address)
    {
        var json = address.AbsolutePath.EndsWith("/checkins", StringComparison.Ordinal) ? CheckIns : Smokes;
        return json is null ? StubHandler.Json("{}", HttpStatusCode.InternalServerError) : StubHandler.Json(json);
    }
}
