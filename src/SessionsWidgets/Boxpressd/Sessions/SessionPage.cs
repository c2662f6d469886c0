namespace SessionsWidgets;

/// <summary>The sessions that a query found, newest first. Immutable.</summary>
public sealed record SessionPage : ResultPage
{
    /// <summary>The sessions by <see cref="SmokeSession.CreatedAt"/>, newest first; those without a date last.</summary>
    public required IReadOnlyList<SmokeSession> Sessions { get; init; }
}
