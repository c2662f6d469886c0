using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Calendar;

/// <summary>A client over an upstream in the process, and a business of it.</summary>
internal sealed class CalendarUpstream : IAsyncDisposable
{
    private readonly SessionsClient _client;
    private readonly StubHandler _handler;

    public CalendarUpstream(Func<HttpRequestMessage, HttpResponseMessage> answer, ManualClock? clock = null)
    {
        Clock = clock ?? new ManualClock();
        _handler = new StubHandler((request, _) => Task.FromResult(answer(request)));
        _client = new SessionsClient(
            new SessionsClientOptions { ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = _handler }.On(Clock));
        Lounge = Business(new BusinessOptions { BusinessId = "stogies-chapin", TimeZone = "America/New_York" });
    }

    public ManualClock Clock { get; }

    public BusinessContext Lounge { get; }

    public int Requests => _handler.Requests;

    public static CalendarUpstream Of(params IEnumerable<string> items)
    {
        var page = Sessions.Page(items);
        return new CalendarUpstream(_ => StubHandler.Json(page));
    }

    public BusinessContext Business(BusinessOptions options) => _client.GetBusiness(options);

    /// <summary>The calendar of all events, those that are over included.</summary>
    public async Task<ReadCalendar> ReadAllAsync() =>
        ReadCalendar.Of(EventCalendar.Create(Lounge, (await Lounge.GetEventsAsync(new EventQuery { Status = EventStatus.All })).Events));

    public ValueTask DisposeAsync() => _client.DisposeAsync();
}
