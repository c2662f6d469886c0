namespace SessionsWidgets;

/// <summary>The smokes' half of the lounge's activity. Immutable.</summary>
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

    /// <summary>How many are smoking now.</summary>
    public long Now { get; }

    /// <summary>How many smokes were logged today.</summary>
    public long Today { get; }

    /// <summary>Whether all that were looked through are of today, so that there may be more.</summary>
    public bool AreMore { get; }

    public IReadOnlyList<SessionModel> Recent { get; }
}
