using System.Collections.Concurrent;
using System.Net;
using System.Net.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.AspNetCore.Tests.Endpoints;

/// <summary>A site with calendars, whose upstream answers by the path of the business.</summary>
internal sealed class CalendarSite : IAsyncDisposable
{
    public const string Lounge = "/venues/stogies-chapin/events";

    public const string Brand = "/brands/casa-belmonte/events";

    private readonly ConcurrentDictionary<string, Func<HttpResponseMessage>> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Uri> _requests = new();
    private TestSite _site = null!;

    private CalendarSite()
    {
        Answer(Lounge, Events.Full("evt_1"), Events.Full("evt_2", "2026-08-01T23:00:00Z", "2026-08-02T02:00:00Z"));
        Answer(Brand, Events.Full("evt_9", timezone: "America/Chicago"));
    }

    public ManualClock Clock => _site.Clock;

    public HttpClient Http => _site.Http;

    public RecordingLogger Log => _site.Log;

    public IServiceProvider Services => _site.Services;

    public IReadOnlyCollection<Uri> Requests => _requests;

    public static async Task<CalendarSite> StartAsync(
        Action<WidgetEndpointOptions>? options = null, Action<WebApplication>? map = null, Action<SessionsWidgetsBuilder>? configure = null,
        string environment = "Production", params (string Key, string Value)[] settings)
    {
        var site = new CalendarSite();
        site._site = await TestSite.StartAsync(
            environment,
            widgets =>
            {
                widgets.Services.AddHttpClient("SessionsWidgets")
                    .ConfigurePrimaryHttpMessageHandler(() => new StubHandler(site.AnswerAsync));
                configure?.Invoke(widgets);
            },
            map ?? (app => app.MapSessionsWidgets("/widgets", options)),
            [.. EndpointSite.Uptown, .. settings]);
        return site;
    }

    public void Answer(string path, params string[] items) => _answers[path] = () => StubHandler.Json(Sessions.Page(items));

    public void Fail(string path, HttpStatusCode status, string? retryAfter = null) => _answers[path] = () =>
    {
        var response = StubHandler.Json("", status);
        if (retryAfter is not null) response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return response;
    };

    public Task<HttpResponseMessage> AskAsync(string address, HttpMethod? method = null, params (string Name, string Value)[] headers) =>
        _site.AskAsync(address, method, headers);

    public Task<(HttpStatusCode Status, string Text)> RefusedAsync(string address) => _site.RefusedAsync(address);

    public async Task<ReadCalendar> ReadAsync(string address)
    {
        using var answer = await AskAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        answer.Content.Headers.ContentType!.ToString().ShouldBe(EventCalendar.ContentType);
        return ReadCalendar.Of(await answer.Content.ReadAsByteArrayAsync());
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _requests.Enqueue(request.RequestUri!);
        // The key of this business is not the right one.
        return Task.FromResult(request.Headers.Authorization?.Parameter == "not-the-key"
            ? StubHandler.Json("", HttpStatusCode.Unauthorized)
            : _answers.TryGetValue(request.RequestUri!.AbsolutePath, out var answer) ? answer()
            : StubHandler.Json("", HttpStatusCode.NotFound));
    }
}
