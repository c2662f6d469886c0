namespace SessionsWidgets;

/// <summary>The smokes in <see cref="LoungeActivity"/>. Immutable.</summary>
internal sealed class SmokeActivity
{
    public SmokeActivity(SessionPage page, WidgetContext context, LoungeActivity widget)
    {
        Now = page.Sessions.Count(s => s.IsInProgress(context.Now));
        var zone = context.Business.TimeZone;
        Today = page.Sessions.Count(
            s => s.CreatedAt is { } created && DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(created, zone).DateTime) == context.Today);
        AreMore = Today > 0 && Today == page.Sessions.Count && Today >= SessionQuery.MaxPageSize;
        Recent = [.. page.Sessions.Take(widget.Limit).Select(s => new SessionModel(s, context, widget.CigarUrl))];
    }

    /// <summary>The number of sessions in progress.</summary>
    public long Now { get; }

    /// <summary>The number of sessions logged today.</summary>
    public long Today { get; }

    /// <summary>Whether there may be more today than were fetched.</summary>
    public bool AreMore { get; }

    public IReadOnlyList<SessionModel> Recent { get; }
}
