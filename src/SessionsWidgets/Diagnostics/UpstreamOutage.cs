namespace SessionsWidgets;

/// <summary>What an upstream does not give at present, all of it for one reason; pages show older answers or fallbacks meanwhile.</summary>
/// <param name="Source">The upstream: <c>boxpressd</c> or <c>guest-wifi</c>.</param>
/// <param name="Event">The reason: the stable name of a log event, such as <c>auth.rejected</c>; docs/operations.md says what to do about
/// each.</param>
/// <param name="Since">When the first of the answers that fail now began to fail.</param>
/// <param name="Answers">How many different answers fail.</param>
public sealed record UpstreamOutage(string Source, string Event, DateTimeOffset Since, int Answers);
