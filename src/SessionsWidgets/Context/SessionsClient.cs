using System.Net.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace SessionsWidgets;

/// <summary>
/// The way to the sessions API: owns connections, a private cache and the refreshes behind it. One for a process;
/// disposing it ends them. What is passed in by the options stays the caller's.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public sealed class SessionsClient : IAsyncDisposable, IDisposable
{
    private readonly SessionsClientOptions _options;
    private readonly HttpMessageHandler? _ownHandler;
    private readonly HttpMessageHandler? _ownGuestWifiHandler;
    private readonly UpstreamCache _cache;
    private readonly SessionSource _sessions;
    private readonly GuestWifiService _guestWifi;

    /// <summary>Creates a client.</summary>
    /// <exception cref="ParameterException">An option is not allowed; the message names it and what is.</exception>
    public SessionsClient(SessionsClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options = options with { Cache = options.Cache with { }, GuestWifi = options.GuestWifi?.CompletedBy(null) };
        options.Validate("");
        options.Cache.Validate($"{nameof(options.Cache)}:");
        options.GuestWifi?.ValidateBaseUrl($"{nameof(options.GuestWifi)}:");
        _options = options;
        Logger = (options.LoggerFactory ?? NullLoggerFactory.Instance).CreateLogger("SessionsWidgets");
        _cache = new UpstreamCache(
            options.Cache,
            Clock,
            Logger,
            options.DistributedCache is { } second
                ? new DistributedStore(second, !options.KeepsLastGoodOnly, options.Cache, Clock, Logger)
                : null);
        var handlers = options.HandlerSource;
        if (handlers is null)
        {
            var handler = new CredentialHandler(options.HttpHandler ?? (_ownHandler = UpstreamHandlers.Create(Connector())));
            handlers = () => handler;
        }

        var guestWifiHandlers = options.GuestWifiHandlerSource;
        if (guestWifiHandlers is null)
        {
            var handler = new CredentialHandler(
                options.HttpHandler ?? (_ownGuestWifiHandler = UpstreamHandlers.CreateForGuestWifi(Connector())));
            guestWifiHandlers = () => handler;
        }

        _guestWifi = new GuestWifiService(guestWifiHandlers, options.Cache, Clock, Logger);
        var api = new ApiClient(handlers, Clock, options.Cache.FetchDeadline, Logger);
        var buckets = new TokenBuckets(options.Cache.RequestsPerMinute, Clock);
        _sessions = new SessionSource(api, Clock, options.AllowHttpPictures, buckets, Logger);

        ApiConnector Connector() => new(Clock, options.AllowPrivateAddresses);
    }

    internal TimeProvider Clock => _options.TimeProvider;

    /// <summary>How many answers of sessions, and failures to get one, are in memory.</summary>
    internal int Entries => _cache.Entries;

    /// <summary>How many answers of sessions are being fetched or stored.</summary>
    internal int FetchesUnderWay => _cache.UnderWay;

    /// <summary>How many fetches of guest data are under way.</summary>
    internal int GuestFetchesUnderWay => _guestWifi.UnderWay;

    internal CachePolicy Policy => _options.Cache;

    internal ILogger Logger { get; }

    /// <summary>A handle on a business at the client's own address, with the client's key, zone and language.</summary>
    /// <exception cref="ParameterException">The id is not 1 to 64 letters, digits, '_' or '-', or the client has no address.</exception>
    public BusinessContext GetBusiness(BusinessType type, string id) =>
        GetBusiness(new BusinessOptions { BusinessType = type, BusinessId = id });

    /// <summary>A handle on a business; what its options leave out is the client's.</summary>
    /// <exception cref="ParameterException">An option is not allowed.</exception>
    public BusinessContext GetBusiness(BusinessOptions business)
    {
        ArgumentNullException.ThrowIfNull(business);
        business.Validate("");
        Identifier.Validate(nameof(business.BusinessId), business.BusinessId);
        var complete = business.CompletedBy(_options);
        var baseUrl = ApiAddress.ValidateBase(nameof(complete.ApiBaseUrl), complete.ApiBaseUrl);
        var guestWifi = complete.GuestWifi ?? _options.GuestWifi;
        guestWifi?.ValidateBaseUrl($"{nameof(complete.GuestWifi)}:");
        return new BusinessContext(
            this,
            baseUrl,
            complete.BusinessType ?? BusinessType.Venue,
            complete.BusinessId!,
            complete.ApiKey,
            complete.TimeZone is { } zone ? TimeZoneInfo.FindSystemTimeZoneById(zone.Trim()) : TimeZoneInfo.Utc,
            complete.Culture?.Trim() ?? "en",
            guestWifi is null ? null : new GuestWifiContext(_guestWifi, guestWifi));
    }

    /// <summary>
    /// Forgets what there is of a business, its guest Wi-Fi included: the next visitor gets new answers. Other servers on the same second
    /// level forget its sessions when they next look there: when their freshness ends. Guest data of other servers end by themselves.
    /// </summary>
    public async Task RemoveAsync(BusinessContext business)
    {
        ArgumentNullException.ThrowIfNull(business);
        if (business.GuestWifi is { } wifi) await wifi.RemoveAsync();
        await _cache.RemoveAsync(
            _sessions,
            IsOf(business),
            SessionSource.BusinessOf(business.ApiBaseUrl.AbsoluteUri, business.BusinessType, business.BusinessId));
    }

    /// <summary>Forgets everything of all businesses, in the same way.</summary>
    public async Task RemoveAllAsync()
    {
        await _guestWifi.RemoveAsync(static (_, _) => true);
        await _cache.RemoveAsync(_sessions, static _ => true, null);
    }

    /// <summary>
    /// Fetches anew what is in memory of a business, its guest Wi-Fi included, even if it is still fresh; a few answers at a time. While
    /// upstream fails or wants to be left alone, what there is stays.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task RefreshAsync(BusinessContext business, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(business);
        await _cache.RefreshAsync(_sessions, IsOf(business), cancellationToken);
        if (business.GuestWifi is { } wifi) await wifi.RefreshAsync(cancellationToken);
    }

    /// <summary>Fetches anew what is in memory of all businesses, in the same way.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task RefreshAllAsync(CancellationToken cancellationToken = default)
    {
        await _cache.RefreshAsync(_sessions, static _ => true, cancellationToken);
        await _guestWifi.RefreshAsync(static (_, _) => true, cancellationToken);
    }

    /// <summary>
    /// What upstream does not give at present, by upstream and reason, those that have lasted longest first. Nothing is asked of upstream
    /// for it: it tells how the answers fared that pages asked for, up to ten minutes after the next try was due. That a business is not
    /// known upstream is no outage.
    /// </summary>
    public IReadOnlyList<UpstreamOutage> GetOutages() =>
        [
            .. Outages(_sessions.Source, _cache.GetOutages())
                .Concat(Outages(GuestWifiService.Name, _guestWifi.GetOutages()))
                .OrderBy(outage => outage.Since),
        ];

    /// <summary>Ends the refreshes and closes the connections.</summary>
    public void Dispose()
    {
        _cache.Dispose();
        _guestWifi.Dispose();
        _ownHandler?.Dispose();
        _ownGuestWifiHandler?.Dispose();
    }

    /// <summary>The same, and waits until what has been fetched is stored in the second level.</summary>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        await _cache.DisposeAsync();
    }

    internal DateOnly TodayOf(BusinessContext business) => LocalDay.Of(Clock.GetUtcNow(), business.TimeZone);

    internal CachedQuery<SessionSource.Key, SessionPage> Query(BusinessContext business, SessionQuery query)
    {
        var zone = query.IsRelative ? new KeyZone(business.TimeZone) : default(KeyZone?);
        return new(
            _cache,
            _sessions,
            new(business.ApiBaseUrl.AbsoluteUri, business.ApiKey, business.BusinessType, business.BusinessId, query, zone));
    }

    private static IEnumerable<UpstreamOutage> Outages(string source, IEnumerable<(ApiFault Fault, DateTimeOffset Since)> failing) =>
        failing
        .Where(outage => outage.Fault.Failure != ApiFailure.NotFound)
        .GroupBy(outage => outage.Fault.Name, (name, outages) => (Name: name, Since: outages.Select(outage => outage.Since).ToList()))
        .Select(group => new UpstreamOutage(source, group.Name, group.Since.Min(), group.Since.Count));

    private static Func<SessionSource.Key, bool> IsOf(BusinessContext business) =>
        key => key.BaseUrl == business.ApiBaseUrl.AbsoluteUri && key.Type == business.BusinessType && key.BusinessId == business.BusinessId;
}
