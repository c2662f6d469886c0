using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets.TestSupport.Fleet;

/// <summary>The API of a fleet: HTTP on loopback. Numbers its responses, and remembers every request. Thread-safe.</summary>
internal sealed class FleetUpstream : IAsyncDisposable
{
    /// <summary>The header that tells which server asks.</summary>
    public const string ServerHeader = "X-Fleet-Server";

    private static readonly byte[] s_mark = "fetch-"u8.ToArray();

    private readonly ConcurrentQueue<Request> _requests = new();
    private readonly ConcurrentDictionary<int, int> _askedBy = new();
    private readonly FastClock _clock;
    private readonly FleetScenario _scenario;
    private WebApplication? _host;
    private int _last;

    private FleetUpstream(FleetScenario scenario, FastClock clock) => (_scenario, _clock) = (scenario, clock);

    public Uri Address { get; private set; } = null!;

    public IReadOnlyCollection<Request> Requests => _requests;

    public static async Task<FleetUpstream> StartAsync(FleetScenario scenario, FastClock clock)
    {
        var upstream = new FleetUpstream(scenario, clock);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        upstream._host = builder.Build();
        upstream._host.Run(upstream.AnswerAsync);
        await upstream._host.StartAsync();
        upstream.Address = new Uri(upstream._host.Urls.Single());
        return upstream;
    }

    /// <summary>The server that asked for the response whose number stands in the HTML, and that number; 0 if there is none.</summary>
    public (int Number, int Server) AskedFor(ReadOnlySpan<byte> html)
    {
        var at = html.IndexOf(s_mark);
        return at >= 0 && Utf8Parser.TryParse(html[(at + s_mark.Length)..], out int number, out _) ? (number, _askedBy[number]) : default;
    }

    public async ValueTask DisposeAsync() => await _host!.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var at = _clock.Elapsed;
        var isUp = at < _scenario.OutageBegins || at >= _scenario.OutageEnds;
        var number = Interlocked.Increment(ref _last);
        _askedBy[number] = int.Parse(context.Request.Headers[ServerHeader]!, CultureInfo.InvariantCulture);
        // /venues/business-17/sessions
        var business = int.Parse(context.Request.Path.Value!.Split('/')[2].Split('-')[1], CultureInfo.InvariantCulture);
        _requests.Enqueue(new Request(business, at, isUp));
        await Task.Delay(_scenario.UpstreamTakes, _clock, context.RequestAborted);
        context.Response.StatusCode = isUp ? StatusCodes.Status200OK : StatusCodes.Status500InternalServerError;
        if (!isUp) return;
        context.Response.ContentType = "application/json";
        var body = Encoding.UTF8.GetBytes(Sessions.Page(Enumerable.Range(0, 6).Select(item => Item(number, item))));
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static string Item(int number, int item) => Sessions.Item(
        $"ses_{item}",
        more: string.Create(CultureInfo.InvariantCulture, $$"""
            "durationSeconds":4200,"rating":4.8,"note":"Excellent evening smoke, fetch-{{number}}.",
            "cigar":{"id":"cgr_1","name":"Philosopher's Folly","brandName":"Example Cigars","imageUrl":"https://cdn.example.com/1.jpg"},
            "venue":{"id":"stogies","name":"Stogies"}
            """));

    /// <summary>A request as it arrived.</summary>
    internal readonly record struct Request(int Business, TimeSpan At, bool IsAnswered);
}
