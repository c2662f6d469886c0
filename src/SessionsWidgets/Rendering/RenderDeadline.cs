namespace SessionsWidgets;

/// <summary>The time that a rendering may wait for upstream, over all its queries. Immutable.</summary>
internal readonly struct RenderDeadline(TimeSpan total, TimeProvider waiting)
{
    private readonly long _started = waiting.GetTimestamp();

    /// <summary>Whether it waits without limit; then stale data is not enough.</summary>
    public bool IsUnlimited => total == Timeout.InfiniteTimeSpan;

    /// <summary>The remaining time.</summary>
    public TimeSpan Left
    {
        get
        {
            if (IsUnlimited) return total;
            var left = total - waiting.GetElapsedTime(_started);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }
}
