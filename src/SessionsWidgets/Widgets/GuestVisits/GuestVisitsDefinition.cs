namespace SessionsWidgets;

internal static class GuestVisitsDefinition
{
    public static WidgetDefinition Instance { get; } = new WidgetDefinition<GuestVisits>(
        "guest-visits",
        [
            new WidgetParameter<GuestVisits, int>(
                "days", ParameterKind.WholeNumber(2, 31), w => w.Days, (w, v) => w with { Days = v }, "How many days, today included."),
            new WidgetParameter<GuestVisits, int>(
                "sample", ParameterKind.WholeNumber(0, 500), w => w.Sample, (w, v) => w with { Sample = v },
                "How many visits the average stay is taken from; 0 for none."),
        ],
        Plan)
    {
        UnavailableKey = "guests_unavailable",
        IsSmall = true,
        Describe = members => members
            .AddGuestCount()
            .AddPart<VisitDay>(day => day
                .Member("date", d => d.Date)
                .Member("iso", d => d.Iso)
                .Member("today", d => d.IsToday)
                .Member("percent", d => (long)d.Percent)
                .Model("visits", d => d.Visits))
            .Add<GuestVisitsModel>(model => model
                .List("days", m => m.Days)
                .Member("average", m => m.Average)
                .Member("stay", m => (long?)m.Stay?.TotalSeconds)
                .Member("sample", m => (long)m.Sample)
                .Member("as_of", m => m.AsOf)),
    };

    private static WidgetPlan Plan(GuestVisits widget, WidgetContext context) => WidgetQuery.GuestVisits(widget.Days, widget.Sample)
        .ToModel(visits => new GuestVisitsModel(visits, context.GuestWifi.Floor, context.Today, context.Business.TimeZone));
}

/// <summary>Bars and averages are computed from counts that are safe to show.</summary>
internal sealed class GuestVisitsModel : WidgetModel
{
    public GuestVisitsModel(VisitCounts visits, int floor, DateOnly today, TimeZoneInfo zone)
    {
        var counts = visits.Days.Select(d => (d.Day, Visits: GuestCount.Of(d.Visits, floor))).ToList();
        var most = counts.Max(c => c.Visits.Shown);
        Days = [.. counts.Select(c => new VisitDay(c.Day, c.Visits, c.Day == today, most, zone))];
        // Today is not over yet.
        var over = counts.Where(c => c.Day != today).Select(c => c.Visits.Shown).ToList();
        Average = over.Count > 0 && over.Sum() > 0 ? (long)Math.Round(over.Average(), MidpointRounding.AwayFromZero) : null;
        (Stay, Sample) = visits.Sample >= floor ? (visits.AverageStay, visits.Sample) : (null, 0);
        AsOf = visits.FetchedAt;
    }

    public override bool IsEmpty => Days.All(d => d.Visits.IsNone);

    public IReadOnlyList<VisitDay> Days { get; }

    /// <summary>The average number of visits on the days that are over.</summary>
    public long? Average { get; }

    /// <summary>The average stay; null if the sample is below the floor.</summary>
    public TimeSpan? Stay { get; }

    public int Sample { get; }

    public DateTimeOffset AsOf { get; }
}
