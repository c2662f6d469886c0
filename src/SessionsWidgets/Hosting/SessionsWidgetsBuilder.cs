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
    public SessionsWidgetsBuilder AddWidget(WidgetDefinition widget)
    {
        ArgumentNullException.ThrowIfNull(widget);
        Services.AddSingleton(widget);
        return this;
    }

    /// <summary>Finds businesses by name at run time.</summary>
    public SessionsWidgetsBuilder UseBusinessSource<[
        DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource>()
        where TSource : class, IBusinessSource
    {
        Services.AddSingleton<IBusinessSource, TSource>();
        return this;
    }

    /// <summary>Fetches a widget's answers when the host starts and whenever they are no longer fresh, so that no visitor waits for them;
    /// one server for all, where they share a second level.</summary>
    /// <param name="widget">The widget with the parameters of its tag: they say which sessions it asks for.</param>
    /// <param name="business">The business by name; null for the default one.</param>
    public SessionsWidgetsBuilder KeepWarm(Widget widget, string? business = null)
    {
        ArgumentNullException.ThrowIfNull(widget);
        Services.AddSingleton(new WarmWidget(widget, business));
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, WidgetWarmer>());
        return this;
    }

    /// <summary>Adds filters and tags to the templates, in Fluid's terms.</summary>
    /// <param name="configure">Adds them; called once, when the host starts.</param>
    public SessionsWidgetsBuilder ExtendTemplates(Action<TemplateExtensions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Services.AddSingleton(configure);
        return this;
    }

    /// <inheritdoc cref="SessionsClientOptions.KeepsLastGoodOnly"/>
    internal SessionsWidgetsBuilder KeepLastGood(IDistributedCache store)
    {
        // By name, because a cache that the host has for other things is not meant.
        Services.AddKeyedSingleton(LastGoodKey, store);
        return this;
    }

    internal const string LastGoodKey = "SessionsWidgets.LastGood";
}
