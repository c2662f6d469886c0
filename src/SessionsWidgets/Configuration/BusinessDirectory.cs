using Microsoft.Extensions.Options;

namespace SessionsWidgets;

/// <summary>Finds the business that a tag or a request means: by name in the configuration, then in the host's source. Thread-safe; sees changes of the configuration.</summary>
public sealed class BusinessDirectory
{
    private readonly SessionsClient _client;
    private readonly IOptionsMonitor<SessionsWidgetsOptions> _options;
    private readonly IBusinessSource? _source;

    internal BusinessDirectory(SessionsClient client, IOptionsMonitor<SessionsWidgetsOptions> options, IBusinessSource? source)
    {
        _client = client;
        _options = options;
        _source = source;
    }

    /// <summary>The business of that name; without a name, the one that the section <c>SessionsWidgets</c> itself describes.</summary>
    /// <exception cref="ParameterException">There is none, or its settings are not allowed.</exception>
    public async ValueTask<BusinessContext> FindAsync(string? name, CancellationToken cancellationToken = default)
    {
        var options = _options.CurrentValue;
        if (string.IsNullOrWhiteSpace(name))
        {
            return SettingsReader.ReadDefault(options) is { } configured
                ? _client.Business(configured)
                : throw new ParameterException("business", null, $"name one, or set SessionsWidgets:BusinessId. {Known(options)}");
        }

        var business = SettingsReader.ReadNamed(options, name)
            ?? (_source is not null && await _source.FindAsync(name, cancellationToken) is { } found ? SettingsReader.Complete(found, options) : null)
            ?? throw new ParameterException("business", name, $"there is no such business. {Known(options)}");
        return _client.Business(business);
    }

    private static string Known(SessionsWidgetsOptions options) => options.Businesses.Count == 0
        ? "None is configured in SessionsWidgets:Businesses."
        : $"Configured are: {string.Join(", ", options.Businesses.Keys.Order(StringComparer.Ordinal))}.";
}
