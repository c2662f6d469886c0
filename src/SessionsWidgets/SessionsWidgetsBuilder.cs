using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace SessionsWidgets;

/// <summary>Adds to the registration that <c>AddSessionsWidgets</c> or <c>AddSessionsWidgetsCore</c> began.</summary>
public sealed class SessionsWidgetsBuilder
{
    internal SessionsWidgetsBuilder(IServiceCollection services)
    {
        Services = services;
    }

    /// <summary>The services of the host.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds a widget of the host's own.</summary>
    public SessionsWidgetsBuilder AddWidget(WidgetType widget)
    {
        ArgumentNullException.ThrowIfNull(widget);
        Services.AddSingleton(widget);
        return this;
    }

    /// <summary>Finds businesses by name at run time.</summary>
    public SessionsWidgetsBuilder UseBusinessSource<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource>()
        where TSource : class, IBusinessSource
    {
        Services.AddSingleton<IBusinessSource, TSource>();
        return this;
    }

    /// <inheritdoc cref="SessionsClientOptions.LastGood"/>
    public SessionsWidgetsBuilder KeepLastGood(IDistributedCache store)
    {
        ArgumentNullException.ThrowIfNull(store);
        // By name, because a cache that the host has for other things is not meant.
        Services.AddKeyedSingleton(LastGoodKey, store);
        return this;
    }

    internal const string LastGoodKey = "SessionsWidgets.LastGood";

    /// <summary>Fetches a widget's sessions when the host starts and as often as they lose their freshness, so that no visitor waits for them.</summary>
    /// <param name="widget">The widget with the parameters of its tag: they say which sessions it asks for.</param>
    /// <param name="business">The business by name; null for the default one.</param>
    public SessionsWidgetsBuilder KeepWarm(Widget widget, string? business = null)
    {
        ArgumentNullException.ThrowIfNull(widget);
        Services.AddSingleton(new WarmWidget(widget, business));
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, WidgetWarmer>());
        return this;
    }

    /// <summary>Compiles templates by another engine than the project's own.</summary>
    public SessionsWidgetsBuilder UseTemplateEngine(ITemplateEngine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        Services.AddSingleton(engine);
        return this;
    }
}
