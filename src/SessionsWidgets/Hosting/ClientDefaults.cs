using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace SessionsWidgets;

/// <summary>
/// Keeps handlers that the host gives to all clients, such as retries and timeouts, from the clients of the library, which has its own.
/// Service discovery stays, and so does what the host configures for a client by its name.
/// </summary>
internal sealed class ClientDefaults(IServiceProvider services) : IPostConfigureOptions<HttpClientFactoryOptions>
{
    /// <summary>A name that nobody configures: what its client has, all clients have.</summary>
    private const string Nobody = "SessionsWidgets.Nobody";

    public void PostConfigure(string? name, HttpClientFactoryOptions options)
    {
        if (!SocketsHandlerFactory.IsName(name)) return;
        var own = options.HttpMessageHandlerBuilderActions;
        // Not injected: the factory creates this object.
        var factory = services.GetRequiredService<IOptionsFactory<HttpClientFactoryOptions>>();
        foreach (var configure in factory.Create(Nobody).HttpMessageHandlerBuilderActions)
        {
            // Each one only once: the host may have given the same handler to the client by name, too.
            var index = own.IndexOf(configure);
            if (index >= 0) own[index] = builder => ConfigureWithoutHandlers(builder, configure);
        }
    }

    private static void ConfigureWithoutHandlers(HttpMessageHandlerBuilder builder, Action<HttpMessageHandlerBuilder> configure)
    {
        var handlers = builder.AdditionalHandlers;
        var before = handlers.ToList();
        configure(builder);
        for (var i = handlers.Count - 1; i >= 0; i--)
        {
            if (!before.Contains(handlers[i]) && !ServiceDiscovery.IsResolver(handlers[i])) handlers.RemoveAt(i);
        }
    }
}
