namespace SessionsWidgets;

/// <summary>Queries that fail at an upstream at present, all for one reason; pages show stale data or fallbacks meanwhile.</summary>
/// <param name="Source">The upstream: <c>boxpressd</c> or <c>guest-wifi</c>.</param>
/// <param name="Event">The reason, as the stable name of a log event, such as <c>auth.rejected</c>; see docs/operations.md.</param>
/// <param name="Since">When the first of these queries began to fail.</param>
/// <param name="Queries">The number of distinct queries that fail.</param>
public sealed record UpstreamOutage(string Source, string Event, DateTimeOffset Since, int Queries);
