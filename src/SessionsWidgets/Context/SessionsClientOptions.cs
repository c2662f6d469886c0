using System.Net.Http;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>The options of a <see cref="SessionsClient"/> and the defaults of its businesses.</summary>
/// <remarks>Copied and validated when the client is created.</remarks>
public sealed record SessionsClientOptions : BusinessDefaults
{
    /// <summary>Freshness, timeouts and limits.</summary>
    public CachePolicy Cache { get; init; } = new();

    /// <summary>Whether pictures may have http URLs. Default: false (https only; http if the API is on loopback and they are).</summary>
    public bool AllowHttpPictures { get; init; }

    /// <summary>Whether to connect to private and reserved addresses, and to show pictures that are there. Default: false. With
    /// <see cref="HttpHandler"/>, the handler decides where to connect.</summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>Where browsers load pictures from. Default: from the addresses that the API names.</summary>
    public PictureOptions Pictures { get; init; } = new();

    /// <summary>Scales the pictures that the site itself serves; not disposed. Default: none, they are served as they are.</summary>
    public IPictureScaler? PictureScaler { get; init; }

    /// <summary>The clock of dates, freshness, back-off and rate limits. Timeouts and waits always run on the system clock. Default: the
    /// system clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <inheritdoc cref="Clocks.Waiting"/>
    internal TimeProvider WaitingClock { get; init; } = TimeProvider.System;

    /// <summary>The HTTP handler of all requests, also to the hosts of pictures; not disposed. Default: the client's own, which pools
    /// connections and follows no redirects.</summary>
    public HttpMessageHandler? HttpHandler { get; init; }

    /// <summary>The factory of the logger. Default: no logging.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>A cache that servers share; not disposed. Holds no keys and no guest data. Default: none.</summary>
    public IDistributedCache? DistributedCache { get; init; }

    /// <summary>Whether the distributed cache only serves last good responses when upstream fails.</summary>
    internal bool KeepsLastGoodOnly { get; init; }

    /// <summary>Gets the section that businesses inherit from, instead of these options.</summary>
    internal Func<SessionsWidgetsOptions>? SectionSource { get; init; }

    /// <summary>Gets the handler for each request, instead of <see cref="HttpHandler"/>.</summary>
    internal Func<HttpMessageHandler>? HandlerSource { get; init; }

    /// <summary>Gets the handler for each guest Wi-Fi request.</summary>
    internal Func<HttpMessageHandler>? GuestWifiHandlerSource { get; init; }

    /// <summary>Gets the handler for each request of a picture.</summary>
    internal Func<HttpMessageHandler>? PictureHandlerSource { get; init; }

    /// <summary>Where the host serves pictures.</summary>
    internal IPictureEndpoint? PictureEndpoint { get; init; }
}
