using System.Globalization;
using SessionsWidgets.TestSupport.Fleet;

namespace SessionsWidgets.Benchmarks.Caching;

/// <summary>What 1, 4 and 16 servers with the same visits ask of one Redis and of upstream.</summary>
internal static class FleetBenchmark
{
    /// <param name="sizes">The numbers of servers; none for the usual ones.</param>
    public static async Task RunAsync(int[] sizes)
    {
        var scenario = new FleetScenario { Servers = 0 };
        Print($"{scenario.Businesses} businesses by Zipf's law with exponent {scenario.ZipfExponent}");
        Print($"{scenario.VisitsPerSecond} visits a second to all servers together");
        Print($"{scenario.Length:mm\\:ss} minutes on a clock that runs {scenario.TimesFaster} times as fast, seed {scenario.Seed}");
        Print($"upstream: HTTP on loopback, {scenario.UpstreamTakes.TotalMilliseconds} ms a response");
        Print($"an outage from {scenario.OutageBegins:mm\\:ss} to {scenario.OutageEnds:mm\\:ss}");
        Print($"half of the servers restarted at {scenario.Restart:mm\\:ss}");
        var reports = new List<FleetReport>();
        foreach (var servers in sizes is [] ? [1, 4, 16] : sizes)
        {
            reports.Add(await FleetSimulation.RunAsync(scenario with { Servers = servers }));
            Print($"{servers} servers: done; visits began {reports[^1].MaxDelay.TotalMilliseconds:0} ms late at most");
        }

        Print($"");
        Row("servers", report => $"{report.Servers}");
        Row("---", _ => $"---");
        Row("visits", report => $"{report.Visits}");
        Row("different queries", report => $"{report.Queries}");
        Row("fresh, stale, fallback", report => $"{report.Fresh}, {report.Stale}, {report.Fallbacks}");
        Row("fallbacks before the outage", report => $"{report.EarlyFallbacks}");
        Row("upstream requests", report => $"{report.Requests}");
        Row("the least possible", report => $"{report.LeastRequests}");
        Row("against the least", report => $"{report.Ratio:0.000}");
        Row("while the last response was fresh", report => $"{report.EarlyRequests}");
        Row("failed requests a query in the outage", report => $"{Per(report.FailedRequests, report.QueriesInOutage):0.00}");
        Row("visits from memory", report => $"{Share(report, report.FromMemory)}");
        Row("visits from Redis", report => $"{Share(report, report.FromRedis)}");
        Row("visits from upstream", report => $"{Share(report, report.FromUpstream)}");
        Row("Redis commands a visit", report => $"{Per(report.RedisCommands, report.Visits):0.0}");
        Row("Redis processor time a command", report => $"{report.RedisProcessorTime.TotalMicroseconds / report.RedisCommands:0.0} µs");
        Row("Redis memory", report => $"{Megabytes(report.RedisBytes)}");
        Row("failed calls to Redis", report => $"{report.FailedRedisCalls}");
        Row("memory of a server", report => $"{Megabytes(report.BytesOfAServer)}");

        void Row(string name, Func<FleetReport, FormattableString> value) => Print(
            $"| {name} | {string.Join(" | ", reports.Select(report => FormattableString.Invariant(value(report))))} |");
    }

    private static double Per(double count, int whole) => count / whole;

    private static string Share(FleetReport report, int visits) =>
        string.Create(CultureInfo.InvariantCulture, $"{100.0 * visits / report.Visits:0.0} %");

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024:0} MiB");

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
