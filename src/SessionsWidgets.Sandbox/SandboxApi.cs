using System.Globalization;
using SessionsWidgets.Sandbox.Data;
using SessionsWidgets.Sandbox.Data.CheckIns;
using SessionsWidgets.Sandbox.Data.Events;
using SessionsWidgets.Sandbox.Endpoints;
using SessionsWidgets.Sandbox.Faults;
using SessionsWidgets.Sandbox.GuestWifi;
using SessionsWidgets.Sandbox.Requests;

namespace SessionsWidgets.Sandbox;

/// <summary>A running sandbox of the upstream APIs: an HTTP server with example data.</summary>
/// <remarks>Thread-safe. Several can run in one process; each has its own port, data, faults and request log. Dispose it to stop
/// it.</remarks>
public sealed class SandboxApi : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ApiKeys _keys;
    private readonly EventStore _events;

    private SandboxApi(
        WebApplication app, ApiKeys keys, EventStore events, RequestLog requests, FaultRules faults,
        SandboxGuestWifi guestWifi)
    {
        _app = app;
        _keys = keys;
        _events = events;
        Requests = requests;
        Faults = faults;
        BaseUrl = new Uri(app.Urls.First());
        GuestWifiUrl = new Uri(BaseUrl, guestWifi.Path);
    }

    /// <summary>The base URL of the sessions API, with the actual port.</summary>
    public Uri BaseUrl { get; }

    /// <summary>The base URL of the guest Wi-Fi API.</summary>
    public Uri GuestWifiUrl { get; }

    /// <summary>The requests so far, and methods to wait for further ones.</summary>
    public RequestLog Requests { get; }

    /// <summary>The faults to simulate. Default: none.</summary>
    public FaultRules Faults { get; }

    /// <summary>The key that is valid for every business. A new key applies from the next request on.</summary>
    public string ApiKey
    {
        get => _keys.Main;
        set => _keys.Main = value;
    }

    /// <summary>Creates the data and starts the server.</summary>
    /// <param name="options">The options. Default: the defaults of <see cref="SandboxOptions"/>.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="ArgumentException">The URL is not one to listen on.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static async Task<SandboxApi> StartAsync(SandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SandboxOptions();
        if (SandboxOptions.AddressOf(options.Url) is null)
            throw new ArgumentException($"Url is '{options.Url}'; it takes http, and an IP address or localhost.", nameof(options));
        var data = new SandboxData(options.Seed, options.Clock);
        var keys = new ApiKeys(options.ApiKey, options.BusinessKeys);
        var requests = new RequestLog();
        WebApplication app = Build(options);
        var faults = new FaultRules(app.Lifetime.ApplicationStopping);
        app.Use((context, next) => ReceiveAsync(context, next, requests, faults, options.Clock));
        app.UseJsonErrors();
        app.UseRouting();
        var gate = new BusinessGate(keys, options.AnyBusiness);
        app.MapSessions(data.Sessions, gate);
        app.MapEvents(data.Events, gate);
        app.MapCheckIns(data.CheckIns, gate);
        app.MapPictures();
        app.MapGuestWifi(options.GuestWifi, data.GuestSessions, options.AnyBusiness, options.Clock);
        app.MapFaults(faults);
        await app.StartAsync(cancellationToken);
        return new SandboxApi(app, keys, data.Events, requests, faults, options.GuestWifi);
    }

    /// <summary>Cancels an event: from the next request on, no list contains it. Its picture stays.</summary>
    /// <param name="id">The id of the event, such as <c>evt_10012</c>.</param>
    /// <returns>Whether lists contained it before.</returns>
    public bool CancelEvent(string id) => _events.Remove(id);

    /// <summary>Releases held responses, stops the server and drops the data.</summary>
    public async ValueTask DisposeAsync()
    {
        Faults.Clear();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>Receives every request.</summary>
    private static async Task ReceiveAsync(
        HttpContext context, RequestDelegate next, RequestLog requests, FaultRules faults, TimeProvider clock)
    {
        DateTimeOffset now = clock.GetUtcNow();

        // Kestrel would date the answer by the machine's clock.
        context.Response.Headers.Date = now.ToString("R", CultureInfo.InvariantCulture);
        if (ControlEndpoints.IsControl(context.Request.Path))
        {
            await next(context);
            return;
        }

        // The rule is taken before the request is recorded: a test that waits for the request can rely on the rule.
        FaultRule? rule = faults.Take(context.Request);
        requests.Record(context, now);
        await (rule is null ? next(context) : faults.ApplyAsync(rule, new FaultCall(context, next, clock, now)));
    }

    /// <summary>Creates an empty builder: in another process, the settings of that process must not apply.</summary>
    private static WebApplication Build(SandboxOptions options)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(SandboxOptions.AddressOf(options.Url)!, options.Url.Port);
        });
        if (options.Listener is { } listener)
            builder.WebHost.UseSockets(sockets => sockets.CreateBoundListenSocket = _ => listener);
        builder.Services.AddRouting();
        builder.Services.AddSingleton<IHostLifetime, OwnersLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        return builder.Build();
    }

    /// <summary>Ignores signals: they are handled by the owner of the process, and the sandbox ends when it is disposed.</summary>
    private sealed class OwnersLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
