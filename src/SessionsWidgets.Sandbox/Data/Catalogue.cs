using SessionsWidgets.Sandbox.Pictures;
using static SessionsWidgets.Sandbox.Pictures.CigarShape;
using static SessionsWidgets.Sandbox.Pictures.CigarWrapper;

namespace SessionsWidgets.Sandbox.Data;

/// <param name="Id">The id in addresses.</param>
/// <param name="Name">The shown name.</param>
/// <param name="Share">How many of a hundred sessions happen here.</param>
/// <param name="EveningHour">The busiest hour, in UTC: the lounges are in different places.</param>
/// <param name="SmokingNow">How many sessions are in progress at the start.</param>
internal sealed record Venue(string Id, string Name, int Share, int EveningHour, int SmokingNow);

internal sealed record Brand(string Id, string Name, CigarBand Band);

internal sealed record Cigar(string Id, string Name, Brand Brand, CigarShape Shape, CigarWrapper Wrapper, int Popularity, bool HasPicture);

/// <summary>The made-up businesses and cigars, the same for every seed.</summary>
internal static class Catalogue
{
    /// <summary>The last one has no sessions yet: a true empty answer.</summary>
    public static readonly IReadOnlyList<Venue> Venues =
    [
        new("stogies-chapin", "Stogies Cigar Lounge & Tap House", 47, 0, 2),
        new("copper-leaf", "The Copper Leaf Smoking Room", 28, 20, 4),
        new("harbour-nine", "Harbour Nine Cigar Bar", 20, 18, 2),
        new("quiet-corner", "Quiet Corner Cigar Room", 0, 19, 0),
    ];

    public static readonly IReadOnlyList<Brand> Brands =
    [
        new("casa-belmonte", "Casa Belmonte", new(BandColour.Claret, BandDesign.Medallion)),
        new("valle-oscuro", "Valle Oscuro", new(BandColour.Ivory, BandDesign.Diamond)),
        new("marchetti", "Marchetti", new(BandColour.Plum, BandDesign.Medallion)),
        new("old-harbor", "Old Harbor", new(BandColour.Ink, BandDesign.Rings)),
        new("alder-finch", "Alder & Finch", new(BandColour.Navy, BandDesign.Double)),
        new("dos-rios", "Dos Ríos", new(BandColour.Forest, BandDesign.Diamond)),
        new("san-andres-de-la-perla", "Manufactura San Andrés de la Perla", new(BandColour.Forest, BandDesign.Medallion)),
        new("hanabira", "Hanabira", new(BandColour.Claret, BandDesign.Double)),
    ];

    public static readonly IReadOnlyList<Cigar> Cigars = Number(
    [
        ("Reserva Robusto", 0, Robusto, Colorado, 9, true),
        ("Reserva Toro", 0, Toro, Colorado, 6, true),
        ("Doña Inés Petit Corona", 0, PetitCorona, Natural, 4, true),
        ("Cosecha 2017 Torpedo", 0, Torpedo, Maduro, 3, true),
        ("Vespertina Churchill", 0, Churchill, Colorado, 3, true),
        ("Maduro Toro", 1, Toro, Maduro, 8, true),
        ("Maduro Robusto", 1, Robusto, Maduro, 5, true),
        ("Noche Larga Churchill", 1, Churchill, Maduro, 3, true),
        ("Piedra Negra Torpedo", 1, Torpedo, Maduro, 3, true),
        ("Sombra Petit Corona", 1, PetitCorona, Colorado, 2, false),
        ("Churchill", 2, Churchill, Natural, 6, true),
        ("Lancero Classico", 2, Lancero, Natural, 3, true),
        ("Piazza Robusto", 2, Robusto, Natural, 4, true),
        ("Ottavo Torpedo", 2, Torpedo, Colorado, 2, true),
        ("Mezz’ora Petit Corona", 2, PetitCorona, Natural, 4, true),
        ("Lancero", 3, Lancero, Natural, 4, true),
        ("Lighthouse Toro", 3, Toro, Colorado, 5, true),
        ("Customs House Robusto", 3, Robusto, Maduro, 4, true),
        ("Pilot’s Rest Petit Corona", 3, PetitCorona, Colorado, 2, true),
        ("Night Ferry Churchill", 3, Churchill, Maduro, 2, true),
        ("No. 4 Petit Corona", 4, PetitCorona, Natural, 6, true),
        ("No. 7 Robusto", 4, Robusto, Colorado, 4, true),
        ("No. 9 Toro", 4, Toro, Natural, 3, true),
        ("No. 12 Torpedo", 4, Torpedo, Maduro, 2, true),
        ("Drawing Room Lancero", 4, Lancero, Colorado, 2, false),
        ("Torpedo 2019", 5, Torpedo, Colorado, 6, true),
        ("Confluencia Toro", 5, Toro, Natural, 3, true),
        ("Orilla Robusto", 5, Robusto, Maduro, 3, true),
        ("Meandro Lancero", 5, Lancero, Maduro, 2, true),
        ("Delta Churchill", 5, Churchill, Natural, 2, true),
        ("Edición Limitada Aniversario Gran Toro, aged ten years", 6, Toro, Maduro, 4, true),
        ("Clásico Robusto", 6, Robusto, Natural, 3, true),
        ("Galera Vieja Torpedo", 6, Torpedo, Colorado, 2, true),
        ("Siesta Petit Corona", 6, PetitCorona, Natural, 2, true),
        ("Faro del Sur Churchill", 6, Churchill, Colorado, 2, true),
        ("夜桜 Robusto", 7, Robusto, Maduro, 3, true),
        ("夕凪 Petit Corona", 7, PetitCorona, Natural, 3, true),
        ("Hana No. 2 Lancero", 7, Lancero, Colorado, 2, true),
        ("Yoake Toro", 7, Toro, Natural, 2, true),
        // Text that must never become markup has to come from somewhere; nobody smokes this one often.
        ("\"No Label\" & <Leaf> {{ Toro }}", 7, Toro, Colorado, 1, false),
    ]);

    public static Cigar CigarNamed(string name) => Cigars.First(cigar => cigar.Name == name);

    private static Cigar[] Number(
        (string Name, int Brand, CigarShape Shape, CigarWrapper Wrapper, int Popularity, bool HasPicture)[] cigars) =>
    [
        .. cigars.Select((cigar, index) => new Cigar(
            Ids.Cigar(index), cigar.Name, Brands[cigar.Brand], cigar.Shape, cigar.Wrapper, cigar.Popularity, cigar.HasPicture)),
    ];
}
