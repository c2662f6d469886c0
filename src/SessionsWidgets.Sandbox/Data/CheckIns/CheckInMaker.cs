namespace SessionsWidgets.Sandbox.Data.CheckIns;

/// <summary>A made-up check-in.</summary>
/// <param name="CreatedAt">When.</param>
/// <param name="User">Who.</param>
/// <param name="Venue">Where.</param>
/// <param name="Rating">1 to 5.</param>
/// <param name="Note">What they wrote.</param>
/// <param name="LeavesOut">Whether parts without a value are missing from the JSON rather than null.</param>
internal sealed record SeedCheckIn(DateTimeOffset CreatedAt, Person User, Venue Venue, int? Rating, string? Note, bool LeavesOut)
{
    /// <summary>Given when all check-ins are in order.</summary>
    public string Id { get; init; } = "";
}

/// <summary>Draws the check-ins of the last 90 days. Made for one use.</summary>
internal sealed class CheckInMaker(SeedRandom random, DateTimeOffset now)
{
    private const int Days = 90;

    /// <summary>How many of a hundred give 1, 2, 3, 4 and 5.</summary>
    private static readonly int[] _ratings = [2, 4, 12, 34, 48];

    private readonly int[] _shares = [.. Catalogue.Venues.Select(venue => venue.Share)];

    /// <summary>The check-ins, the oldest first.</summary>
    public IReadOnlyList<SeedCheckIn> Make(int count)
    {
        var checkIns = new List<SeedCheckIn>(count);
        checkIns.AddRange(CheckInShowcase.Make(Catalogue.Venues[0], now));
        while (checkIns.Count < count)
            checkIns.Add(Draw());
        return [.. checkIns.OrderBy(checkIn => checkIn.CreatedAt).Select((checkIn, index) => checkIn with { Id = Ids.CheckIn(index) })];
    }

    private SeedCheckIn Draw()
    {
        Venue venue = Catalogue.Venues[random.Weighted(_shares)];
        DateTimeOffset time = BusyHours.Draw(random, venue.EveningHour, Days, now).AddMilliseconds(random.Below(1000));
        DateTimeOffset latest = now - (venue == Catalogue.Venues[0] ? CheckInShowcase.Span : TimeSpan.FromMinutes(5));
        while (time > latest)
            time = time.AddDays(-1);
        Person person = People.Draw(random);
        int? rating = random.Chance(35) ? null : 1 + random.Weighted(_ratings);
        return new SeedCheckIn(time, person, venue, rating, Note(person, rating), random.Chance(30));
    }

    private string? Note(Person person, int? rating) => random.Below(1000) switch
    {
        < 600 => null,
        < 604 => random.Pick(Notes.Hostile),
        _ => random.Pick(Notes.OfVisit(person.Language, isGood: rating is not < 4)),
    };
}
