using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;

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
    public SessionsWidgetsBuilder UseBusinessSource<TSource>()
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

    /// <summary>Compiles templates by another engine than the project's own.</summary>
    public SessionsWidgetsBuilder UseTemplateEngine(ITemplateEngine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        Services.AddSingleton(engine);
        return this;
    }
}
