namespace SessionsWidgets;

/// <summary>A run of failures of one key. Immutable, but for the count of spared calls.</summary>
internal sealed class FailureStreak
{
    private readonly DateTimeOffset _faultSince;
    private readonly int _faults;
    private long _spared;

    private FailureStreak(FailureStreak? before, ApiFault fault, DateTimeOffset now)
    {
        Fault = fault;
        Since = before?.Since ?? now;
        Attempts = (before?.Attempts ?? 0) + 1;
        IsNewFault = before?.Fault != fault;
        _faultSince = IsNewFault ? now : before!._faultSince;
        _faults = IsNewFault ? 1 : before!._faults + 1;
        _spared = before?.Suppressed ?? 0;
    }

    public ApiFault Fault { get; }

    /// <summary>When it began.</summary>
    public DateTimeOffset Since { get; }

    /// <summary>How many attempts have failed.</summary>
    public int Attempts { get; }

    /// <summary>Whether it fails in another way than before.</summary>
    public bool IsNewFault { get; }

    /// <summary>How many calls the pauses between attempts have spared upstream.</summary>
    public long Suppressed => Interlocked.Read(ref _spared);

    /// <summary>The end of the last good answer's grace; null when its usual age counts.</summary>
    public DateTimeOffset? GraceEnds => Fault.Grace is not { } grace ? null : _faults > Fault.MaxInARow ? _faultSince : _faultSince + grace;

    public static FailureStreak Next(FailureStreak? before, ApiFault fault, DateTimeOffset now) => new(before, fault, now);

    public void CountSuppressed() => Interlocked.Increment(ref _spared);
}
