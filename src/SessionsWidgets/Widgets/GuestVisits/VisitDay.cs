namespace SessionsWidgets;

/// <summary>A day of the chart. Immutable.</summary>
internal sealed class VisitDay(DateOnly day, GuestCount visits, bool isToday, long most, TimeZoneInfo zone)
{
    /// <summary>Noon, which daylight saving does not change.</summary>
    public DateTimeOffset Date { get; } = new(day.ToDateTime(new TimeOnly(12, 0)), zone.GetUtcOffset(day.ToDateTime(new TimeOnly(12, 0))));

    /// <summary>The date for <c>datetime</c>: "2026-07-18".</summary>
    public string Iso { get; } = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public bool IsToday { get; } = isToday;

    public GuestCount Visits { get; } = visits;

    /// <summary>The height of the bar in percent of the highest; counts below the floor have the same height.</summary>
    public int Percent { get; } = most == 0 ? 0 : (int)Math.Ceiling(visits.Shown * 100.0 / most);
}
