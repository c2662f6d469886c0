using System.Net.Http;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>The options of a <see cref="SessionsClient"/>, and the settings that its businesses inherit.</summary>
/// <remarks>Not thread-safe. Copied and validated when the client is created.</remarks>
public sealed record SessionsClientOptions : BusinessDefaults
{
    /// <summary>The options of caching: freshness, timeouts and limits.</summary>
    public CachePolicy Cache { get; init; } = new();

    /// <summary>Whether pictures may have http URLs. Default: false: https only, or http if the API and the picture are both on
    /// loopback.</summary>
    public bool AllowHttpPictures { get; init; }

    /// <summary>Whether connections to private and reserved addresses are allowed, and pictures with such addresses are shown. Default:
    /// false. With <see cref="HttpHandler"/>, the handler decides about connections.</summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>The options of the pictures of widgets. Default: browsers load them from the URLs that the API names.</summary>
    public PictureOptions Pictures { get; init; } = new();

    /// <summary>Scales the pictures that the site itself serves; not disposed. Default: none, pictures keep their size.</summary>
    public IPictureScaler? PictureScaler { get; init; }

    /// <summary>The clock of dates, freshness, back-off and rate limits. Timeouts and waits always use the system clock. Default: the
    /// system clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <inheritdoc cref="Clocks.Waiting"/>
    internal TimeProvider WaitingClock { get; init; } = TimeProvider.System;

    /// <summary>The HTTP handler of all requests, including those for pictures; not disposed. It must not follow redirects: the client
    /// follows those within an origin. Default: the client's own handlers, which pool connections.</summary>
    public HttpMessageHandler? HttpHandler { get; init; }

    /// <summary>The factory of the logger; not disposed. Default: no logging.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>A distributed cache that servers share; not disposed. Neither keys nor guest data are stored in it. Default:
    /// none.</summary>
    public IDistributedCache? DistributedCache { get; init; }

    /// <summary>Whether the distributed cache serves only last good responses, when upstream fails.</summary>
    internal bool KeepsLastGoodOnly { get; init; }

    /// <summary>Gets the section that businesses inherit from, instead of these options.</summary>
    internal Func<SessionsWidgetsOptions>? SectionSource { get; init; }

    /// <summary>Gets the handler for each request, instead of <see cref="HttpHandler"/>.</summary>
    internal Func<HttpMessageHandler>? HandlerSource { get; init; }

    /// <summary>Gets the handler for each guest Wi-Fi request.</summary>
    internal Func<HttpMessageHandler>? GuestWifiHandlerSource { get; init; }

    /// <summary>Gets the handler for each request of a picture.</summary>
    internal Func<HttpMessageHandler>? PictureHandlerSource { get; init; }

    /// <summary>The endpoint of the host that serves pictures.</summary>
    internal IPictureEndpoint? PictureEndpoint { get; init; }
}
