namespace SessionsWidgets;

/// <summary>How many of the newest items are of today. Immutable.</summary>
/// <param name="Count">The number of items of today.</param>
/// <param name="AreMore">Whether there may be more than were fetched.</param>
internal readonly record struct TodayCount(long Count, bool AreMore)
{
    /// <summary>The number of items to fetch: one request.</summary>
    public const int Considered = ListQuery.MaxPageSize;

    public static TodayCount Of<T>(IReadOnlyList<T> items, Func<T, DateTimeOffset?> createdAt, WidgetContext context)
    {
        var count = items.Count(item => createdAt(item) is { } created && LocalDay.Of(created, context.Business.TimeZone) == context.Today);
        return new TodayCount(count, count >= Considered && count == items.Count);
    }
}
