using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SessionsWidgets.AspNetCore;

/// <summary>Reports the outages that the client knows of. Makes no requests.</summary>
internal sealed class UpstreamHealthCheck(SessionsClient client) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var outages = client.GetOutages();
        if (outages.Count == 0) return Task.FromResult(HealthCheckResult.Healthy("No recent request of the pages fails."));
        var data = outages.ToDictionary(outage => $"{outage.Source} {outage.Event}", object (outage) => outage, StringComparer.Ordinal);
        return Task.FromResult(
            new HealthCheckResult(context.Registration.FailureStatus, string.Join("; ", outages.Select(Describe)), data: data));
    }

    private static string Describe(UpstreamOutage outage) => string.Create(
        CultureInfo.InvariantCulture,
        $"{outage.Source}: {outage.Event} since {outage.Since.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} ({outage.Queries} "
        + $"{(outage.Queries == 1 ? "query" : "queries")})");
}
