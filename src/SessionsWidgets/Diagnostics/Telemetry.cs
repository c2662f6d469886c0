using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SessionsWidgets;

/// <summary>What the library tells monitoring: an activity source and a meter, both named <c>SessionsWidgets</c>. Names and tags are
/// stable; docs/operations.md lists them. No tag holds a key, a query or text from upstream.</summary>
internal static class Telemetry
{
    private const string Name = "SessionsWidgets";

    private static readonly Meter Meter = new(Name);

    public static ActivitySource Activities { get; } = new(Name);

    public static Histogram<double> RequestDuration { get; } = Meter.CreateHistogram<double>(
        "sessions_widgets.request.duration", "s", "How long exchanges with upstream take; their number is the number of requests.");

    public static UpDownCounter<int> OpenCircuits { get; } =
        Meter.CreateUpDownCounter<int>("sessions_widgets.circuits.open", "{circuit}", "Upstreams that asked to be left alone.");

    public static UpDownCounter<int> Abandoned { get; } = Meter.CreateUpDownCounter<int>(
        "sessions_widgets.requests.abandoned", "{request}", "Exchanges that go on although they were told to stop.");

    public static Counter<long> Retries { get; } =
        Meter.CreateCounter<long>("sessions_widgets.requests.retried", "{request}", "Requests that were sent once more.");

    public static Counter<long> Refused { get; } = Meter.CreateCounter<long>(
        "sessions_widgets.requests.refused",
        "{request}",
        "Questions of pages that were not asked, because their business's requests of the minute were used up.");

    public static Counter<long> Lookups { get; } = Meter.CreateCounter<long>(
        "sessions_widgets.cache.lookups", "{lookup}", "Questions to the cache, by result: fresh, stale, miss, negative.");

    public static Counter<long> Rejected { get; } =
        Meter.CreateCounter<long>("sessions_widgets.cache.rejected", "{entry}", "Entries that found no room in memory.");

    public static Counter<long> DistributedCache { get; } = Meter.CreateCounter<long>(
        "sessions_widgets.distributed_cache.lookups",
        "{lookup}",
        "Questions to the second level, by result: hit, miss, broken, failed, skipped.");

    public static Counter<long> Dropped { get; } = Meter.CreateCounter<long>(
        "sessions_widgets.items.dropped", "{item}", "Items left out because a required part was missing or broken.");

    public static Counter<long> Corrected { get; } = Meter.CreateCounter<long>(
        "sessions_widgets.values.corrected", "{value}", "Values that made no sense and were cleaned or left out, by reason.");

    public static Counter<long> Fallbacks { get; } =
        Meter.CreateCounter<long>("sessions_widgets.fallbacks", "{fragment}", "Fragments without data, by widget.");

    public static void Add(Counter<long> counter, string tag, string value, long count = 1)
    {
        // A disabled counter must cost a cache hit nothing.
        if (counter.Enabled && count > 0) counter.Add(count, new KeyValuePair<string, object?>(tag, value));
    }
}
