using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace SessionsWidgets;

/// <summary>Configures the library after <c>AddSessionsWidgets</c> or <c>AddSessionsWidgetsCore</c>. Not thread-safe.</summary>
public sealed class SessionsWidgetsBuilder
{
    internal SessionsWidgetsBuilder(IServiceCollection services)
    {
        Services = services;
    }

    /// <summary>The services that the library is registered in.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds a widget of the host. Adding the same definition again has no effect.</summary>
    /// <param name="widget">The definition. A name or options type of another widget stops the host at startup.</param>
    /// <returns>The builder, for chaining.</returns>
    public SessionsWidgetsBuilder AddWidget(WidgetDefinition widget)
    {
        ArgumentNullException.ThrowIfNull(widget);
        AddOnce(widget);
        return this;
    }

    /// <summary>Registers a source that finds businesses by name at run time, as a singleton.</summary>
    /// <typeparam name="TSource">The type of the source.</typeparam>
    /// <returns>The builder, for chaining.</returns>
    /// <remarks>The host does not start if the source takes a scoped service.</remarks>
    public SessionsWidgetsBuilder UseBusinessSource<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource>()
        where TSource : class, IBusinessSource
    {
        Services.AddSingleton<IBusinessSource, TSource>();
        return this;
    }

    /// <summary>Fetches the data of a widget at startup and whenever it expires, so that visitors do not wait for it.</summary>
    /// <param name="widget">The widget, with the same parameters as in the pages.</param>
    /// <param name="business">The name of the business; null for the default one.</param>
    /// <returns>The builder, for chaining.</returns>
    public SessionsWidgetsBuilder KeepWarm(Widget widget, string? business = null)
    {
        ArgumentNullException.ThrowIfNull(widget);
        AddOnce(new WarmupEntry(widget, business));
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, WidgetWarmer>());
        return this;
    }

    /// <summary>Adds filters and tags to the templates.</summary>
    /// <param name="configure">Adds them. Called once, at startup, even if it is passed several times.</param>
    /// <returns>The builder, for chaining.</returns>
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
