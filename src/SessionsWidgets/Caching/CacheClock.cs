using Microsoft.Extensions.Internal;

namespace SessionsWidgets;

/// <summary>The time by which entries age: begins at the wall clock and then advances monotonically.</summary>
internal sealed class CacheClock(TimeProvider clock) : ISystemClock
{
    private readonly DateTimeOffset _start = clock.GetUtcNow();
    private readonly long _started = clock.GetTimestamp();

    public DateTimeOffset UtcNow => _start + clock.GetElapsedTime(_started);
}
