using System.Net;
using System.Net.Http;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace SessionsWidgets;

/// <summary>Creates the HTTP handlers for upstream, with and without a container.</summary>
internal static class SocketsHandlerFactory
{
    /// <summary>The name of the client in <see cref="IHttpClientFactory"/>.</summary>
    public const string Name = "SessionsWidgets";

    /// <summary>The name of the client for the guest Wi-Fi.</summary>
    public const string GuestWifiName = "SessionsWidgets.GuestWifi";

    /// <summary>The name of the client for pictures.</summary>
    public const string PicturesName = "SessionsWidgets.Pictures";

    /// <summary>The names of all clients.</summary>
    public static bool IsName(string? name) => name is Name or GuestWifiName or PicturesName;

    /// <summary>Without distributed tracing: paths of the guest Wi-Fi API hold addresses of guests, and the hosts of pictures are to learn
    /// nothing of visitors.</summary>
    public static SocketsHttpHandler CreateUntraced(ApiConnector connector)
    {
        var handler = Create(connector);
        handler.ActivityHeadersPropagator = null;
        return handler;
    }

    public static SocketsHttpHandler Create(ApiConnector connector) => new()
    {
        // ApiExchange follows redirects, within the same origin only.
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectCallback = connector.ConnectAsync,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        MaxConnectionsPerServer = 16,
        MaxResponseHeadersLength = 32,
        PlaintextStreamFilter = static (context, _) => ValueTask.FromResult<Stream>(new EmptyReplyGuardStream(context.PlaintextStream)),
        // Picks up DNS changes.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        SslOptions = { RemoteCertificateValidationCallback = Check },
        UseCookies = false,
    };

    /// <summary>Accepts the certificates that the platform accepts; otherwise fails with the reason.</summary>
    private static bool Check(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None) return true;
        var status = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status)
            ?? X509ChainStatusFlags.NoError;
        var ends = certificate is X509Certificate2 full
            ? $", valid until {full.NotAfter.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
            : "";
        throw new TransportException(ApiFault.Tls, $"its certificate is not accepted ({errors}; {status}{ends}).");
    }
}
