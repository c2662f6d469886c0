namespace SessionsWidgets;

/// <summary>The two clocks of a client. Immutable.</summary>
/// <param name="Host">The host's, for dates, freshness, back-off and rate limits. In a test of the host it may stand still.</param>
/// <param name="Waiting">The one that timeouts, waits and measured durations run on: the system's, except in tests of the library.</param>
internal sealed record Clocks(TimeProvider Host, TimeProvider Waiting);
