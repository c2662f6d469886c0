namespace SessionsWidgets;

/// <summary>How <see cref="WifiTime"/> is read and what its template sees.</summary>
internal static class WifiTimeType
{
    public static WidgetType Instance { get; } = new WidgetType<WifiTime>("wifi-time", [], LoadAsync)
    {
        Audience = WidgetAudience.Visitor,
        Describe = members => members.Add<WifiTimeModel>(model => model
            .Member("seconds", m => (long?)m.Time?.TotalSeconds)
            .Member("since", m => m.Since)
            .Member("as_of", m => m.AsOf)),
    };

    private static async ValueTask<WidgetModel?> LoadAsync(WifiTime widget, WidgetContext context, CancellationToken cancellationToken)
    {
        // A visitor from elsewhere, behind an address that some guest has here too, is not asked about.
        if (context.Visitor is not { } visitor || !context.GuestWifi.IsInside(visitor)) return new WifiTimeModel(null, context.Now);
        return await context.FindVisitorsTimeAsync(visitor, cancellationToken) is { } time ? new WifiTimeModel(time.Duration, context.Now) : null;
    }
}

/// <summary>What the template <c>wifi-time</c> sees: a time, and nothing of whose it is.</summary>
internal sealed class WifiTimeModel(TimeSpan? time, DateTimeOffset now) : WidgetModel
{
    public override bool IsEmpty => Time is null;

    public TimeSpan? Time { get; } = time;

    public DateTimeOffset? Since { get; } = now - time;

    public DateTimeOffset AsOf { get; } = now;
}
