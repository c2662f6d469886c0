using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace SessionsWidgets;

/// <summary>Configures the registration of <c>AddSessionsWidgets</c> or <c>AddSessionsWidgetsCore</c>.</summary>
public sealed class SessionsWidgetsBuilder
{
    internal SessionsWidgetsBuilder(IServiceCollection services)
    {
        Services = services;
    }

    /// <summary>The services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds a widget of the host's own; the same one only once.</summary>
    public SessionsWidgetsBuilder AddWidget(WidgetDefinition widget)
    {
        ArgumentNullException.ThrowIfNull(widget);
        AddOnce(widget);
        return this;
    }

    /// <summary>Finds businesses by name at run time. The source is a singleton.</summary>
    /// <remarks>The host does not start if the source takes a scoped service.</remarks>
    public SessionsWidgetsBuilder UseBusinessSource<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource>()
        where TSource : class, IBusinessSource
    {
        Services.AddSingleton<IBusinessSource, TSource>();
        return this;
    }

    /// <summary>Fetches a widget's data at startup and whenever it expires, so that visitors do not wait for it.</summary>
    /// <param name="widget">The widget, with the parameters that the pages use.</param>
    /// <param name="business">The name of the business; null for the default one.</param>
    public SessionsWidgetsBuilder KeepWarm(Widget widget, string? business = null)
    {
        ArgumentNullException.ThrowIfNull(widget);
        AddOnce(new WarmupEntry(widget, business));
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, WidgetWarmer>());
        return this;
    }

    /// <summary>Adds Fluid filters and tags to the templates.</summary>
    /// <param name="configure">Adds them; called once, at startup, even if it is passed again.</param>
    public SessionsWidgetsBuilder ExtendTemplates(Action<TemplateExtensions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        AddOnce(configure);
        return this;
    }

    /// <inheritdoc cref="SessionsClientOptions.KeepsLastGoodOnly"/>
    internal SessionsWidgetsBuilder KeepLastGood(IDistributedCache store)
    {
        // Keyed, so that a cache of the host is not used.
        Services.AddKeyedSingleton(LastGoodKey, store);
        return this;
    }

    private void AddOnce<T>(T instance)
        where T : class
    {
        if (!Services.Any(s => s.ServiceType == typeof(T) && !s.IsKeyedService && instance.Equals(s.ImplementationInstance)))
            Services.AddSingleton(instance);
    }

    internal const string LastGoodKey = "SessionsWidgets.LastGood";
}
