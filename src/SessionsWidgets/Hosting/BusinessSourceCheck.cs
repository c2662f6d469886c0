using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SessionsWidgets;

/// <summary>Stops the host at startup if the <see cref="IBusinessSource"/>, a singleton, takes a scoped service.</summary>
/// <remarks>Otherwise, in Production the source would use one instance of the service, such as a DbContext, for all requests.</remarks>
internal sealed class BusinessSourceCheck(IServiceCollection services) : IHostedService
{
    /// <exception cref="InvalidOperationException">The source takes a scoped service.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (FindScoped(typeof(IBusinessSource), "the IBusinessSource", []) is not { } scoped) return Task.CompletedTask;
        throw new InvalidOperationException(
            $"{scoped}, but the IBusinessSource is a singleton, which all requests use at once: take an IDbContextFactory "
            + "(AddDbContextFactory) or an IServiceScopeFactory instead, and create what you need in each call.");
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Describes which type takes which scoped service; null if none does.</summary>
    private string? FindScoped(Type service, string taker, HashSet<Type> seen)
    {
        if (!seen.Add(service) || Find(service) is not { } descriptor) return null;
        if (descriptor.Lifetime == ServiceLifetime.Scoped)
            return service == typeof(IBusinessSource) ? "It is registered as scoped" : $"{taker} takes the scoped {NameOf(service)}";
        // A singleton's own dependencies are not the source's; a transient service lives as long as the source.
        var isPartOfSource = service == typeof(IBusinessSource) || descriptor.Lifetime == ServiceLifetime.Transient;
        return isPartOfSource && descriptor.ImplementationType is { IsGenericTypeDefinition: false } type ? FindScopedOf(type, seen) : null;
    }

    private string? FindScopedOf(
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type type, HashSet<Type> seen) =>
        type.GetConstructors()
            .SelectMany(c => c.GetParameters())
            .Where(p => !p.IsDefined(typeof(FromKeyedServicesAttribute), inherit: false))
            .Select(p => FindScoped(p.ParameterType, NameOf(type), seen))
            .FirstOrDefault(found => found is not null);

    private ServiceDescriptor? Find(Type service) =>
        services.LastOrDefault(d => !d.IsKeyedService && d.ServiceType == service)
        ?? (service.IsGenericType
            ? services.LastOrDefault(d => !d.IsKeyedService && d.ServiceType == service.GetGenericTypeDefinition())
            : null);

    private static string NameOf(Type type) =>
        type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>" : type.Name;
}
