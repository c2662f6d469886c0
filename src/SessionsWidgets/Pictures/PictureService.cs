using System.Net.Http;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>The pictures of all businesses of a client: their addresses in widgets, and the pictures themselves, cached.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class PictureService : IDisposable, IAsyncDisposable
{
    /// <summary>A picture may change under its address; then browsers and this cache follow within an hour.</summary>
    private static readonly TimeSpan FreshFor = TimeSpan.FromHours(1);

    /// <summary>The time after that in which it may be served once more, while it is fetched again.</summary>
    private static readonly TimeSpan StaleWhileRevalidate = TimeSpan.FromDays(1);

    private readonly PictureOptions _options;
    private readonly PictureRules _rules;
    private readonly IPictureEndpoint? _endpoint;
    private readonly PictureNames? _names;
    private readonly PictureSource _source;
    private readonly UpstreamCache _cache;
    private readonly TimeSpan _maxWait;
    private readonly bool _hasScaler;
    private Resolved? _last;

    public PictureService(
        PictureOptions options, PictureRules rules, Func<HttpMessageHandler> handlers, CachePolicy policy, Clocks clocks, ILogger logger,
        IPictureEndpoint? endpoint, IPictureScaler? scaler, (IDistributedCache? Cache, bool IsShared) distributed)
    {
        (_options, _rules, _endpoint, _hasScaler) = (options, rules, endpoint, scaler is not null);
        _names = options is { Mode: PictureMode.Proxy, Key: { } key } ? new PictureNames(key) : null;
        _maxWait = policy.FetchDeadline;
        var pictures = policy with
        {
            FreshFor = FreshFor,
            StaleWhileRevalidate = StaleWhileRevalidate,
            MaxBytes = options.MaxBytes,
            PageBudget = policy.FetchDeadline,
        };
        // Names are read only if a widget has written them, by these rules: what they say of the business's API is not known any more.
        _source = new PictureSource(
            new ApiClient(handlers, clocks, policy.FetchDeadline, logger), rules with { AllowLoopback = true }, options, scaler,
            clocks.Host, logger)
        {
            Original = (picture, cancellationToken) => GetAsync(picture, cancellationToken),
        };
        _cache = new UpstreamCache(
            pictures, clocks, logger,
            distributed.Cache is { } store ? new DistributedStore(store, distributed.IsShared, pictures, clocks, logger) : null);
    }

    /// <summary>The number of pictures in memory, and of failures.</summary>
    public int Entries => _cache.Entries;

    /// <summary>The number of pictures being fetched or stored.</summary>
    public int UnderWay => _cache.UnderWay;

    /// <summary>Where the pictures of a business's widgets are loaded from.</summary>
    /// <param name="pathBase">The path base, which replaces <c>~</c> in the address; null if it is unknown.</param>
    /// <param name="isLocalApi">Whether the API of the business may be on this machine, and so its pictures.</param>
    public PictureAddresses AddressesFor(string? pathBase, bool isLocalApi)
    {
        if (_names is null) return PictureAddresses.Direct;
        if ((_options.Prefix ?? _endpoint?.Prefix) is not { } prefix) return NoAddresses.Instance;
        // Nearly always those of the page before.
        if (_last is { } last && last.IsFor(prefix, pathBase, isLocalApi)) return last.Addresses;
        var resolved = prefix.StartsWith("~/", StringComparison.Ordinal) ? pathBase + prefix[1..] : prefix;
        var addresses = new ProxiedAddresses(_names, resolved, _rules with { AllowLoopback = isLocalApi }, _hasScaler);
        _last = new Resolved(prefix, pathBase, isLocalApi, addresses);
        return addresses;
    }

    /// <summary>The key of a picture of a business's widget; null if it may not be fetched.</summary>
    /// <param name="picture">Its address.</param>
    /// <param name="business">The short form of the hash of the business.</param>
    /// <param name="isLocalApi">Whether the API of the business may be on this machine, and so its pictures.</param>
    public PictureKey? KeyOf(Uri picture, string business, bool isLocalApi) =>
        PictureKey.Of(picture, business, _rules with { AllowLoopback = isLocalApi });

    /// <summary>The picture of a name; null if no widget has written it.</summary>
    public PictureKey? Find(string name) => _names?.Read(name);

    /// <summary>Gets a picture for a page: from the cache, from its host, or the last one if the host fails.</summary>
    public ValueTask<CacheResult<WidgetPicture>> GetAsync(PictureKey picture, CancellationToken cancellationToken) =>
        _cache.GetAsync(picture, _source, _maxWait, requireFresh: false, cancellationToken);

    /// <summary>Gets a picture for a build: not charged to the budget, without a limit of the wait.</summary>
    public ValueTask<CacheResult<WidgetPicture>> GetFreshAsync(PictureKey picture, CancellationToken cancellationToken) =>
        _cache.GetAsync(picture, _source, Timeout.InfiniteTimeSpan, requireFresh: true, cancellationToken);

    /// <summary>Removes the pictures of a business; null for all.</summary>
    public Task RemoveAsync(string? business) => _cache.RemoveAsync<PictureKey>(
        picture => business is null || picture.Business == business,
        business is null ? null : PictureSource.MarkerOf(business),
        isPrivate: false);

    public void Dispose() => _cache.Dispose();

    public ValueTask DisposeAsync() => _cache.DisposeAsync();

    private sealed record Resolved(string Prefix, string? PathBase, bool IsLocalApi, ProxiedAddresses Addresses)
    {
        public bool IsFor(string prefix, string? pathBase, bool isLocalApi) =>
            Prefix == prefix && PathBase == pathBase && IsLocalApi == isLocalApi;
    }
}
