using System.Net.Http;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>The three endpoints of an account. Thread-safe.</summary>
internal sealed class GuestWifiApi(
    Func<HttpMessageHandler> handlers, GuestWifiAccount account, TimeProvider clock, TimeSpan deadline, ILogger logger)
    : IDisposable
{
    public string BaseUrl { get; } = account.BaseUrl;

    public GuestWifiEndpoint List { get; } =
        new(handlers, account, GuestWifiUrls.Shown(account.BaseUrl, "/sessions"), clock, deadline, logger);

    public GuestWifiEndpoint Count { get; } =
        new(handlers, account, GuestWifiUrls.Shown(account.BaseUrl, "/sessions/count"), clock, deadline, logger);

    public GuestWifiEndpoint Durations { get; } =
        new(handlers, account, GuestWifiUrls.Shown(account.BaseUrl, "/sessions/ip"), clock, deadline, logger);

    public void Dispose()
    {
        List.Dispose();
        Count.Dispose();
        Durations.Dispose();
    }
}
