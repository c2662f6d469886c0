namespace SessionsWidgets.Preview.Examples;

/// <summary>The time of the example data, so that everybody sees the same: a Saturday evening in a lounge.</summary>
internal sealed class ExampleClock : TimeProvider
{
    private static readonly DateTimeOffset Now = new(2026, 7, 18, 23, 30, 0, TimeSpan.Zero);

    public static ExampleClock Instance { get; } = new();

    public override DateTimeOffset GetUtcNow() => Now;
}
