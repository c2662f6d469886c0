namespace SessionsWidgets;

/// <summary>Exact numbers of visits per day, earliest first, and their average duration; not for templates. Immutable.</summary>
internal sealed record VisitCounts(
    IReadOnlyList<(DateOnly Day, long Visits)> Days, TimeSpan? AverageStay, int Sample, DateTimeOffset FetchedAt);
