using System.Globalization;
using System.Net.Http;

namespace SessionsWidgets.TestSupport.Fleet;

/// <summary>A server of a fleet, with connections and a memory of its own. Thread-safe.</summary>
internal sealed class FleetServer : IAsyncDisposable
{
    private static readonly RecentSmokes s_widget = new() { Limit = 6 };

    private readonly int _id;
    private readonly FleetUpstream _upstream;
    private readonly int[] _shown;
    private readonly NamedHandler _handler;
    private readonly FleetCache _cache;
    private readonly SessionsClient _client;
    private readonly WidgetRenderer _renderer;

    public FleetServer(int id, FleetScenario scenario, FastClock clock, FleetUpstream upstream, FleetCache cache)
    {
        (_id, _upstream, _cache) = (id, upstream, cache);
        _shown = new int[scenario.Businesses + 1];
        _handler = new NamedHandler(id);
        _client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = upstream.Address,
            HttpHandler = _handler,
            DistributedCache = cache,
            TimeProvider = clock,
            Cache = FleetScenario.Policy,
        });
        _renderer = new WidgetRenderer(_client);
    }

    public int FailedCacheCalls => _cache.Failures;

    /// <summary>Renders a page's widget, and finds out where its data came from.</summary>
    public async Task<(FragmentOrigin Origin, FleetLevel Level)> VisitAsync(int business)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"business-{business}");
        var fragment = await _renderer.RenderAsync(_client.GetBusiness(BusinessType.Venue, name), s_widget);
        var (number, server) = _upstream.AskedFor(fragment.Utf8.Span);
        if (number == 0) return (fragment.Origin, FleetLevel.None);
        // What this server shows for the first time came from elsewhere: by its own request, or by one of another server.
        var level = !IsNew(business, number) ? FleetLevel.Memory : server == _id ? FleetLevel.Upstream : FleetLevel.Redis;
        return (fragment.Origin, level);
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        _handler.Dispose();
        _cache.Dispose();
    }

    /// <summary>Whether it is newer than what was shown before. A visit that is overtaken shows nothing new.</summary>
    private bool IsNew(int business, int number)
    {
        var last = Volatile.Read(ref _shown[business]);
        while (number > last)
        {
            var found = Interlocked.CompareExchange(ref _shown[business], number, last);
            if (found == last) return true;
            last = found;
        }

        return false;
    }

    /// <summary>The library's own connections, and a header that names the server.</summary>
    private sealed class NamedHandler(int id)
        : DelegatingHandler(SocketsHandlerFactory.Create(new ApiConnector(TimeProvider.System, allowPrivate: true)))
    {
        private readonly string _name = id.ToString(CultureInfo.InvariantCulture);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add(FleetUpstream.ServerHeader, _name);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
