using SessionsWidgets.Sandbox.Pictures.Events;
using static SessionsWidgets.Sandbox.Data.Events.EventDays;

namespace SessionsWidgets.Sandbox.Data.Events;

/// <summary>What the lounge has coming up besides its standing evenings.</summary>
internal static class ComingEvents
{
    private const string Site = "https://stogies.example.com/events";

    public static readonly IReadOnlyList<SeedEvent> All =
    [
        new("A Day at the Rolling Tables", Monthly(DayOfWeek.Saturday, 5), new TimeOnly(9, 0), new TimeOnly(16, 0))
        {
            Description = "We are going to Estelí. From the curing barns at breakfast to the rolling tables in the afternoon, with the "
                + "people who make Valle Oscuro. You leave with ten cigars you rolled yourself, and a new respect for those you did not.",
            TimeZone = "America/Managua",
            LocationName = "Fábrica Valle Oscuro",
            Address = "Estelí, Nicaragua",
            Picture = new(EventSubject.Map, EventTone.Sand),
            Featured = true,
            ExternalUrl = $"{Site}/rolling-tables",
            Brand = Catalogue.Brands[1],
        },
        new("Cigar Weekend at the Lake", Weekly(DayOfWeek.Friday, 5), new TimeOnly(16, 0), new TimeOnly(14, 0))
        {
            MoreDays = 2,
            Description =
                "Three days, one lake, and nowhere else to be. We have taken the whole pavilion and the lawn down to the water: forty "
                + "chairs, a long table, two grills, and a humidor the size of a rowboat.\n\n"
                + "Friday starts slowly. Come when you can, find your name on a chair, and pick your welcome cigar from the open boxes. "
                + "Supper is whatever comes off the grill, and there is always too much of it.\n\n"
                + "Saturday is the full day. In the morning we walk the shore trail with coffee and a petit corona. After lunch there is "
                + "a blind tasting in four flights, with a prize that we have been told to keep quiet about. The band plays from seven, "
                + "the fire is lit at nine, and the last boat ride leaves when the last ash falls.\n\n"
                + "Sunday is for leftovers, slow smokes and good-byes. The pavilion is ours until two.\n\n"
                + "Meals, soft drinks and six cigars are in the ticket; rooms at the lodge are not, but mention us and they will be kind. "
                + "Bring a sweater. It gets cool by the water.",
            LocationName = "The Pavilion on Lake Murray",
            Address = "Shoreline Road, Chapin, SC",
            Picture = new(EventSubject.Lake, EventTone.Dusk),
            Featured = true,
            ExternalUrl = $"{Site}/lake-weekend",
            TicketUrl = "https://tickets.example.com/lake-weekend",
        },
        new("Porch Songs with the Screen Door Trio", Today, new TimeOnly(19, 0), new TimeOnly(22, 0))
        {
            Description = "Two guitars, one upright bass, no amplifiers. Old tunes and a few new ones that sound old. No cover; the hat "
                + "goes around twice.",
            Picture = new(EventSubject.Guitar, EventTone.Ember),
            Featured = true,
            ExternalUrl = $"{Site}/porch-songs",
        },
        new("Locker Holders’ Meeting", Weekly(DayOfWeek.Monday, 4), new TimeOnly(18, 30), new TimeOnly(19, 30))
        {
            Description = "Minutes, keys, coffee. We promise to be done in an hour.",
        },
        new("Midnight in the Humidor", Weekly(DayOfWeek.Saturday, 1), new TimeOnly(20, 0), new TimeOnly(2, 0))
        {
            Description = "Once a season we turn the lights down, open every drawer of the walk-in, and stay up past two. Maduros only, "
                + "dark rum on the bar, records instead of a playlist. Twenty-four tickets, and they do go.",
            Picture = new(EventSubject.Night, EventTone.Midnight),
            Featured = true,
            ExternalUrl = $"{Site}/midnight",
            TicketUrl = "https://tickets.example.com/midnight",
            Brand = Catalogue.Brands[1],
        },
        new("First Light: An Evening for Beginners", Weekly(DayOfWeek.Wednesday, 2), new TimeOnly(18, 0), new TimeOnly(20, 0))
        {
            Description = "How to cut, how to light, and when to put it down. Two mild cigars, patient company, and no question too small. "
                + "You do not need to bring anything.",
            Picture = new(EventSubject.Cigar, EventTone.Dusk),
            TicketUrl = "https://tickets.example.com/first-light",
        },
        new("The Final on the Big Screen", Weekly(DayOfWeek.Sunday, 3), new TimeOnly(12, 30), null)
        {
            Description = "Doors at half past twelve, kick-off at one, chili until the pot is empty. It ends when it ends.",
            Picture = new(EventSubject.Screen, EventTone.Moss),
        },
    ];
}
