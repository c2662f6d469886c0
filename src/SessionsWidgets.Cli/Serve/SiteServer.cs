using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace SessionsWidgets.Cli.Serve;

/// <summary>The HTTP server, for this machine alone.</summary>
internal sealed class SiteServer : IHttpApplication<HttpContext>, IAsyncDisposable
{
    private readonly KestrelServer _server;
    private readonly LocalRequests _requests;
    private readonly CancellationTokenSource _stopping = new();

    private SiteServer(KestrelServer server, LocalRequests requests)
    {
        (_server, _requests) = (server, requests);
    }

    /// <summary>Where it is.</summary>
    public Uri Url { get; private set; } = null!;

    /// <summary>Starts it.</summary>
    /// <param name="port">The port; 0 for a free one.</param>
    /// <param name="requests">Answers the requests.</param>
    /// <exception cref="ParameterException">The port cannot be used.</exception>
    public static async Task<SiteServer> StartAsync(int port, LocalRequests requests)
    {
        var options = new KestrelServerOptions
        {
            AddServerHeader = false, ApplicationServices = new ServiceCollection().BuildServiceProvider(),
        };
        options.Listen(IPAddress.Loopback, port, static endpoint => endpoint.Protocols = HttpProtocols.Http1);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var server = new SiteServer(new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance), requests);
        try
        {
            await server._server.StartAsync(server, CancellationToken.None);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new ParameterException("--port", $"{port}", "another program has it: name another one, or leave it out for a free port.");
        }
        catch (SocketException e)
        {
            throw new ParameterException(
                "--port", $"{port}", $"it cannot be used ({e.Message}): name another one, or leave it out for a free port.");
        }

        server.Url = new Uri(server._server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
        return server;
    }

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public async Task ProcessRequestAsync(HttpContext context)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping.Token);
        try
        {
            await _requests.RespondAsync(context, Url.Port, ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // Nobody waits for the rest.
        }
    }

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        // What is under way is not waited for.
        await _server.StopAsync(new CancellationToken(canceled: true));
        _server.Dispose();
        _stopping.Dispose();
    }
}
