namespace SessionsWidgets.Tests.Widgets;

public class SmokedCigarsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 18, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_Sessions_CountsAveragesAndOrders()
    {
        var cigars = SmokedCigars.Of(
            [
                Session("Toro", 5, hour: 5),
                Session("Lancero", null, hour: 4),
                Session("Robusto", 4, hour: 3),
                Session("Toro", 4, hour: 2),
                Session("Toro", null, hour: 1),
                Session("Robusto", null, hour: 0),
                Session(null, 1, hour: 0),
            ],
            new CigarCards { Limit = 10 });

        cigars.Select(c => (c.Cigar.Cigar.Name, c.Smokes, c.Rating))
            .ShouldBe([("Toro", 3, 4.5), ("Robusto", 2, 4.0), ("Lancero", 1, null)]);
        cigars[0].LastSmoked.ShouldBe(Noon.AddHours(5));
    }

    [Fact]
    public void Of_SameCount_TheOneSmokedLastComesFirst() =>
        SmokedCigars.Of([Session("New", null, 2), Session("Old", null, 1)], new CigarCards())
            .Select(c => c.Cigar.Cigar.Name)
            .ShouldBe(["New", "Old"]);

    [Fact]
    public void Of_CigarsWithoutId_AreKnownByBrandAndName()
    {
        var sessions = new[] { "A", "B", "A" }.Select(brand => new SmokeSession
        {
            Id = brand, User = new SessionUser { DisplayName = "Jo" }, Cigar = new SessionCigar { Name = "Toro", BrandName = brand },
        });
        SmokedCigars.Of(sessions, new CigarCards()).Select(c => (c.Cigar.Cigar.BrandName, c.Smokes)).ShouldBe([("A", 2), ("B", 1)]);
    }

    private static SmokeSession Session(string? cigar, double? rating, int hour) => new()
    {
        Id = $"{cigar}{hour}",
        CreatedAt = Noon.AddHours(hour),
        Rating = rating,
        User = new SessionUser { DisplayName = "Jo Example" },
        Cigar = cigar is null ? null : new SessionCigar { Id = cigar, Name = cigar },
    };
}
