using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SessionsWidgets;

/// <summary>Logs at startup what is configured, without secrets.</summary>
internal sealed partial class StartupReport(
    IOptions<SessionsWidgetsOptions> options, SessionsClient client, IServiceProvider services) : IHostedService
{
    private const string None = "none";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var site = options.Value;
        if (site.Pictures.Mode == PictureMode.Direct && IsRegistered(typeof(IPictureScaler))) NotScaled(client.Logger);
        if (!client.Logger.IsEnabled(LogLevel.Information)) return Task.CompletedTask;
        var upstream = site.ApiBaseUrl?.AbsoluteUri ?? None;
        var type = EnumText.NameOf($"{site.BusinessType ?? BusinessType.Venue}");
        var business = site.BusinessId is null ? None : $"{type} {site.BusinessId}";
        var guestWifi = site.GuestWifi?.ApiBaseUrl?.AbsoluteUri ?? None;
        var distributedCache = ServiceCollectionExtensions.SharedCacheOf(services)?.GetType().Name ?? None;
        var (zone, language) = (site.TimeZone?.Trim() ?? "UTC", site.Culture?.Trim() ?? "en");
        var hasSource = IsRegistered(typeof(IBusinessSource));
        InUse(
            client.Logger,
            upstream,
            business,
            site.Businesses.Count,
            hasSource ? "yes" : "no",
            site.ApiKey is null ? None : "set",
            guestWifi,
            zone,
            language,
            distributedCache,
            site.Pictures.Mode == PictureMode.Proxy ? "proxied" : "direct");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private bool IsRegistered(Type service) => services.GetRequiredService<IServiceProviderIsService>().IsService(service);

    [LoggerMessage(
        EventId = 404,
        EventName = "pictures.not_scaled",
        Level = LogLevel.Warning,
        Message = "AddPictureScaling() has no effect: browsers load pictures from where the API says. Set SessionsWidgets:Pictures:Mode to "
            + "'Proxy', or leave it out.")]
    private static partial void NotScaled(ILogger logger);

    [LoggerMessage(
        EventId = 402,
        EventName = "configuration.in_use",
        Level = LogLevel.Information,
        Message = "Configured: upstream {Upstream}, business {Business}, businesses by name {Named}, business source {Source}, API key "
            + "{ApiKey}, guest Wi-Fi {GuestWifi}, time zone {TimeZone}, language {Language}, distributed cache {DistributedCache}, "
            + "pictures {Pictures}.")]
    private static partial void InUse(
        ILogger logger, string upstream, string business, int named, string source, string apiKey, string guestWifi, string timeZone,
        string language, string distributedCache, string pictures);
}
