namespace SessionsWidgets.TestSupport;

/// <summary>The machine's time, and a test can let more of it pass at once. For tests about how long something really takes.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private long _shift;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _shift));

    public override long GetTimestamp() =>
        System.GetTimestamp() + (Interlocked.Read(ref _shift) * (System.TimestampFrequency / TimeSpan.TicksPerSecond));

    public void Shift(TimeSpan by) => Interlocked.Add(ref _shift, by.Ticks);
}
