using System.Collections.Concurrent;
using System.Net.Http;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>The accounts in use, with their budgets. Thread-safe.</summary>
internal sealed class GuestWifiAccounts(Func<HttpMessageHandler> handlers, Clocks clocks, TimeSpan deadline, ILogger logger)
    : IDisposable
{
    private readonly ConcurrentDictionary<GuestWifiAccount, Lazy<GuestWifiApi>> _apis = new();

    /// <summary>The endpoints of an account, shared by all callers because of their budgets.</summary>
    public GuestWifiApi Of(GuestWifiAccount account) =>
        _apis.GetOrAdd(account, a => new Lazy<GuestWifiApi>(() => new GuestWifiApi(handlers, a, clocks, deadline, logger))).Value;

    public void Dispose()
    {
        foreach (var api in _apis.Values) api.Value.Dispose();
    }
}
