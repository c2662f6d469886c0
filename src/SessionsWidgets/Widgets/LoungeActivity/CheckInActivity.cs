namespace SessionsWidgets;

/// <summary>The check-ins in <see cref="LoungeActivity"/>. Immutable.</summary>
internal sealed class CheckInActivity(CheckInPage page, WidgetContext context)
{
    /// <summary>The number of check-ins today.</summary>
    public TodayCount Today { get; } = TodayCount.Of(page.CheckIns, static c => c.CreatedAt, context);

    public IReadOnlyList<CheckIn> Recent { get; } = page.CheckIns;
}
