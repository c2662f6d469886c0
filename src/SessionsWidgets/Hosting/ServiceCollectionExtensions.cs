using System.Net.Http;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SessionsWidgets;

/// <summary>Registers the library in hosts without ASP.NET Core. Web sites call <c>AddSessionsWidgets</c> of
/// SessionsWidgets.AspNetCore.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>The key of <see cref="Clocks.Waiting"/>: only tests of the library replace it.</summary>
    internal const string WaitingClockKey = "SessionsWidgets.Waiting";

    /// <summary>Registers <see cref="SessionsClient"/>, <see cref="WidgetRenderer"/> and <see cref="BusinessDirectory"/> as singletons. In
    /// Development, errors are shown in place of widgets, and templates are reloaded when their files change.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The configuration section of <see cref="SessionsWidgetsOptions"/>. An invalid setting stops the host at
    /// startup.</param>
    /// <returns>A builder to add widgets, businesses and extensions.</returns>
    /// <exception cref="InvalidOperationException">The library is registered with another section.</exception>
    /// <remarks>Further calls with the same section have no effect.</remarks>
    /// <example>
    /// <code>
    /// builder.Services.AddSessionsWidgetsCore(builder.Configuration.GetSection("SessionsWidgets"));
    /// </code>
    /// </example>
    public static SessionsWidgetsBuilder AddSessionsWidgetsCore(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        if (!SectionOptions.TryRegister(services, section)) return new SessionsWidgetsBuilder(services);
        // The handler has its own connection lifetime. The library's events say what the factory would log, once an outage; the factory
        // would also log guests' addresses, which are in the paths.
        services.AddHttpClient(SocketsHandlerFactory.Name).SetHandlerLifetime(Timeout.InfiniteTimeSpan).RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(s => SocketsHandlerFactory.Create(CreateConnector(s)));
        services.AddHttpClient(SocketsHandlerFactory.GuestWifiName).SetHandlerLifetime(Timeout.InfiniteTimeSpan).RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(s => SocketsHandlerFactory.CreateUntraced(CreateConnector(s)));
        services.AddHttpClient(SocketsHandlerFactory.PicturesName).SetHandlerLifetime(Timeout.InfiniteTimeSpan).RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(s => SocketsHandlerFactory.CreateUntraced(CreateConnector(s, isForPictures: true)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, CredentialHandler.Filter>());
        services.AddSingleton<IPostConfigureOptions<HttpClientFactoryOptions>, ClientDefaults>();
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddKeyedSingleton(WaitingClockKey, TimeProvider.System);
        services.AddSingleton(CreateClient);
        services.AddSingleton(CreateRenderer);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, SectionCheck>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, TemplateStartupCheck>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, BusinessSourceCheck>(_ => new BusinessSourceCheck(services)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StartupReport>());
        services.TryAddSingleton(s => new FoundBusinesses(
            s.GetService<IBusinessSource>(),
            s.GetRequiredService<SessionsClient>(),
            s.GetRequiredKeyedService<TimeProvider>(WaitingClockKey)));
        services.AddSingleton(s => new BusinessDirectory(
            s.GetRequiredService<SessionsClient>(), s.GetRequiredService<IOptionsMonitor<SessionsWidgetsOptions>>(),
            s.GetRequiredService<FoundBusinesses>()));
        return new SessionsWidgetsBuilder(services);
    }

    private static ApiConnector CreateConnector(IServiceProvider services, bool isForPictures = false)
    {
        var options = services.GetRequiredService<IOptions<SessionsWidgetsOptions>>().Value;
        return new ApiConnector(services.GetRequiredKeyedService<TimeProvider>(WaitingClockKey), options.AllowPrivateAddresses)
        {
            AllowPlain = isForPictures && options.AllowHttpPictures,
        };
    }

    private static SessionsClient CreateClient(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<SessionsWidgetsOptions>>().Value;
        var section = services.GetRequiredService<IOptionsMonitor<SessionsWidgetsOptions>>();
        var handlers = services.GetRequiredService<IHttpMessageHandlerFactory>();
        var lastGood = services.GetKeyedService<IDistributedCache>(SessionsWidgetsBuilder.LastGoodKey);
        return new SessionsClient(new SessionsClientOptions
        {
            Cache = options.Cache,
            AllowHttpPictures = options.AllowHttpPictures,
            AllowPrivateAddresses = options.AllowPrivateAddresses,
            Pictures = options.Pictures,
            PictureScaler = services.GetService<IPictureScaler>(),
            PictureEndpoint = services.GetService<IPictureEndpoint>(),
            TimeProvider = services.GetRequiredService<TimeProvider>(),
            WaitingClock = services.GetRequiredKeyedService<TimeProvider>(WaitingClockKey),
            LoggerFactory = services.GetRequiredService<ILoggerFactory>(),
            DistributedCache = lastGood ?? SharedCacheOf(services),
            KeepsLastGoodOnly = lastGood is not null,
            SectionSource = () => section.CurrentValue,
            HandlerSource = () => handlers.CreateHandler(SocketsHandlerFactory.Name),
            GuestWifiHandlerSource = () => handlers.CreateHandler(SocketsHandlerFactory.GuestWifiName),
            PictureHandlerSource = () => handlers.CreateHandler(SocketsHandlerFactory.PicturesName),
        });
    }

    /// <summary>Gets the distributed cache of the host. Razor registers a memory cache, which is not shared.</summary>
    internal static IDistributedCache? SharedCacheOf(IServiceProvider services) =>
        services.GetService<IDistributedCache>() is { } shared and not MemoryDistributedCache ? shared : null;

    private static WidgetRenderer CreateRenderer(IServiceProvider services)
    {
        var environment = services.GetService<IHostEnvironment>();
        var isDevelopment = environment?.IsDevelopment() ?? false;
        var options = services.GetRequiredService<IOptions<SessionsWidgetsOptions>>().Value;
        var folder = options.Templates is { } path ? Path.Combine(environment?.ContentRootPath ?? "", path) : null;
        if (folder is not null)
            TemplateFolder.CheckExists(folder, $"{SessionsWidgetsOptions.SectionName}:{nameof(SessionsWidgetsOptions.Templates)}");
        var client = services.GetRequiredService<SessionsClient>();
        var renderer = new WidgetRenderer(client, new WidgetRendererOptions
        {
            Catalog = new WidgetCatalog(services.GetServices<WidgetDefinition>()),
            TemplateFolder = folder,
            ReloadTemplates = isDevelopment,
            ShowErrors = isDevelopment,
            Extensions = CreateExtensions(services),
        });
        Validate(options);
        // Changes of the configuration, too.
        services.GetRequiredService<SectionOptions>().ValidateForSite = Validate;
        return renderer;

        void Validate(SessionsWidgetsOptions site) => SiteValidator.Validate(site, renderer.Templates.Locales, client);
    }

    private static TemplateExtensions CreateExtensions(IServiceProvider services)
    {
        var extensions = new TemplateExtensions();
        foreach (var configure in services.GetServices<Action<TemplateExtensions>>()) configure(extensions);
        return extensions;
    }
}
