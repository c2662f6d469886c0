using Microsoft.Extensions.Internal;

namespace SessionsWidgets;

/// <summary>The time that ages are measured in: starts at the clock's time and then only moves as time passes, whatever becomes of the
/// clock.</summary>
internal sealed class CacheClock(TimeProvider clock) : ISystemClock
{
    private readonly DateTimeOffset _start = clock.GetUtcNow();
    private readonly long _started = clock.GetTimestamp();

    public DateTimeOffset UtcNow => _start + clock.GetElapsedTime(_started);
}
