using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SessionsWidgets;

/// <summary>Creates the options of the section. An invalid change is logged once and not used: the last good options stay.</summary>
/// <remarks>Thread-safe. Every <see cref="IOptionsMonitor{TOptions}"/> and <see cref="IOptionsSnapshot{TOptions}"/> gets them.</remarks>
internal sealed partial class LastGoodOptions(
    IEnumerable<IConfigureOptions<SessionsWidgetsOptions>> setups,
    IEnumerable<IPostConfigureOptions<SessionsWidgetsOptions>> postConfigures,
    IEnumerable<IValidateOptions<SessionsWidgetsOptions>> validations,
    ILoggerFactory loggers)
    : IOptionsFactory<SessionsWidgetsOptions>
{
    private readonly OptionsFactory<SessionsWidgetsOptions> _factory = new(setups, postConfigures, validations);
    private readonly Lock _lock = new();
    private SessionsWidgetsOptions? _last;
    private string? _logged;

    /// <exception cref="OptionsValidationException">The options are invalid, and there are no earlier ones.</exception>
    public SessionsWidgetsOptions Create(string name)
    {
        if (name != Options.DefaultName) return _factory.Create(name);
        lock (_lock)
        {
            try
            {
                _last = _factory.Create(name);
                _logged = null;
            }
            catch (Exception e) when (_last is not null)
            {
                // Other exceptions come from code of the host, and their text may hold secrets.
                var reason = e is OptionsValidationException ? e.Message : $"it cannot be read ({e.GetType().Name}).";
                if (_logged != reason) ChangeRefused(loggers.CreateLogger("SessionsWidgets"), reason);
                _logged = reason;
            }

            return _last;
        }
    }

    [LoggerMessage(
        EventId = 401,
        EventName = "configuration.refused",
        Level = LogLevel.Error,
        Message = "The changed configuration is invalid and not used: {Reason}")]
    private static partial void ChangeRefused(ILogger logger, string reason);
}
