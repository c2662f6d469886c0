using System.Net.Http;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>
/// What a <see cref="SessionsClient"/> needs to know, and what it gives to businesses that leave it out: their guest Wi-Fi too, where they
/// have none of their own.
/// </summary>
/// <remarks>Copied and checked when the client is created.</remarks>
public sealed record SessionsClientOptions : BusinessDefaults
{
    /// <summary>How long answers are used, and how long pages wait.</summary>
    public CachePolicy Cache { get; init; } = new();

    /// <summary>Whether pictures may have http addresses. Default: false (https only; http on loopback).</summary>
    public bool AllowHttpPictures { get; init; }

    /// <summary>
    /// Whether the API's name may lead to a private, link-local or reserved address. Default: false, only public ones are connected to; a
    /// host
    /// named <c>localhost</c> or a loopback address leads to this machine. Not used with an <see cref="HttpHandler"/> of the host.
    /// </summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The handler that requests go through; it stays the caller's. Default: the client's own, which pools connections and follows
    /// no redirects.</summary>
    public HttpMessageHandler? HttpHandler { get; init; }

    /// <summary>Where events are logged. Default: nowhere.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>
    /// The second level: a cache that several servers share, so that what one has fetched serves the others. It stays the caller's. Holds
    /// upstream's answers, no key, and nothing of guests. A slow or dead one is skipped. Default: none; with a container, whatever
    /// <see cref="IDistributedCache"/> the host registers.
    /// </summary>
    public IDistributedCache? DistributedCache { get; init; }

    /// <summary>Whether the second level is this process's own, from one run to the next: what is there stands in when upstream fails, and
    /// spares no request.</summary>
    internal bool KeepsLastGoodOnly { get; init; }

    /// <summary>Gives the handler for each request; the container's way to <see cref="HttpHandler"/>.</summary>
    internal Func<HttpMessageHandler>? HandlerSource { get; init; }

    /// <summary>The same for the guest Wi-Fi.</summary>
    internal Func<HttpMessageHandler>? GuestWifiHandlerSource { get; init; }
}
