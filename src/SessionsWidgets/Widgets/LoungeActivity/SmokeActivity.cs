namespace SessionsWidgets;

/// <summary>The smokes in <see cref="LoungeActivity"/>. Immutable.</summary>
internal sealed class SmokeActivity
{
    public SmokeActivity(SessionPage page, WidgetContext context, LoungeActivity widget)
    {
        var inProgress = page.Sessions.Where(s => s.IsInProgress(context.Time)).ToList();
        Now = inProgress.Count;
        var zone = context.Business.TimeZone;
        FreshUntil = inProgress.Select(s => s.StartedAt!.Value + SmokeSession.MaxInProgress)
            .Append(LocalDay.StartOf(context.Today.AddDays(1), zone))
            .Min();
        Today = page.Sessions.Count(
            s => s.CreatedAt is { } created && DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(created, zone).DateTime) == context.Today);
        AreMore = Today > 0 && Today == page.Sessions.Count && Today >= SessionQuery.MaxPageSize;
        Recent = [.. page.Sessions.Take(widget.Limit).Select(s => new SessionModel(s, context, widget.CigarUrl))];
    }

    /// <summary>When the numbers change by themselves: a session is no longer in progress, or the day ends.</summary>
    public DateTimeOffset FreshUntil { get; }

    /// <summary>The number of sessions in progress.</summary>
    public long Now { get; }

    /// <summary>The number of sessions logged today.</summary>
    public long Today { get; }

    /// <summary>Whether there may be more today than were fetched.</summary>
    public bool AreMore { get; }

    public IReadOnlyList<SessionModel> Recent { get; }
}
