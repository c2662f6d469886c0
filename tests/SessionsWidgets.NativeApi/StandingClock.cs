namespace SessionsWidgets.NativeApi;

/// <summary>A clock that always shows the same; timers and time stamps are the machine's.</summary>
internal sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
