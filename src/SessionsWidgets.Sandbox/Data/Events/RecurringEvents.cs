using SessionsWidgets.Sandbox.Pictures.Events;
using static SessionsWidgets.Sandbox.Data.Events.EventDays;

namespace SessionsWidgets.Sandbox.Data.Events;

/// <summary>The lounge's standing evenings: one a week, one a month.</summary>
internal static class RecurringEvents
{
    public static readonly IReadOnlyList<SeedEvent> All =
    [
        CigarNight(
            2,
            "A fresh box of Casa Belmonte goes on the counter at seven. The second Reserva Robusto is on us for as long as the box lasts, "
            + "which last time was about an hour.",
            Catalogue.Brands[0]),
        BlendTasting(
            1,
            "Three cigars without bands, one notebook, no hints. We tell you what you smoked at eight o’clock and not a minute earlier. "
            + "Twelve seats; a pencil, water and plain crackers come with yours."),
        CigarNight(-1, "The usual: good chairs, an easy crowd, and the porch doors open if the evening stays dry."),
        BlendTasting(-3, "Same blend, three wrappers: natural, colorado, maduro. You will not believe it is the same filler."),
        CigarNight(
            1,
            "The one night of the week when the whole room seems to know each other. Light what you like, stay as long as it lasts. "
            + "First time here? Ask for the window seat."),
        BlendTasting(-1, "Ligero from three valleys, smoked side by side. Eat something first."),
        CigarNight(-5, "Bring the oldest cigar in your humidor and the story that goes with it."),
        BlendTasting(-5, "Fresh from the roller against the same cigar with two years of rest. Patience wins, but by less than you think."),
    ];

    private static SeedEvent CigarNight(int week, string description, Brand? brand = null) =>
        new("Thursday Cigar Night", Weekly(DayOfWeek.Thursday, week), new TimeOnly(19, 0), new TimeOnly(22, 0))
        {
            Description = description,
            Picture = new(EventSubject.Cigar, EventTone.Ember),
            Brand = brand,
        };

    private static SeedEvent BlendTasting(int month, string description) =>
        new("First Tuesday Blend Tasting", Monthly(DayOfWeek.Tuesday, month), new TimeOnly(18, 30), new TimeOnly(20, 30))
        {
            Description = description,
            Picture = new(EventSubject.Leaves, EventTone.Moss),
            TicketUrl = "https://tickets.example.com/blend-tasting",
        };
}
