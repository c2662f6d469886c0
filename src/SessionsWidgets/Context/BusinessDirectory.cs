using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace SessionsWidgets;

/// <summary>Gets businesses by name: from the configuration, then from the <see cref="IBusinessSource"/> of the host.</summary>
/// <remarks>Thread-safe. Follows changes of the configuration; an invalid change is logged and not used.</remarks>
public sealed class BusinessDirectory
{
    private readonly SessionsClient _client;
    private readonly IOptionsMonitor<SessionsWidgetsOptions> _options;
    private readonly FoundBusinesses _found;
    private Configured? _current;

    internal BusinessDirectory(SessionsClient client, IOptionsMonitor<SessionsWidgetsOptions> options, FoundBusinesses found)
    {
        _client = client;
        _options = options;
        _found = found;
    }

    /// <summary>Gets a business by name.</summary>
    /// <param name="name">The name, ignoring case if it is configured; null, empty or white space for the default business.</param>
    /// <param name="cancellationToken">Cancels the wait. A call of the source continues.</param>
    /// <exception cref="ParameterException">There is no such business, or its settings are not allowed.</exception>
    /// <exception cref="TimeoutException">The source has not responded within <see cref="CachePolicy.FetchDeadline"/>, and there is no
    /// earlier result. An exception that the source throws is thrown in the same case.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public async ValueTask<BusinessContext> GetAsync(string? name, CancellationToken cancellationToken = default)
    {
        var configured = Current();
        if (configured.TryGet(string.IsNullOrWhiteSpace(name) ? "" : name) is { } business) return business;
        if (string.IsNullOrWhiteSpace(name))
            throw new ParameterException("business", null, $"name one, or set SessionsWidgets:BusinessId. {configured.Names}");
        return await _found.FindAsync(name, cancellationToken) is { } found
            ? found.In(configured.Options, _client)
            : throw new ParameterException("business", name, $"there is no such business.{configured.Nearest(name)} {configured.Names}");
    }

    /// <summary>Gets the name of a configured business in the spelling of the configuration.</summary>
    /// <param name="name">The name, ignoring case.</param>
    /// <returns>The name; null if no business of that name is configured.</returns>
    public string? FindName(string name) => Current().FindName(name);

    /// <summary>Removes the cached result of the source for a name, so that the next use of the name calls the source.</summary>
    /// <param name="name">The name, spelled as in the pages.</param>
    /// <remarks>Has no effect on other processes: they call their source after <see cref="CachePolicy.FreshFor"/>.</remarks>
    public void Remove(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        _found.Remove(name);
    }

    private Configured Current()
    {
        var options = _options.CurrentValue;
        if (_current is { } known && ReferenceEquals(known.Options, options)) return known;
        return _current = new Configured(_client, options);
    }

    /// <summary>The businesses of one version of the configuration, created on first use.</summary>
    private sealed class Configured(SessionsClient client, SessionsWidgetsOptions options)
    {
        private const string Add = "Another one is added by SessionsWidgets:Businesses:NAME:BusinessId.";

        private readonly ConcurrentDictionary<string, BusinessContext> _found = new(StringComparer.OrdinalIgnoreCase);

        private readonly HashSet<string> _names = new(options.Businesses.Keys, StringComparer.OrdinalIgnoreCase);

        public SessionsWidgetsOptions Options => options;

        public string Names => options.Businesses.Count == 0
            ? $"None is configured in SessionsWidgets:Businesses. {Add}"
            : $"Configured are: {string.Join(", ", options.Businesses.Keys.Order(StringComparer.Ordinal))}. {Add}";

        public string Nearest(string name) => DidYouMean.Sentence(name, options.Businesses.Keys);

        public string? FindName(string name) => _names.TryGetValue(name, out var spelled) ? spelled : null;

        /// <param name="name">The name; empty for the default business.</param>
        public BusinessContext? TryGet(string name)
        {
            if (_found.TryGetValue(name, out var business)) return business;
            return options.GetBusiness(name) is { } settings
                ? _found.GetOrAdd(name, client.CreateBusiness(settings, OriginOf(name)))
                : null;
        }

        private SettingOrigin OriginOf(string name) => name.Length == 0 || FindName(name) is not { } spelled
            ? SettingOrigin.Section
            : SettingOrigin.Configured(spelled, options.Businesses[spelled]);
    }
}
