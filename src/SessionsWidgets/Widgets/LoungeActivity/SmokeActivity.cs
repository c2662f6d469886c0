namespace SessionsWidgets;

/// <summary>The smokes in <see cref="LoungeActivity"/>. Immutable.</summary>
internal sealed class SmokeActivity
{
    public SmokeActivity(SessionPage page, WidgetContext context, LoungeActivity widget)
    {
        var inProgress = page.Sessions.Where(s => s.IsInProgress(context.Time)).ToList();
        Now = inProgress.Count;
        FreshUntil = inProgress.Select(s => s.StartedAt!.Value + SmokeSession.MaxInProgress)
            .DefaultIfEmpty(DateTimeOffset.MaxValue)
            .Min();
        Today = TodayCount.Of(page.Sessions, static s => s.CreatedAt, context);
        Recent = [.. page.Sessions.Take(widget.Limit).Select(s => new SessionModel(s, context, widget.CigarUrl))];
    }

    /// <summary>When a session is no longer in progress by itself.</summary>
    public DateTimeOffset FreshUntil { get; }

    /// <summary>The number of sessions in progress.</summary>
    public long Now { get; }

    /// <summary>The number of sessions logged today.</summary>
    public TodayCount Today { get; }

    public IReadOnlyList<SessionModel> Recent { get; }
}
