namespace SessionsWidgets;

/// <summary>How <see cref="WifiTime"/> is read and what its template sees.</summary>
internal static class WifiTimeDefinition
{
    public static WidgetDefinition Instance { get; } = new WidgetDefinition<WifiTime>("wifi-time", [], Plan)
    {
        Audience = WidgetAudience.Visitor,
        Describe = members => members.Add<WifiTimeModel>(model => model
            .Member("seconds", m => (long?)m.Time?.TotalSeconds)
            .Member("since", m => m.Since)
            .Member("as_of", m => m.AsOf)),
    };

    /// <summary>A visitor from elsewhere, behind an address that some guest has here too, is not asked about.</summary>
    private static WidgetPlan Plan(WifiTime widget, WidgetContext context) => context.GuestAddress is { } address
        ? WidgetQuery.GuestDurations([address]).ToModel(durations => new WifiTimeModel(durations[0].Duration, context.Now))
        : new WidgetPlan([], _ => new WifiTimeModel(null, context.Now));
}

/// <summary>What the template <c>wifi-time</c> sees: a time, and nothing of whose it is.</summary>
internal sealed class WifiTimeModel(TimeSpan? time, DateTimeOffset now) : WidgetModel
{
    public override bool IsEmpty => Time is null;

    public TimeSpan? Time { get; } = time;

    public DateTimeOffset? Since { get; } = now - time;

    public DateTimeOffset AsOf { get; } = now;
}
