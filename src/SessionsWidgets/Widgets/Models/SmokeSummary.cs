namespace SessionsWidgets;

/// <summary>The ratings of a sample in a line. Immutable.</summary>
/// <param name="Average">The average of the ratings; null if there are none.</param>
/// <param name="Rated">The number of rated sessions.</param>
/// <param name="Smokes">The number of sessions.</param>
/// <param name="AreLast">Whether they are the last ones, rather than some of them.</param>
internal sealed record SmokeSummary(double? Average, int Rated, int Smokes, bool AreLast)
{
    /// <summary>Sums up a sample; null if there is nothing to say, or ratings are hidden.</summary>
    public static SmokeSummary? Of(IReadOnlyList<SmokeSession> sessions, SmokesWidget widget, bool skips)
    {
        if (!widget.ShowRatings) return null;
        var rated = sessions.Count(static s => s.Rating is not null);
        var areLast = widget.To is null && widget.Featured is null && !skips;
        if (sessions.Count == 0 || (rated == 0 && !areLast)) return null;
        return new(sessions.Average(static s => s.Rating), rated, sessions.Count, areLast);
    }
}
