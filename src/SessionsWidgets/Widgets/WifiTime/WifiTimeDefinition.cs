namespace SessionsWidgets;

internal static class WifiTimeDefinition
{
    public static WidgetDefinition Instance { get; } = new WidgetDefinition<WifiTime>("wifi-time", [], Plan)
    {
        Audience = WidgetAudience.Visitor,
        IsSmall = true,
        Describe = members => members.Add<WifiTimeModel>(model => model
            .Member("seconds", m => (long?)m.Time?.TotalSeconds)
            .Member("since", m => m.Since)
            .Member("as_of", m => m.AsOf)),
    };

    /// <summary>Visitors outside the venue's networks are not queried: guests may have the same private address.</summary>
    private static WidgetPlan Plan(WifiTime widget, WidgetContext context) => context.GuestAddress is { } address
        ? WidgetQuery.GuestDurations([address]).ToModel(durations => new WifiTimeModel(durations[0].Duration, context.Time))
        : new WidgetPlan([], _ => new WifiTimeModel(null, context.Time));
}

internal sealed class WifiTimeModel(TimeSpan? time, DateTimeOffset now) : WidgetModel
{
    public override bool IsEmpty => Time is null;

    public TimeSpan? Time { get; } = time;

    public DateTimeOffset? Since { get; } = now - time;

    public DateTimeOffset AsOf { get; } = now;
}
