using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SessionsWidgets.AspNetCore;

/// <summary>Adds health checks.</summary>
public static class HealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check that reports the outages in <see cref="SessionsClient.GetOutages"/>. It makes no requests. Outages are degraded, not
    /// unhealthy: widgets show older data meanwhile, and a restart would not help.
    /// </summary>
    /// <param name="builder">The health checks builder.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">The status in an outage. Default: degraded.</param>
    /// <param name="tags">Tags to filter checks by. Default: none.</param>
    /// <returns>The builder. The check throws an <see cref="InvalidOperationException"/> if SessionsWidgets is not registered.</returns>
    public static IHealthChecksBuilder AddSessionsWidgets(
        this IHealthChecksBuilder builder, string name = "sessions-widgets", HealthStatus failureStatus = HealthStatus.Degraded,
        IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(name, Create, failureStatus, tags));
    }

    private static UpstreamHealthCheck Create(IServiceProvider services) =>
        new(services.GetService<SessionsClient>() ?? throw SessionsWidgetsBuilderExtensions.NotRegistered());
}
