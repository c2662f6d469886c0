namespace SessionsWidgets;

/// <summary>A page of sessions: the result of a <see cref="SessionQuery"/>. Immutable.</summary>
public sealed record SessionPage : ResultPage
{
    /// <summary>The sessions by <see cref="SmokeSession.CreatedAt"/>, newest first. Those without a time are last.</summary>
    public required IReadOnlyList<SmokeSession> Sessions { get; init; }
}
