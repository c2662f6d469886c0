namespace SessionsWidgets;

/// <summary>How long a rendering waits for upstream, from its start on, whatever it waits for. Immutable.</summary>
internal readonly struct WaitLimit(TimeSpan total, TimeProvider clock)
{
    private readonly long _started = clock.GetTimestamp();

    /// <summary>Whether it waits as long as it takes: then it wants what is new, even if there is an old response.</summary>
    public bool IsUnlimited => total == Timeout.InfiniteTimeSpan;

    /// <summary>What is left of it.</summary>
    public TimeSpan Left
    {
        get
        {
            if (IsUnlimited) return total;
            var left = total - clock.GetElapsedTime(_started);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }
}
