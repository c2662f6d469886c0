using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SessionsWidgets;

/// <summary>The source and meter <c>SessionsWidgets</c>; see docs/operations.md. Tags hold no keys, queries or upstream text.</summary>
internal static class Telemetry
{
    private const string Name = "SessionsWidgets";

    private static readonly Meter Meter = new(Name);

    public static ActivitySource Activities { get; } = new(Name);

    public static Histogram<double> RequestDuration { get; } = Meter.CreateHistogram<double>(
        "sessions_widgets.request.duration", "s", "The duration of requests to upstream, one per attempt.");

    public static UpDownCounter<int> OpenCircuits { get; } =
        Meter.CreateUpDownCounter<int>("sessions_widgets.circuits.open", "{circuit}", "Upstreams not called because of a rate limit.");

    public static UpDownCounter<int> Abandoned { get; } = Meter.CreateUpDownCounter<int>(
        "sessions_widgets.requests.abandoned", "{request}", "Requests still running after their cancellation.");

    public static Counter<long> Retries { get; } =
        Meter.CreateCounter<long>("sessions_widgets.requests.retried", "{request}", "Requests that were retried.");

    public static Counter<long> Refused { get; } = Meter.CreateCounter<long>(
        "sessions_widgets.requests.refused", "{request}", "Queries of pages refused because the request budget was used up.");

    public static Counter<long> Lookups { get; } = Meter.CreateCounter<long>(
        "sessions_widgets.cache.lookups", "{lookup}", "Cache lookups by result: fresh, stale, miss, negative.");

    public static Counter<long> Rejected { get; } =
        Meter.CreateCounter<long>("sessions_widgets.cache.rejected", "{entry}", "Entries that found no room in memory.");

    public static Counter<long> Fragments { get; } = Meter.CreateCounter<long>(
        "sessions_widgets.fragments.lookups", "{lookup}", "Lookups of rendered fragments by result: hit, miss.");

    public static Counter<long> RejectedFragments { get; } =
        Meter.CreateCounter<long>("sessions_widgets.fragments.rejected", "{entry}", "Rendered fragments that found no room in memory.");

    public static Counter<long> DistributedCache { get; } = Meter.CreateCounter<long>(
        "sessions_widgets.distributed_cache.lookups", "{lookup}",
        "Distributed cache lookups by result: hit, miss, broken, failed, skipped.");

    public static Counter<long> Dropped { get; } = Meter.CreateCounter<long>(
        "sessions_widgets.items.dropped", "{item}", "Items left out because a required part was missing or broken.");

    public static Counter<long> Corrected { get; } = Meter.CreateCounter<long>(
        "sessions_widgets.values.corrected", "{value}", "Invalid values that were cleaned or left out, by reason.");

    public static Counter<long> TooLongPictures { get; } = Meter.CreateCounter<long>(
        "sessions_widgets.pictures.too_long", "{picture}", "Pictures left out because their address is too long for the name of one.");

    public static Counter<long> Fallbacks { get; } =
        Meter.CreateCounter<long>("sessions_widgets.fallbacks", "{fragment}", "Fragments without data, by widget.");

    public static void Add(Counter<long> counter, string tag, string value, long count = 1)
    {
        // A cache hit must not pay for a disabled counter.
        if (counter.Enabled && count > 0) counter.Add(count, new KeyValuePair<string, object?>(tag, value));
    }
}
