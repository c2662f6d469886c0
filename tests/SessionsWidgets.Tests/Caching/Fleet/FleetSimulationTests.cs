using SessionsWidgets.TestSupport.Fleet;
using SessionsWidgets.TestSupport.Redis;

namespace SessionsWidgets.Tests.Caching.Fleet;

/// <summary>A brief run of the fleet's benchmark. How fast the machine is decides how many requests there are, and not whether the
/// counts add up.</summary>
public sealed class FleetSimulationTests
{
    [SkippableTheory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task RunAsync_OutageAndRestart_AnswersEveryVisitAndItsCountsAddUp(int servers)
    {
        Skip.IfNot(RedisServer.IsInstalled, "There is no redis-server on this machine.");
        var scenario = FleetScenario.Brief(servers);
        var report = await FleetSimulation.RunAsync(scenario);
        report.Servers.ShouldBe(servers);
        report.Visits.ShouldBeInRange(4_500, 5_100, "20 a second for four minutes");
        (report.Fresh + report.Stale + report.Fallbacks).ShouldBe(report.Visits);
        (report.FromMemory + report.FromRedis + report.FromUpstream).ShouldBe(report.Fresh + report.Stale);
        report.FromUpstream.ShouldBeInRange(1, report.Requests, "a response is shown for the first time once");
        report.LeastRequests.ShouldBeInRange(1, report.Visits);
        report.EarlyRequests.ShouldBeLessThan(report.Requests);
        report.EarlyFallbacks.ShouldBeLessThanOrEqualTo(report.Fallbacks);
        report.QueriesInOutage.ShouldBeInRange(0, scenario.Businesses);
        report.RedisCommands.ShouldBeGreaterThan(0);
        // Visits that a busy machine held up for longer may have missed the outage.
        if (report.MaxDelay < (scenario.OutageEnds - scenario.OutageBegins) / 2) report.FailedRequests.ShouldBeGreaterThan(0);
    }
}
