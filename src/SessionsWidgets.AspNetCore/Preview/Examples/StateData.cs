using SessionsWidgets.Sandbox.Data;
using SessionsWidgets.Sandbox.Data.CheckIns;
using SessionsWidgets.Sandbox.Data.Events;
using SessionsWidgets.Sandbox.Data.GuestWifi;

namespace SessionsWidgets.Preview.Examples;

/// <summary>Changes what is newest at the sample's lounge, so that widgets show a state.</summary>
internal static class StateData
{
    /// <summary>More than any widget shows.</summary>
    private const int Count = 30;

    private static readonly Venue Lounge = Catalogue.Venues[0];

    /// <summary>Half a dozen people are smoking, and two events are happening.</summary>
    public static SandboxData InProgress(SandboxData full)
    {
        var now = ExampleClock.Instance.GetUtcNow();
        int[] minutes = [4, 11, 23, 38, 52, 75];
        return Change(
            full,
            (session, index) => index >= minutes.Length ? session : session with
            {
                CreatedAt = now.AddMinutes(-minutes[index]).AddSeconds(20),
                StartedAt = now.AddMinutes(-minutes[index]),
                EndedAt = null,
                DurationSeconds = null,
                Rating = null,
            },
            (seed, index) => index >= 2 ? seed : seed with
            {
                Day = EventDays.Today,
                From = TimeOnly.FromDateTime(now.UtcDateTime.AddHours(-1 - index)),
                To = TimeOnly.FromDateTime(now.UtcDateTime.AddHours(2 + index)),
                MoreDays = 0,
                TimeZone = "UTC",
                SaysTimeZone = false,
            },
            static (checkIn, _) => checkIn);
    }

    /// <summary>Everything is as long as people make it.</summary>
    public static SandboxData Long(SandboxData full)
    {
        Person[] people = [.. People.All.Where(static p => p.DisplayName.Length > 40)];
        var cigar = Catalogue.Cigars.MaxBy(static c => c.Name.Length)!;
        Cigar[] cigars = [cigar, cigar with { Name = "Donaudampfschifffahrtsgesellschaftskapitän Gran Churchill Extra Maduro" }];
        var venue = Lounge with { Name = "The Worshipful Company of Cigar Merchants’ Lounge, Library and Tap House at Old Harbor" };
        return Change(
            full,
            (session, index) => session with
            {
                User = people[index % people.Length],
                Cigar = cigars[index % cigars.Length],
                Note = Notes.VeryLong[index % Notes.VeryLong.Count],
                Venue = venue,
            },
            (seed, index) => seed with
            {
                Title = "The Midsummer Night’s Blind Tasting, Whisky Pairing and Silent Auction for the Benefit of the Harbor Lifeboat",
                Description = Notes.VeryLong[index % Notes.VeryLong.Count],
                LocationName = venue.Name,
                Address = "The Old Customs House, Second Floor, 1420 Shoreline Road at the Corner of Lower Cedar Row, Chapin, SC",
            },
            (checkIn, index) => checkIn with
            {
                User = people[index % people.Length], Note = Notes.VeryLong[index % Notes.VeryLong.Count], Venue = venue,
            },
            static guest => guest with { Device = "Galaxy Tab S9 Ultra 5G Enterprise Edition in a landscape dock, Android 14 WebView" });
    }

    /// <summary>Names and notes are written from right to left.</summary>
    public static SandboxData RightToLeft(SandboxData full)
    {
        string[] languages = ["ar", "ar", "he"];
        var people = languages.Distinct().ToDictionary(
            static l => l, static l => People.All.Where(p => p.Language == l).ToList(), StringComparer.Ordinal);
        var cigar = Catalogue.Cigars[0];
        Cigar[] cigars =
        [
            cigar with { Name = "توربيدو ٢٠١٩", Brand = cigar.Brand with { Name = "دار الدخان" } },
            Catalogue.Cigars[2],
            cigar with { Name = "טורו מדורו", Brand = cigar.Brand with { Name = "בית העלים" } },
        ];
        return Change(
            full,
            (session, index) => session with
            {
                User = Of(index), Cigar = cigars[index % cigars.Length], Note = session.Note is null ? null : Pick(Notes.Of, index),
                Venue = Lounge with { Name = "ردهة النخيل" },
            },
            (seed, index) => seed with
            {
                Title = index % 2 == 0 ? "أمسية السيجار والقهوة" : "תה ועשן בחצר",
                Description = Pick(Notes.Of, index),
                LocationName = "ردهة النخيل",
                Address = "شارع الميناء ١٤",
            },
            (checkIn, index) => checkIn with
            {
                User = Of(index), Note = checkIn.Note is null ? null : Pick(Notes.OfVisit, index),
            });

        Person Of(int index)
        {
            var named = people[languages[index % languages.Length]];
            return named[index % named.Count];
        }

        string Pick(Func<string, bool, IReadOnlyList<string>> notes, int index)
        {
            var texts = notes(languages[index % languages.Length], true);
            return texts[index % texts.Count];
        }
    }

    private static SandboxData Change(
        SandboxData full, Func<SeedSession, int, SeedSession> session, Func<SeedEvent, int, SeedEvent> seed,
        Func<SeedCheckIn, int, SeedCheckIn> checkIn, Func<Guest, Guest>? guest = null)
    {
        var now = ExampleClock.Instance.GetUtcNow();
        return new SandboxData(
            Newest(full.Sessions.All, static s => s.Venue?.Id == Lounge.Id, session),
            Newest(
                [.. full.Events.All.OrderBy(static e => e.StartsAt)],
                e => e.Seed.Venue == Lounge && e.OverAt > now,
                (e, index) => new DatedEvent(e.Id, seed(e.Seed, index), now)),
            Newest(full.CheckIns.All, static c => c.Venue == Lounge, checkIn),
            guest is null
                ? full.GuestSessions
                : full.GuestSessions.With(s => s with { Guest = guest(s.Guest) }),
            ExampleClock.Instance);
    }

    private static IEnumerable<T> Newest<T>(IReadOnlyList<T> all, Func<T, bool> isOfLounge, Func<T, int, T> change)
    {
        var index = 0;
        foreach (var item in all) yield return isOfLounge(item) && index < Count ? change(item, index++) : item;
    }
}
