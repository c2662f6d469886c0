using System.Net;
using System.Net.Http;

namespace SessionsWidgets;

/// <summary>The HTTP handler that all requests go through, with and without a container.</summary>
internal static class ApiHandler
{
    /// <summary>The name under which the host's <see cref="IHttpClientFactory"/> knows it.</summary>
    public const string Name = "SessionsWidgets";

    public static SocketsHttpHandler Create() => new()
    {
        // A redirect could carry our headers to another host.
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        MaxConnectionsPerServer = 16,
        MaxResponseHeadersLength = 32,
        // Connections are renewed, so that changes of DNS are seen.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        UseCookies = false,
    };
}
