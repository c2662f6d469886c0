namespace SessionsWidgets;

/// <summary>The queries to an upstream API that fail now for the same reason. Pages show stale data or fallback content meanwhile.
/// Immutable.</summary>
/// <param name="Source">The upstream API: <c>boxpressd</c> or <c>guest-wifi</c>.</param>
/// <param name="Event">The reason, as the stable name of a log event, such as <c>auth.rejected</c>; see docs/operations.md.</param>
/// <param name="Since">The time when the first of these queries began to fail.</param>
/// <param name="Queries">The number of distinct queries that fail.</param>
public sealed record UpstreamOutage(string Source, string Event, DateTimeOffset Since, int Queries);
