namespace SessionsWidgets;

/// <summary>A page of check-ins: the result of a <see cref="CheckInQuery"/>. Immutable.</summary>
public sealed record CheckInPage : ResultPage
{
    /// <summary>The check-ins by <see cref="CheckIn.CreatedAt"/>, newest first. Those without a time are last.</summary>
    public required IReadOnlyList<CheckIn> CheckIns { get; init; }
}
