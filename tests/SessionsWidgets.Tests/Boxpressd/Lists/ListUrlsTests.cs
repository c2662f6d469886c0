namespace SessionsWidgets.Tests.Boxpressd;

public class ListUrlsTests
{
    private static readonly Uri Base = new("https://api.example.com/v1/");

    [Fact]
    public void Of_NoOption_HasNoQuery() =>
        Address(new SessionQuery()).ShouldBe("https://api.example.com/v1/venues/stogies-chapin/sessions");

    [Fact]
    public void Of_ABrand_UsesItsPath() =>
        ListUrls.Of(Base, BusinessType.Brand, "casa", new SessionQuery())
            .AbsoluteUri.ShouldBe("https://api.example.com/v1/brands/casa/sessions");

    [Fact]
    public void Of_AllOptions_AreInTheQuery() =>
        Address(
            new SessionQuery { Limit = 10, Offset = 20, From = new DateOnly(2026, 7, 1), To = new DateOnly(2026, 7, 31), Featured = true })
            .ShouldBe(
                "https://api.example.com/v1/venues/stogies-chapin/sessions?limit=10&offset=20&from=2026-07-01&to=2026-07-31&featured=true");

    [Fact]
    public void Of_ACigar_UsesTheCigarEndpoint() =>
        Address(new SessionQuery { CigarId = "cgr_12345", Limit = 5 })
            .ShouldBe("https://api.example.com/v1/cigars/cgr_12345/sessions?limit=5");

    private static string Address(SessionQuery query) => ListUrls.Of(Base, BusinessType.Venue, "stogies-chapin", query).AbsoluteUri;
}
