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
    private readonly SessionCache _cache;
    private readonly ICacheSource<SessionSource.Key, SessionPage> _sessions;
    private readonly GuestWifiSource _guestWifi;

    /// <summary>Creates a client.</summary>
    /// <exception cref="ParameterException">An option is not allowed; the message names it and what is.</exception>
    public SessionsClient(SessionsClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Cache.Validate();
        if (options.ApiBaseUrl is not null) ApiAddress.ValidateBase(nameof(options.ApiBaseUrl), options.ApiBaseUrl);
        options.GuestWifi?.Validate(nameof(options.GuestWifi));
        _options = options;
        Logger = (options.LoggerFactory ?? NullLoggerFactory.Instance).CreateLogger("SessionsWidgets");
        _cache = new SessionCache(options.Cache, Clock, Logger, options.SecondLevel is { } shared ? new SecondLevel(shared, options.Cache, Clock, Logger) : null);
        var handlers = options.HandlerSource;
        if (handlers is null)
        {
            var handler = new KeyHandler(options.HttpHandler ?? (_ownHandler = ApiHandler.Create(new ApiConnector(Clock, options.AllowPrivateAddresses))));
            handlers = () => handler;
        }

        var guestWifiHandlers = options.GuestWifiHandlerSource;
        if (guestWifiHandlers is null)
        {
            var handler = new KeyHandler(options.HttpHandler ?? (_ownGuestWifiHandler = ApiHandler.CreateForGuestWifi(new ApiConnector(Clock, options.AllowPrivateAddresses))));
            guestWifiHandlers = () => handler;
        }

        _guestWifi = new GuestWifiSource(guestWifiHandlers, options.Cache, Clock, Logger);
        var api = new ApiClient(handlers, Clock, options.Cache.FetchDeadline, Logger);
        var sessions = new SessionSource(api, Clock, options.AllowHttpPictures);
        _sessions = options.LastGood is { } store
            ? new LastGoodSource(sessions, new LastGoodStore(store, options.Cache.FreshFor + options.Cache.StaleIfError, Logger))
            : sessions;
    }

    internal TimeProvider Clock => _options.TimeProvider;

    /// <summary>How many fetches of guest data are under way.</summary>
    internal int GuestFetchesUnderWay => _guestWifi.UnderWay;

    internal CachePolicy Policy => _options.Cache;

    internal ILogger Logger { get; }

    /// <summary>A handle on a business at the client's own address, with the client's key, zone and language.</summary>
    /// <exception cref="ParameterException">The id is not 1 to 64 letters, digits, '_' or '-', or the client has no address.</exception>
    public BusinessContext Business(BusinessType type, string id) => Business(new BusinessOptions { BusinessType = type, BusinessId = id });

    /// <summary>A handle on a business; what its options leave out is the client's.</summary>
    /// <exception cref="ParameterException">An option is not allowed.</exception>
    public BusinessContext Business(BusinessOptions business)
    {
        ArgumentNullException.ThrowIfNull(business);
        if (!Enum.IsDefined(business.BusinessType)) throw new ParameterException("BusinessType", $"{business.BusinessType}", "it must be 'venue' or 'brand'.");
        Identifier.Validate("BusinessId", business.BusinessId);
        var baseUrl = ApiAddress.ValidateBase("ApiBaseUrl", business.ApiBaseUrl ?? _options.ApiBaseUrl);
        business.GuestWifi?.Validate("GuestWifi");
        return new BusinessContext(
            this,
            baseUrl,
            business.BusinessType,
            business.BusinessId!,
            // The client's key goes to the client's own address only.
            business.ApiKey ?? (baseUrl == _options.ApiBaseUrl ? _options.ApiKey : null),
            business.TimeZone ?? _options.TimeZone,
            business.Culture ?? _options.Culture,
            (business.GuestWifi ?? _options.GuestWifi) is { } wifi ? new GuestWifiContext(_guestWifi, wifi) : null);
    }

    /// <summary>
    /// Forgets the sessions of a business: the next visitor gets new ones. In the second level, what this process knows of goes too;
    /// other servers keep what they have until its freshness ends.
    /// </summary>
    public Task RemoveAsync(BusinessContext business)
    {
        ArgumentNullException.ThrowIfNull(business);
        return _cache.RemoveAsync(_sessions, key => key.BaseUrl == business.ApiBaseUrl.AbsoluteUri && key.Type == business.BusinessType && key.BusinessId == business.BusinessId);
    }

    /// <summary>Forgets the sessions of all businesses, in the same way.</summary>
    public Task RemoveAllAsync() => _cache.RemoveAsync(_sessions, static _ => true);

    /// <summary>Ends the refreshes and closes the connections.</summary>
    public void Dispose()
    {
        _cache.Dispose();
        _guestWifi.Dispose();
        _ownHandler?.Dispose();
        _ownGuestWifiHandler?.Dispose();
    }

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    internal ValueTask<CacheAnswer<SessionPage>> FindSessionsAsync(BusinessContext business, SessionQuery query, TimeSpan patience, bool insist, CancellationToken cancellationToken) =>
        _cache.GetAsync(KeyOf(business, query), _sessions, patience, insist, cancellationToken);

    internal Task<CacheAnswer<SessionPage>> RefreshSessionsAsync(BusinessContext business, SessionQuery query, CancellationToken cancellationToken) =>
        _cache.RefreshAsync(KeyOf(business, query), _sessions, cancellationToken);

    internal Task RemoveSessionsAsync(BusinessContext business, SessionQuery query) => _cache.RemoveAsync(KeyOf(business, query), _sessions);

    private static SessionSource.Key KeyOf(BusinessContext business, SessionQuery query) =>
        new(business.ApiBaseUrl.AbsoluteUri, business.ApiKey, business.BusinessType, business.BusinessId, query);
}
