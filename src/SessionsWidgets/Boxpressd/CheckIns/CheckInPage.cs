namespace SessionsWidgets;

/// <summary>The check-ins that a query found, newest first. Immutable.</summary>
public sealed record CheckInPage : ResultPage
{
    /// <summary>The check-ins by <see cref="CheckIn.CreatedAt"/>, newest first; those without a date last.</summary>
    public required IReadOnlyList<CheckIn> CheckIns { get; init; }
}
