using SessionsWidgets.Sandbox.Pictures.Events;
using static SessionsWidgets.Sandbox.Data.Events.EventDays;

namespace SessionsWidgets.Sandbox.Data.Events;

/// <summary>What the lounge's guests may remember, besides its standing evenings.</summary>
internal static class PastEvents
{
    private const string Site = "https://stogies.example.com/events";

    public static readonly IReadOnlyList<SeedEvent> All =
    [
        new("Chess and Coronas", Weekly(DayOfWeek.Monday, -6), new TimeOnly(18, 0), new TimeOnly(21, 30))
        {
            Description = "Six boards, six clocks, one rule: no relighting on your opponent’s time.",
            SaysTimeZone = false,
            Picture = new(EventSubject.Chess, EventTone.Sand),
        },
        new("Eleven Years of Smoke: The Anniversary", Monthly(DayOfWeek.Saturday, -6), new TimeOnly(20, 0), new TimeOnly(1, 0))
        {
            Description = "Eleven years ago we had four chairs and a window unit. Come and see what became of it: cake at nine, a toast at "
                + "eleven, and a cigar from the very first box for everyone who was there in the first week.",
            Picture = new(EventSubject.Stage, EventTone.Ember),
            Featured = true,
            ExternalUrl = $"{Site}/anniversary",
        },
        new("Rum, Sugar, Maduro", Weekly(DayOfWeek.Friday, -12), new TimeOnly(19, 0), new TimeOnly(21, 30))
        {
            Description = "Four dark rums against four dark wrappers. We pour, you match, and the table settles the argument.",
            Picture = new(EventSubject.Glasses, EventTone.Ember),
            TicketUrl = "https://tickets.example.com/rum-maduro",
        },
        new("An Evening with Casa Belmonte", Weekly(DayOfWeek.Friday, -3), new TimeOnly(18, 0), new TimeOnly(21, 0))
        {
            Description = "The people behind the claret band bring the new Cosecha, two months before anybody else has it. "
                + "Buy three, keep the fourth, and stay for the stories.",
            Picture = new(EventSubject.Leaves, EventTone.Ember),
            ExternalUrl = $"{Site}/casa-belmonte",
            Brand = Catalogue.Brands[0],
        },
        new("Stand-Up and Stogies", Weekly(DayOfWeek.Friday, -9), new TimeOnly(20, 30), new TimeOnly(22, 30))
        {
            Description = "Four comics, one stool, a two-cigar minimum. Front row sits at its own risk.",
            Picture = new(EventSubject.Stage, EventTone.Midnight),
            ExternalUrl = $"{Site}/stand-up",
            TicketUrl = "https://tickets.example.com/stand-up",
        },
        new("Smoke for the Fire Company", Monthly(DayOfWeek.Saturday, -4), new TimeOnly(12, 0), new TimeOnly(18, 0))
        {
            Description = "Our volunteers answer the bell for free; this afternoon the bell is ours. Raffle, barbecue and a silent auction "
                + "of thirty boxes. Every dollar goes to the new pumper.",
            LocationName = "Fire Station No. 2",
            Picture = new(EventSubject.Cigar, EventTone.Moss),
            Featured = true,
            ExternalUrl = $"{Site}/fire-company",
        },
        new("Marchetti at Table: Five Courses, Four Vitolas", Monthly(DayOfWeek.Sunday, -2), new TimeOnly(18, 0), new TimeOnly(22, 0))
        {
            Description = "A long table, a short menu in Italian, and a different Marchetti after every course but the soup. "
                + "Jackets welcome, appetite required.",
            Picture = new(EventSubject.Glasses, EventTone.Dusk),
            TicketUrl = "https://tickets.example.com/marchetti-dinner",
            Brand = Catalogue.Brands[2],
        },
        new("Midnight in the Humidor", Weekly(DayOfWeek.Saturday, -10), new TimeOnly(20, 0), new TimeOnly(2, 0))
        {
            Description = "The late one. Maduros, rum, records, and the long way home.",
            Picture = new(EventSubject.Night, EventTone.Midnight),
            Featured = true,
            TicketUrl = "https://tickets.example.com/midnight",
        },
        new("Songs by the Humidor", Weekly(DayOfWeek.Saturday, -7), new TimeOnly(19, 0), new TimeOnly(21, 0))
        {
            Description = "One voice, one guitar, and the softest chairs in the county.",
            Picture = new(EventSubject.Guitar, EventTone.Dusk),
        },
    ];
}
