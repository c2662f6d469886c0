using SessionsWidgets.Sandbox.Pictures.Events;
using static SessionsWidgets.Sandbox.Data.Events.EventDays;

namespace SessionsWidgets.Sandbox.Data.Events;

/// <summary>A few events of the other venues, so that each has a list of its own; the last venue has none yet.</summary>
internal static class OtherVenuesEvents
{
    public static readonly IReadOnlyList<SeedEvent> All =
    [
        new("Late Leaf: Jazz Downstairs", Weekly(DayOfWeek.Friday, 1), new TimeOnly(20, 30), new TimeOnly(0, 30))
        {
            Description = "A quartet, low lamps, and the good armchairs. Mind the stairs on the way up.",
            Venue = Catalogue.Venues[1],
            TimeZone = "Europe/London",
            LocationName = Catalogue.Venues[1].Name,
            Address = "14 Tanner’s Yard, London",
            Picture = new(EventSubject.Stage, EventTone.Dusk),
            ExternalUrl = "https://copper-leaf.example.com/late-leaf",
        },
        // Text that must never become markup has to come from somewhere.
        new("\"Open House\" & <b>Friends</b> {{ venue.name }}", Weekly(DayOfWeek.Wednesday, -2), new TimeOnly(17, 0), new TimeOnly(20, 0))
        {
            Description = "<script>document.title = 'smoke'</script> Tea, biscuits and a mild corona.",
            Venue = Catalogue.Venues[1],
            TimeZone = "Europe/London",
            LocationName = Catalogue.Venues[1].Name,
            Address = null,
        },
        new("Rum und Rauch am Kai", Weekly(DayOfWeek.Saturday, 3), new TimeOnly(19, 0), new TimeOnly(23, 0))
        {
            Description = "Vier Sorten Rum, vier Zigarren, ein Blick auf die Schiffe. Anmeldung an der Bar genügt.",
            Venue = Catalogue.Venues[2],
            TimeZone = "Europe/Berlin",
            LocationName = Catalogue.Venues[2].Name,
            Address = "Kaistraße 9, Hamburg",
            Picture = new(EventSubject.Glasses, EventTone.Midnight),
            TicketUrl = "https://tickets.example.com/rum-rauch",
        },
    ];
}
