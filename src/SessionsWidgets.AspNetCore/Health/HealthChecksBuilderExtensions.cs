using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SessionsWidgets.AspNetCore;

/// <summary>Adds the widgets to the host's health checks.</summary>
public static class HealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check that is healthy while the answers come that pages ask for, and otherwise says which upstream fails, how and since when
    /// (<see cref="SessionsClient.GetOutages"/>). It asks nothing of upstream, so it may be called often. The widgets show older answers or
    /// fallbacks meanwhile, so a failure is degraded and not unhealthy: restarting the host would mend nothing.
    /// </summary>
    /// <param name="builder">What <c>AddHealthChecks</c> returns.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">What it reports when upstream fails. Default: degraded.</param>
    /// <param name="tags">Tags by which the host filters its checks. Default: none.</param>
    /// <returns>The same builder. The check fails with an <see cref="InvalidOperationException"/> when SessionsWidgets is not
    /// registered.</returns>
    public static IHealthChecksBuilder AddSessionsWidgets(
        this IHealthChecksBuilder builder,
        string name = "sessions-widgets",
        HealthStatus failureStatus = HealthStatus.Degraded,
        IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(name, Create, failureStatus, tags));
    }

    private static UpstreamHealthCheck Create(IServiceProvider services) =>
        new(services.GetService<SessionsClient>() ?? throw SessionsWidgetsBuilderExtensions.NotRegistered());
}
