namespace SessionsWidgets.Sandbox.Data;

/// <summary>The newest dozen at the sample's lounge, chosen by hand: what a visitor of the sample site sees first.</summary>
internal static class Showcase
{
    /// <summary>How far back the dozen reaches; the lounge's drawn sessions end before.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromHours(22);

    private static readonly Evening[] _evenings =
    [
        new(9, null, "Jo E.", "Reserva Robusto", null, null),
        new(38, null, "Trevor B.", "Lighthouse Toro", null, "Lit evenly and burning cool. Toasted bread and a little cedar so far."),
        new(
            125, 74, "María L.", "Maduro Toro", 48,
            "Cedar and cream from the first third, then a long cocoa finish. Never needed a touch-up."),
        new(215, 42, "Sam K.", "No. 4 Petit Corona", 42, "Sweeter than I remember."),
        new(290, 86, "نورة ع.", "Torpedo 2019", 45, "هادئ ومتوازن، مع لمسة من البن ونهاية طويلة."),
        new(385, 118, "Bartholomew Featherstone-C.", "Edición Limitada Aniversario Gran Toro, aged ten years", 39,
            "Opened tight and came good after the second inch: leather, black pepper and a little orange peel. Happily again, with a "
            + "dark rum and nowhere to be."),
        new(470, 108, "美咲 佐.", "Churchill", 50, "甘い香り。ゆっくり楽しめました。"),
        new(560, 55, "Aurélie D.", "夕凪 Petit Corona", 44, "Noisette, pain grillé, une pointe de miel. Parfait avant le dîner."),
        new(700, 63, "Łukasz W.", "Customs House Robusto", 41, null),
        new(845, 79, "Анна К.", "Piedra Negra Torpedo", 46, "Тёмный шоколад и чернослив, ровное горение до самого конца."),
        new(1010, 58, "Dee R.", "Lancero", null, "Razor-sharp burn, thin as a pencil, gone too soon."),
        new(1190, 66, "지우 박.", "Clásico Robusto", 43, "부드럽고 고소해요. 커피와 잘 어울립니다."),
    ];

    public static IEnumerable<SeedSession> Make(Venue lounge, DateTimeOffset now) => _evenings.Select((evening, index) =>
    {
        DateTimeOffset start = now.AddMinutes(-evening.MinutesAgo).AddSeconds(-17 * index);
        DateTimeOffset? end = evening.Minutes is { } minutes ? start.AddMinutes(minutes) : null;
        return new SeedSession
        {
            CreatedAt = end?.AddSeconds(95) ?? start.AddSeconds(20),
            StartedAt = start,
            EndedAt = end,
            DurationSeconds = evening.Minutes * 60,
            Rating = evening.Rating,
            Note = evening.Note,
            Featured = index % 3 == 2,
            LeavesOut = index % 4 == 0,
            User = People.Named(evening.Person),
            Cigar = Catalogue.CigarNamed(evening.Cigar),
            Venue = lounge,
        };
    });

    private sealed record Evening(int MinutesAgo, int? Minutes, string Person, string Cigar, int? Rating, string? Note);
}
