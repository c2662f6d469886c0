using System.Net.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace SessionsWidgets;

/// <summary>The client of the sessions API. Owns its connections, its caches and background refreshes. Use one per process.</summary>
/// <remarks>Thread-safe. Does not dispose the objects that its options contain.</remarks>
/// <example>
/// <code>
/// await using var client = new SessionsClient(new SessionsClientOptions
/// {
///     ApiBaseUrl = new Uri("https://api.boxpressd.com"),
///     ApiKey = Environment.GetEnvironmentVariable("SessionsWidgets__ApiKey"),
/// });
/// var lounge = client.GetBusiness(BusinessType.Venue, "stogies-chapin");
/// var page = await lounge.GetSessionsAsync(new SessionQuery { Limit = 20 });
/// </code>
/// </example>
public sealed class SessionsClient : IAsyncDisposable, IDisposable
{
    private readonly SessionsClientOptions _options;
    private readonly HttpMessageHandler? _ownHandler;
    private readonly HttpMessageHandler? _ownGuestWifiHandler;
    private readonly HttpMessageHandler? _ownPictureHandler;
    private readonly UpstreamCache _cache;
    private readonly GuestWifiService _guestWifi;
    private readonly PageRequestLimits _limits;
    private readonly ServiceDiscovery _discovery;
    private readonly ServiceDiscovery _guestWifiDiscovery;

    /// <summary>Creates a client. Makes no request.</summary>
    /// <param name="options">The options, which are copied.</param>
    /// <exception cref="ParameterException">An option is not allowed.</exception>
    public SessionsClient(SessionsClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options = options with
        {
            Cache = options.Cache with { }, GuestWifi = options.GuestWifi?.CompletedBy(null), Pictures = options.Pictures.Copy(),
        };
        options.Validate("");
        options.Cache.Validate($"{nameof(options.Cache)}:");
        options.GuestWifi?.ValidateBaseUrl($"{nameof(options.GuestWifi)}:");
        var picturePath = $"{(options.SectionSource is null ? "" : $"{SessionsWidgetsOptions.SectionName}:")}{nameof(options.Pictures)}:";
        options.Pictures.Validate(picturePath);
        if (options.PictureEndpoint is null) options.Pictures.RequirePath(picturePath);
        _options = options;
        Logger = (options.LoggerFactory ?? NullLoggerFactory.Instance).CreateLogger("SessionsWidgets");
        var clocks = new Clocks(Clock, WaitingClock);
        var (shared, isShared) = (options.DistributedCache, !options.KeepsLastGoodOnly);
        _cache = new UpstreamCache(
            options.Cache, clocks, Logger, shared is null ? null : new DistributedStore(shared, isShared, options.Cache, clocks, Logger));
        var handlers = options.HandlerSource ?? Single(options.HttpHandler ?? (_ownHandler = SocketsHandlerFactory.Create(Connector())));
        var guestWifiHandlers = options.GuestWifiHandlerSource
            ?? Single(options.HttpHandler ?? (_ownGuestWifiHandler = SocketsHandlerFactory.CreateUntraced(Connector())));
        var pictureHandlers = options.PictureHandlerSource ?? Single(
            options.HttpHandler ?? (_ownPictureHandler = SocketsHandlerFactory.CreateUntraced(Connector(options.AllowHttpPictures))));
        (_discovery, _guestWifiDiscovery) = (new ServiceDiscovery(handlers), new ServiceDiscovery(guestWifiHandlers));
        _guestWifi = new GuestWifiService(guestWifiHandlers, options.Cache, clocks, Logger);
        var api = new ApiClient(handlers, clocks, options.Cache.FetchDeadline, Logger);
        var pictures = new PictureRules(options.AllowHttpPictures, options.AllowPrivateAddresses);
        _limits = new PageRequestLimits(options.Cache, Clock, Logger);
        Api = new BoxpressdService(_cache, api, clocks, pictures, _limits);
        Pictures = new PictureService(
            options.Pictures, pictures, pictureHandlers, options.Cache, clocks, Logger, options.PictureEndpoint, options.PictureScaler,
            (shared, isShared));

        ApiConnector Connector(bool allowPlain = false) => new(WaitingClock, options.AllowPrivateAddresses) { AllowPlain = allowPlain };

        static Func<HttpMessageHandler> Single(HttpMessageHandler inner)
        {
            var handler = new CredentialHandler(inner);
            return () => handler;
        }
    }

    /// <summary>The sessions API.</summary>
    internal BoxpressdService Api { get; }

    /// <summary>The pictures of widgets.</summary>
    internal PictureService Pictures { get; }

    internal TimeProvider Clock => _options.TimeProvider;

    internal TimeProvider WaitingClock => _options.WaitingClock;

    /// <summary>The number of cached responses of the sessions API and failures.</summary>
    internal int Entries => _cache.Entries;

    /// <summary>The number of responses of the sessions API being fetched or stored.</summary>
    internal int FetchesUnderWay => _cache.UnderWay;

    /// <summary>The number of guest Wi-Fi fetches in progress.</summary>
    internal int GuestFetchesUnderWay => _guestWifi.UnderWay;

    internal CachePolicy Policy => _options.Cache;

    internal ILogger Logger { get; }

    /// <summary>Gets a business with the client's base URL, key, time zone and language. Makes no request.</summary>
    /// <param name="type">The type of the business.</param>
    /// <param name="id">The id of the business in the API.</param>
    /// <exception cref="ParameterException">The id is not 1 to 64 letters, digits, '_' or '-', or the client has no base URL.</exception>
    /// <remarks>A client from a container takes the settings from the current section, without its guest Wi-Fi.</remarks>
    public BusinessContext GetBusiness(BusinessType type, string id) =>
        GetBusiness(new BusinessOptions { BusinessType = type, BusinessId = id });

    /// <summary>Gets a business that inherits from the client the settings that it does not set. Makes no request.</summary>
    /// <param name="business">The business and its settings, which are copied.</param>
    /// <exception cref="ParameterException">An option is not allowed.</exception>
    /// <remarks>A client from a container inherits from the current section, and guest Wi-Fi only for a business that has some
    /// itself.</remarks>
    public BusinessContext GetBusiness(BusinessOptions business)
    {
        ArgumentNullException.ThrowIfNull(business);
        business.Validate("");
        var origin = SettingOrigin.Code(business with { }, hasSection: _options.SectionSource is not null);
        if (_options.SectionSource is { } section) return CreateBusiness(section().Complete(business), origin);
        var complete = business.CompletedBy(_options);
        complete.GuestWifi ??= _options.GuestWifi;
        return CreateBusiness(complete, origin);
    }

    /// <summary>Creates a business from complete options, which inherit nothing more.</summary>
    /// <param name="complete">The options.</param>
    /// <param name="origin">The place where they are set.</param>
    /// <exception cref="ParameterException">An option is not allowed.</exception>
    internal BusinessContext CreateBusiness(BusinessOptions complete, SettingOrigin origin)
    {
        complete.Validate("");
        if (complete.BusinessId is null)
            throw new ParameterException(
                origin.NameOf(nameof(complete.BusinessId)), null, "each business has its own: it is not inherited.");
        Identifier.Validate(nameof(complete.BusinessId), complete.BusinessId);
        var baseUrl = ApiAddress.ValidateBase(nameof(complete.ApiBaseUrl), complete.ApiBaseUrl);
        var guestWifi = complete.GuestWifi;
        guestWifi?.ValidateBaseUrl($"{nameof(complete.GuestWifi)}:");
        _discovery.Validate(nameof(complete.ApiBaseUrl), baseUrl);
        _guestWifiDiscovery.Validate($"{nameof(complete.GuestWifi)}:{nameof(complete.ApiBaseUrl)}", guestWifi?.ApiBaseUrl);
        var zone = complete.TimeZone is { } id && TimeZoneId.TryFind(id.Trim(), out var found) ? found : TimeZoneInfo.Utc;
        return new BusinessContext(
            this,
            baseUrl,
            complete.BusinessType ?? BusinessType.Venue,
            complete.BusinessId!,
            complete.Name?.Trim() ?? complete.BusinessId!,
            complete.ApiKey,
            zone,
            complete.Culture?.Trim() ?? "en",
            guestWifi is null ? null : new GuestWifiContext(_guestWifi, guestWifi, zone),
            origin);
    }

    /// <summary>Validates that the host has the service discovery that the base URLs of a business need.</summary>
    /// <param name="path">The prefix of names in errors.</param>
    /// <param name="business">The settings, as they are configured.</param>
    /// <exception cref="ParameterException">A base URL needs service discovery, and the host has none.</exception>
    internal void ValidateAddresses(string path, BusinessOptions business)
    {
        _discovery.Validate(path + nameof(business.ApiBaseUrl), business.ApiBaseUrl);
        _guestWifiDiscovery.Validate($"{path}{nameof(business.GuestWifi)}:{nameof(business.ApiBaseUrl)}", business.GuestWifi?.ApiBaseUrl);
    }

    /// <summary>Gets a picture of a widget by its name: from the cache, from the host of the picture, or the last good response if that
    /// host fails.</summary>
    /// <param name="name">The name: the last segment of the picture's URL. A name that no widget has written causes no request.</param>
    /// <param name="cancellationToken">Cancels the wait. The fetch continues and fills the cache.</param>
    /// <returns>The picture; null if no widget has written the name, or the host has no valid picture at the URL.</returns>
    /// <exception cref="ApiException">The host of the picture fails or is slow, or <see cref="PictureOptions.FetchesPerMinute"/> is
    /// reached, and there is no last good response.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    /// <remarks>For hosts that serve pictures themselves; <c>MapSessionsWidgets</c> does it.</remarks>
    public async ValueTask<WidgetPicture?> GetPictureAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (Pictures.Find(name) is not { } picture) return null;
        var result = await Pictures.GetAsync(picture, cancellationToken);
        if (result.Value is { } value) return value;
        var failure = result.Failure ?? new ApiException(ApiFault.Timeout, new Uri(picture.Address), "the picture has not come in time.");
        return failure.Failure is ApiFailure.NotFound or ApiFailure.InvalidPayload ? null : throw failure;
    }

    /// <summary>Removes the cached responses of a business, its guest Wi-Fi and its pictures.</summary>
    /// <param name="business">The business.</param>
    /// <remarks>Other servers with the same distributed cache follow when their copies are no longer fresh. Fetches in progress are not
    /// cached.</remarks>
    public async Task RemoveAsync(BusinessContext business)
    {
        ArgumentNullException.ThrowIfNull(business);
        if (business.GuestWifi is { } wifi) await wifi.RemoveAsync();
        await Pictures.RemoveAsync(business.PictureHash);
        await Api.RemoveAsync(
            IsOf(business), BusinessKey.HashOf(business.ApiBaseUrl.AbsoluteUri, business.BusinessType, business.BusinessId));
    }

    /// <summary>Removes the cached responses of all businesses, like <see cref="RemoveAsync"/>.</summary>
    public async Task RemoveAllAsync()
    {
        await _guestWifi.RemoveAsync(static (_, _) => true);
        await Pictures.RemoveAsync(null);
        await Api.RemoveAsync(static _ => true, null);
    }

    /// <summary>Fetches the responses of a business that are in memory again, even if they are fresh, except pictures. If a fetch fails,
    /// the cached response stays.</summary>
    /// <param name="business">The business.</param>
    /// <param name="cancellationToken">Cancels the wait and the fetches that have not started.</param>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public async Task RefreshAsync(BusinessContext business, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(business);
        await Api.RefreshAsync(IsOf(business), cancellationToken);
        if (business.GuestWifi is { } wifi) await wifi.RefreshAsync(cancellationToken);
    }

    /// <summary>Fetches the responses of all businesses that are in memory again, like <see cref="RefreshAsync"/>.</summary>
    /// <param name="cancellationToken">Cancels the wait and the fetches that have not started.</param>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public async Task RefreshAllAsync(CancellationToken cancellationToken = default)
    {
        await Api.RefreshAsync(static _ => true, cancellationToken);
        await _guestWifi.RefreshAsync(static (_, _) => true, cancellationToken);
    }

    /// <summary>Gets the current outages, the longest first. Makes no request.</summary>
    /// <remarks>An outage ends when its queries succeed, or 10 minutes after the retry of the last one is due. Unknown businesses and
    /// cigars are no outages; neither are pictures that fail.</remarks>
    public IReadOnlyList<UpstreamOutage> GetOutages() =>
    [
        .. Outages(BoxpressdService.Name, _cache.GetOutages())
            .Concat(Outages(GuestWifiService.Name, _guestWifi.GetOutages()))
            .OrderBy(outage => outage.Since),
    ];

    /// <summary>Stops background refreshes, closes the connections and clears the caches. Later requests throw an
    /// <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        _cache.Dispose();
        _guestWifi.Dispose();
        Pictures.Dispose();
        _limits.Dispose();
        _ownHandler?.Dispose();
        _ownGuestWifiHandler?.Dispose();
        _ownPictureHandler?.Dispose();
    }

    /// <summary>Disposes the client and waits until the fetched responses are stored in the distributed cache.</summary>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        await _cache.DisposeAsync();
        await Pictures.DisposeAsync();
    }

    internal DateOnly TodayOf(BusinessContext business) => LocalDay.Of(Clock.GetUtcNow(), business.TimeZone);

    private static IEnumerable<UpstreamOutage> Outages(string source, IEnumerable<(ApiFault Fault, DateTimeOffset Since)> faults) => faults
        .Where(outage => outage.Fault.Failure != ApiFailure.NotFound)
        .GroupBy(outage => outage.Fault.Name, (name, outages) => (Name: name, Since: outages.Select(outage => outage.Since).ToList()))
        .Select(group => new UpstreamOutage(source, group.Name, group.Since.Min(), group.Since.Count));

    private static Func<BusinessKey, bool> IsOf(BusinessContext business) =>
        key => key.BaseUrl == business.ApiBaseUrl.AbsoluteUri && key.Type == business.BusinessType && key.BusinessId == business.BusinessId;
}
