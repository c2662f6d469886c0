using System.Globalization;
using System.Net;
using System.Net.Http;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Boxpressd;

/// <summary>An upstream that serves a list by limit and offset in an order of its own, and clients of it.</summary>
internal sealed class ListUpstream : IDisposable
{
    private readonly List<SessionsClient> _clients = [];
    private readonly List<string> _asked = [];

    public ListUpstream() => Handler = new StubHandler((request, _) => Task.FromResult(Answer(request)));

    public StubHandler Handler { get; }

    public ManualClock Clock { get; } = new();

    public RecordingLogger Log { get; } = new();

    public SharedStore? Store { get; set; }

    public CachePolicy Policy { get; set; } = new();

    /// <summary>The items as JSON, in upstream's order.</summary>
    public IReadOnlyList<string> Items { get; set; } = [];

    /// <summary>The entity tag; with one, a request that has it gets 304.</summary>
    public string? Tag { get; set; }

    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    /// <summary>The paths and query strings asked for, in order.</summary>
    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_asked) return [.. _asked];
        }
    }

    /// <summary>A venue of a client of its own, in New York.</summary>
    public BusinessContext Lounge(string zone = "America/New_York", BusinessType type = BusinessType.Venue) =>
        Client().GetBusiness(new BusinessOptions { BusinessType = type, BusinessId = "lounge", TimeZone = zone });

    public SessionsClient Client()
    {
        var client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = Handler, TimeProvider = Clock, WaitingClock = Clock,
            LoggerFactory = Log, DistributedCache = Store, Cache = Policy,
        });
        _clients.Add(client);
        return client;
    }

    public void Dispose()
    {
        _clients.ForEach(c => c.Dispose());
        Handler.Dispose();
        Log.Dispose();
    }

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        var address = request.RequestUri!;
        lock (_asked) _asked.Add($"{address.PathAndQuery} {request.Headers.IfNoneMatch}".TrimEnd());
        if (Status != HttpStatusCode.OK) return StubHandler.Json("{}", Status);
        var isKnown = Tag is not null && request.Headers.IfNoneMatch.Any(tag => tag.Tag == Tag);
        var page = Items.Skip(Number("offset") ?? 0).Take(Number("limit") ?? 10);
        var response = isKnown ? new HttpResponseMessage(HttpStatusCode.NotModified) : StubHandler.Json(Sessions.Page(page));
        if (Tag is not null) response.Headers.TryAddWithoutValidation("ETag", Tag);
        return response;

        int? Number(string name) => address.Query.TrimStart('?').Split('&')
            .Where(part => part.StartsWith($"{name}=", StringComparison.Ordinal))
            .Select(part => (int?)int.Parse(part[(name.Length + 1)..], CultureInfo.InvariantCulture))
            .FirstOrDefault();
    }
}
