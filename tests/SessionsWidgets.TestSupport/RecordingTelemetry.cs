using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SessionsWidgets.TestSupport;

/// <summary>Keeps what the process tells monitoring while it lives, as text. Thread-safe.</summary>
public sealed class RecordingTelemetry : IDisposable
{
    private readonly ConcurrentQueue<string> _entries = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public RecordingTelemetry()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "SessionsWidgets" or "System.Net.Http",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
                _entries.Enqueue(
                    $"{activity.OperationName} {activity.Status} {Text(activity.TagObjects)} "
                    + $"{string.Join(' ', activity.Events.Select(e => Text(e.Tags)))}"),
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name is "SessionsWidgets" or "System.Net.Http") listener.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, tags));
        _meters.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, tags));
        _meters.Start();
    }

    public IReadOnlyList<string> Entries => [.. _entries];

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Add(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _entries.Enqueue($"{instrument.Name} {Text(tags.ToArray())}");

    private static string Text(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.Select(t => $"{t.Key}={t.Value}"));
}
