using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.AspNetCore;
using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Faults;

namespace SessionsWidgets.HostTests.ServiceDefaults;

/// <summary>A site whose API is a service, found by the configuration of service discovery.</summary>
internal sealed class DiscoverySite : IAsyncDisposable
{
    private readonly RawServer _service;
    private HostSite _site = null!;

    private DiscoverySite() => _service = new RawServer(async (head, socket, stream, closing) =>
    {
        Heads.Enqueue(head);
        var call = new RawCall(head, socket, stream, () => { }, closing);
        if (RedirectTo is { } location && !head.Contains("moved=", StringComparison.Ordinal))
        {
            await call.AnswerAsync(302, $"Location: {location}{head.Split(' ')[1]}&moved=1\r\n");
            return;
        }

        var body = head.Contains("/wifi/", StringComparison.Ordinal) ? Guests.Count(411)
            : Sessions.Page(Sessions.Item("ses_1", more: $$"""
                "cigar":{"id":"c1","name":"Robusto","imageUrl":"{{Address}}pictures/1.jpg"}
                """));
        await call.AnswerAsync(200, "Content-Type: application/json\r\n", Encoding.UTF8.GetBytes(body));
    });

    public ConcurrentQueue<string> Heads { get; } = new();

    public RecordingLogger Log => _site.Log;

    /// <summary>Where the service is.</summary>
    public Uri Address => new($"http://127.0.0.1:{_service.Port}");

    /// <summary>The origin that the first request is sent on to.</summary>
    public string? RedirectTo { get; set; }

    /// <param name="configure">Registers service discovery and more.</param>
    /// <param name="endpoint">Where discovery finds the service; null for where it is.</param>
    /// <param name="settings">More settings.</param>
    public static async Task<DiscoverySite> StartAsync(
        Action<IServiceCollection>? configure = null, string? endpoint = null, params (string Key, string Value)[] settings)
    {
        var site = new DiscoverySite();
        (string, string)[] own =
        [
            ("services:sessions:http:0", endpoint ?? site.Address.AbsoluteUri),
            ("SessionsWidgets:ApiBaseUrl", "https+http://sessions/v1"),
            ("SessionsWidgets:ApiKey", "the-key"),
            ("SessionsWidgets:BusinessId", "lounge"),
            ("SessionsWidgets:GuestWifi:ApiBaseUrl", "https+http://sessions/wifi"),
        ];
        try
        {
            site._site = await HostSite.StartAsync(
                builder =>
                {
                    (configure ?? Defaults.Add)(builder.Services);
                    builder.Services.AddSessionsWidgets(builder.Configuration.GetSection("SessionsWidgets"));
                },
                app => app.MapSessionsWidgets("/widgets"),
                "Production",
                [.. own.Where(o => settings.All(s => s.Key != o.Item1)), .. settings]);
        }
        catch
        {
            await site._service.DisposeAsync();
            throw;
        }

        return site;
    }

    public Task<string> GetAsync(string widget) => _site.Http.GetStringAsync($"/widgets/{widget}");

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _service.DisposeAsync();
    }
}
