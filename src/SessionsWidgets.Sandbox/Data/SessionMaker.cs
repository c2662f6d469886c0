using SessionsWidgets.Sandbox.Pictures;

namespace SessionsWidgets.Sandbox.Data;

/// <summary>Draws the sessions of the last 90 days. Made for one use.</summary>
internal sealed class SessionMaker(int seed, DateTimeOffset now)
{
    private const int Days = 90;

    private static readonly (CigarShape Shape, int Shortest, int Longest)[] _minutes =
    [
        (CigarShape.PetitCorona, 28, 48), (CigarShape.Robusto, 42, 75), (CigarShape.Toro, 58, 95),
        (CigarShape.Churchill, 72, 125), (CigarShape.Torpedo, 55, 100), (CigarShape.Lancero, 50, 90),
    ];

    private readonly SeedRandom _random = new(seed);
    private readonly Venue _lounge = Catalogue.Venues[0];
    private readonly int[] _popularity = [.. Catalogue.Cigars.Select(cigar => cigar.Popularity)];
    private readonly int[] _shares = [.. Catalogue.Venues.Select(venue => venue.Share), 100 - Catalogue.Venues.Sum(venue => venue.Share)];

    /// <summary>The sessions, the oldest first.</summary>
    public IReadOnlyList<SeedSession> Make(int count)
    {
        var sessions = new List<SeedSession>(count);
        sessions.AddRange(Showcase.Make(_lounge, now));
        foreach (Venue venue in Catalogue.Venues.Where(venue => venue != _lounge))
        {
            for (int guest = 0; guest < venue.SmokingNow; guest++)
                sessions.Add(InProgress(venue));
        }

        while (sessions.Count < count)
            sessions.Add(Finished());
        return [.. sessions.OrderBy(session => session.CreatedAt).Select((session, index) => session with { Id = Ids.Session(index) })];
    }

    private SeedSession InProgress(Venue venue)
    {
        DateTimeOffset start = now.AddSeconds(-_random.Between(120, 3000));
        return new SeedSession
        {
            CreatedAt = start.AddSeconds(_random.Between(1, 40)),
            StartedAt = start,
            LeavesOut = _random.Chance(50),
            User = People.Draw(_random),
            Cigar = Cigar(),
            Venue = venue,
        };
    }

    private SeedSession Finished()
    {
        // One share more than there are venues: a session at home.
        int place = _random.Weighted(_shares);
        Venue? venue = place < Catalogue.Venues.Count ? Catalogue.Venues[place] : null;
        Cigar? cigar = _random.Chance(4) ? null : Cigar();
        Person person = People.Draw(_random);
        int seconds = Seconds(cigar);
        DateTimeOffset start = Start(venue, seconds);
        int? rating = _random.Chance(13) ? null : Rating(cigar);
        bool hasEnd = !_random.Chance(4);
        return new SeedSession
        {
            // A few are noted down when they begin, the others when they end.
            CreatedAt = _random.Chance(8)
                ? start.AddMilliseconds(_random.Below(40_000))
                : start.AddSeconds(seconds).AddMilliseconds(_random.Below(300_000)),
            StartedAt = _random.Chance(2) ? null : start,
            EndedAt = hasEnd ? start.AddSeconds(seconds) : null,
            DurationSeconds = hasEnd ? (_random.Chance(5) ? null : seconds) : (_random.Chance(50) ? seconds : null),
            Rating = rating,
            Note = Note(person, rating),
            Featured = rating >= 43 && _random.Chance(30),
            LeavesOut = _random.Chance(30),
            User = person,
            Cigar = cigar,
            Venue = venue,
        };
    }

    private DateTimeOffset Start(Venue? venue, int seconds)
    {
        DateTimeOffset start = BusyHours.Draw(_random, venue?.EveningHour ?? 21, Days, now);
        DateTimeOffset latest = now - (venue == _lounge ? Showcase.Span : TimeSpan.FromMinutes(10));
        while (start.AddSeconds(seconds) > latest)
            start = start.AddDays(-1);
        return start;
    }

    private Cigar Cigar() => Catalogue.Cigars[_random.Weighted(_popularity)];

    private int Seconds(Cigar? cigar)
    {
        (_, int shortest, int longest) = _minutes.First(minutes => minutes.Shape == (cigar?.Shape ?? CigarShape.Robusto));
        return _random.Between(shortest * 60, longest * 60);
    }

    private int Rating(Cigar? cigar)
    {
        int usual = 36 + (cigar is null ? 2 : cigar.Name.Length * 7 % 9);
        return _random.Chance(3) ? _random.Between(8, 25) : Math.Min(50, usual + _random.Between(-6, 8));
    }

    private string? Note(Person person, int? rating)
    {
        int kind = _random.Below(1000);
        return kind switch
        {
            < 430 => null,
            < 434 => _random.Pick(Notes.Hostile),
            < 442 => _random.Pick(Notes.VeryLong),
            _ => _random.Pick(Notes.Of(person.Language, isGood: rating is not < 36)),
        };
    }
}
