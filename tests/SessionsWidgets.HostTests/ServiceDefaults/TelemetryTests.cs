using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace SessionsWidgets.HostTests.ServiceDefaults;

/// <summary>OpenTelemetry, as the same defaults register it, sees the library's requests and those of its HTTP client.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Fragment_UnderDefaults_HasActivitiesAndMetricsOfTheLibraryAndOfItsHttpClient()
    {
        var activities = new ActivityRecorder();
        var metrics = new MetricRecorder();
        using var reader = new BaseExportingMetricReader(metrics);
        await using (var site = await DiscoverySite.StartAsync(services =>
        {
            Defaults.Add(services);
            services.AddOpenTelemetry()
                .WithTracing(t => t.AddSource("SessionsWidgets", "System.Net.Http").AddProcessor(activities))
                .WithMetrics(m => m.AddMeter("SessionsWidgets", "System.Net.Http").AddReader(reader));
        }))
        {
            (await site.GetAsync("recent-smokes")).ShouldContain("Jo Example");
            reader.Collect();
            var port = site.Address.Port;
            // Activities are those of the whole process.
            var request = activities.Ended.Single(
                a => a.OperationName == "System.Net.Http.HttpRequestOut" && Equals(a.GetTagItem("server.port"), port)
                    && Equals(a.GetTagItem("server.address"), "127.0.0.1"));
            var fetch = activities.Ended.Single(a => a.SpanId == request.ParentSpanId);
            fetch.OperationName.ShouldBe("sessions_widgets.fetch");
            fetch.GetTagItem("server.address").ShouldBe("sessions", "the name of the service");
        }

        metrics.Names.ShouldContain("sessions_widgets.request.duration");
        metrics.Names.ShouldContain("http.client.request.duration");
    }

    private sealed class ActivityRecorder : BaseProcessor<Activity>
    {
        public ConcurrentQueue<Activity> Ended { get; } = new();

        public override void OnEnd(Activity data) => Ended.Enqueue(data);
    }

    private sealed class MetricRecorder : BaseExporter<Metric>
    {
        public ConcurrentQueue<string> Names { get; } = new();

        public override ExportResult Export(in Batch<Metric> batch)
        {
            foreach (var metric in batch) Names.Enqueue(metric.Name);
            return ExportResult.Success;
        }
    }
}
