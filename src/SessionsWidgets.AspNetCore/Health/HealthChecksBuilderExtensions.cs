using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SessionsWidgets.AspNetCore;

/// <summary>Adds the health check of SessionsWidgets.</summary>
public static class HealthChecksBuilderExtensions
{
    /// <summary>Adds a health check that reports the outages of <see cref="SessionsClient.GetOutages"/>. It makes no requests.</summary>
    /// <param name="builder">The health checks builder.</param>
    /// <param name="name">The name of the check. Default: <c>sessions-widgets</c>.</param>
    /// <param name="failureStatus">The status in an outage. Default: degraded, because widgets show older data meanwhile and a restart
    /// would not help.</param>
    /// <param name="tags">The tags that filter checks. Default: none.</param>
    /// <returns>The builder, for chaining.</returns>
    /// <remarks>If SessionsWidgets is not registered, the check throws an <see cref="InvalidOperationException"/>.</remarks>
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
