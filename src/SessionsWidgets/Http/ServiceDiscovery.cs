using System.Net.Http;

namespace SessionsWidgets;

/// <summary>Addresses that the service discovery of the host resolves, by a handler of the client. Thread-safe.</summary>
/// <param name="handlers">Provides the handler of requests.</param>
internal sealed class ServiceDiscovery(Func<HttpMessageHandler> handlers)
{
    /// <summary>The scheme of addresses that nothing else can resolve: https if the service has it, else http.</summary>
    public const string Scheme = "https+http";

    // The package is the host's; its handler is not public.
    private const string Package = "Microsoft.Extensions.ServiceDiscovery";

    public static bool IsResolver(HttpMessageHandler handler) =>
        handler.GetType().Namespace?.StartsWith(Package, StringComparison.Ordinal) == true;

    /// <exception cref="ParameterException">The address is for service discovery, which the client does not have.</exception>
    public void Validate(string parameter, Uri? address)
    {
        if (address is null || address.Scheme != Scheme) return;
        for (var handler = handlers(); handler is not null; handler = (handler as DelegatingHandler)?.InnerHandler)
        {
            if (IsResolver(handler)) return;
        }

        throw new ParameterException(
            parameter, address.OriginalString,
            "only service discovery resolves that, and the client has none: call builder.Services.AddServiceDiscovery() and "
            + "builder.Services.ConfigureHttpClientDefaults(http => http.AddServiceDiscovery()), or set an https address.");
    }
}
