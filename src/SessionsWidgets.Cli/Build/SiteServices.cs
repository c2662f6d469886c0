using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace SessionsWidgets.Cli.Build;

/// <summary>Reads the settings of a site, and makes its services by them.</summary>
internal sealed class SiteServicesSource(BuildOptions options, SiteOptions settings, ParseResult parsed, CliEnvironment environment)
{
    /// <summary>Reads the settings as they are now.</summary>
    /// <exception cref="ParameterException">The file is missing or broken.</exception>
    public SiteServices Create()
    {
        // A build shows one state of the data, prefers old data to none, and can wait for the cache folder.
        KeyValuePair<string, string?>[] defaults =
        [
            new("Cache:FreshFor", "1.00:00:00"),
            new("Cache:StaleIfError", "30.00:00:00"),
            new("Cache:DistributedCacheTimeout", "00:00:05"),
        ];
        var read = settings.ReadSettings(parsed, environment, options.Site, defaults);
        var requests = new RequestCounter();
        var library = new Lazy<ServiceProvider>(
            () => settings.CreateServices(parsed, environment, read, builder => Extend(builder, requests)));
        return new SiteServices(options, environment, read, requests, library);
    }

    private void Extend(SessionsWidgetsBuilder builder, RequestCounter requests)
    {
        foreach (var upstream in (string[])[SocketsHandlerFactory.Name, SocketsHandlerFactory.GuestWifiName])
            builder.Services.AddHttpClient(upstream).AddHttpMessageHandler(requests.CreateHandler);
        if (options.CacheFolder is { } folder) builder.KeepLastGood(new FolderCache(folder, environment.Clock, options.IsDryRun));
    }
}

/// <summary>What all builds of a site share while its settings stay the same.</summary>
internal sealed class SiteServices : IAsyncDisposable
{
    private readonly BuildOptions _options;
    private readonly CliEnvironment _environment;
    private readonly RequestCounter _requests;
    private readonly Lazy<ServiceProvider> _library;

    public SiteServices(
        BuildOptions options, CliEnvironment environment, SiteSettings settings, RequestCounter requests, Lazy<ServiceProvider> library)
    {
        (_options, _environment, _requests, _library, Settings) = (options, environment, requests, library, settings);
        Widgets = CreateWidgets(SiteLibrary.From);
    }

    public SiteSettings Settings { get; }

    /// <summary>The services of the library, made on first use.</summary>
    public IServiceProvider Library => _library.Value;

    /// <summary>The number of requests to upstream.</summary>
    public int Requests => _requests.Count;

    /// <summary>The folder of templates; null for none.</summary>
    public string? TemplateFolder =>
        Settings.Section[nameof(SessionsWidgetsOptions.Templates)] is { Length: > 0 } folder ? _environment.FullPath(folder) : null;

    /// <summary>Renders the widgets of the pages.</summary>
    public SiteWidgetRenderer Widgets { get; private set; }

    /// <summary>Takes the templates and texts as they are now, with the data that is there.</summary>
    public void RenewTemplates()
    {
        // What renders a page just now goes on with those before.
        Widgets = CreateWidgets(services => SiteLibrary.WithTemplates(services, TemplateFolder));
    }

    public async ValueTask DisposeAsync()
    {
        Widgets.Dispose();
        if (_library.IsValueCreated) await _library.Value.DisposeAsync();
    }

    private SiteWidgetRenderer CreateWidgets(Func<IServiceProvider, SiteLibrary> library) =>
        new(() => library(_library.Value), _options);
}
