namespace SessionsWidgets;

/// <summary>A run of failures of one key. Immutable, but for the count of spared calls.</summary>
internal sealed class Outage
{
    private readonly DateTimeOffset _faultSince;
    private readonly int _faults;
    private long _spared;

    private Outage(Outage? before, ApiFault fault, DateTimeOffset now)
    {
        Fault = fault;
        Since = before?.Since ?? now;
        Attempts = (before?.Attempts ?? 0) + 1;
        IsNews = before?.Fault != fault;
        _faultSince = IsNews ? now : before!._faultSince;
        _faults = IsNews ? 1 : before!._faults + 1;
        _spared = before?.Spared ?? 0;
    }

    public ApiFault Fault { get; }

    /// <summary>When it began.</summary>
    public DateTimeOffset Since { get; }

    /// <summary>How many attempts have failed.</summary>
    public int Attempts { get; }

    /// <summary>Whether it fails in another way than before.</summary>
    public bool IsNews { get; }

    /// <summary>How many calls the pauses between attempts have spared upstream.</summary>
    public long Spared => Interlocked.Read(ref _spared);

    /// <summary>The end of the last good answer's grace; null when its usual age counts.</summary>
    public DateTimeOffset? GraceEnds => Fault.Grace is not { } grace ? null : _faults > Fault.MostInARow ? _faultSince : _faultSince + grace;

    public static Outage Next(Outage? before, ApiFault fault, DateTimeOffset now) => new(before, fault, now);

    public void Spare() => Interlocked.Increment(ref _spared);
}
