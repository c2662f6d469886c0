namespace SessionsWidgets;

/// <summary>The consecutive failures of one key. Immutable, except its counters and marks.</summary>
internal sealed class FailureStreak
{
    private readonly DateTimeOffset _faultSince;
    private readonly int _faults;
    private long _suppressed;

    private FailureStreak(FailureStreak? before, ApiFault fault, DateTimeOffset now)
    {
        Fault = fault;
        Since = before?.Since ?? now;
        Attempts = (before?.Attempts ?? 0) + 1;
        IsNewFault = before?.Fault != fault;
        _faultSince = IsNewFault ? now : before!._faultSince;
        _faults = IsNewFault ? 1 : before!._faults + 1;
        _suppressed = before?.Suppressed ?? 0;
        IsReported = before?.IsReported ?? false;
    }

    public ApiFault Fault { get; }

    public DateTimeOffset Since { get; }

    public int Attempts { get; }

    /// <summary>Whether the fault differs from the one before.</summary>
    public bool IsNewFault { get; }

    /// <summary>Whether it has been logged, and not left to that of another query of the host; then its end is, too.</summary>
    public bool IsReported { get; set; }

    /// <summary>The number of lookups during back-offs.</summary>
    public long Suppressed => Interlocked.Read(ref _suppressed);

    /// <summary>When the last good value expires because of this fault; null for its usual age.</summary>
    public DateTimeOffset? GraceEnds =>
        Fault.Grace is not { } grace ? null : _faults > Fault.MaxConsecutive ? _faultSince : _faultSince + grace;

    public static FailureStreak Next(FailureStreak? before, ApiFault fault, DateTimeOffset now) => new(before, fault, now);

    public void CountSuppressed() => Interlocked.Increment(ref _suppressed);
}
