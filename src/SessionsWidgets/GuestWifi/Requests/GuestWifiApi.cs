using System.Net.Http;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>The three endpoints of an account. Thread-safe.</summary>
internal sealed class GuestWifiApi(
    Func<HttpMessageHandler> handlers, GuestWifiAccount account, Clocks clocks, TimeSpan deadline, ILogger logger)
    : IDisposable
{
    public string BaseUrl { get; } = account.BaseUrl;

    public GuestWifiEndpoint List { get; } =
        new(handlers, account, GuestWifiUrls.Shown(account.BaseUrl, "/sessions"), clocks, deadline, logger);

    public GuestWifiEndpoint Count { get; } =
        new(handlers, account, GuestWifiUrls.Shown(account.BaseUrl, "/sessions/count"), clocks, deadline, logger);

    public GuestWifiEndpoint Durations { get; } =
        new(handlers, account, GuestWifiUrls.Shown(account.BaseUrl, "/sessions/ip"), clocks, deadline, logger);

    public void Dispose()
    {
        List.Dispose();
        Count.Dispose();
        Durations.Dispose();
    }
}
