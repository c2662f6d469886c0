namespace SessionsWidgets.Tests.Boxpressd;

public class ApiAddressTests
{
    private static readonly Uri Base = new("https://api.example.com/v1/");

    [Fact]
    public void Sessions_NoOption_HasNoQuery() =>
        Address(new SessionQuery()).ShouldBe("https://api.example.com/v1/venues/stogies-chapin/sessions");

    [Fact]
    public void Sessions_OfABrand_UsesItsPath() =>
        SessionAddress.Of(
            Base, BusinessType.Brand, "casa", new SessionQuery()).AbsoluteUri.ShouldBe("https://api.example.com/v1/brands/casa/sessions");

    [Fact]
    public void Sessions_AllOptions_AreInTheQuery() =>
        Address(
            new SessionQuery { Limit = 10, Offset = 20, From = new DateOnly(2026, 7, 1), To = new DateOnly(2026, 7, 31), Featured = true })
            .ShouldBe(
                "https://api.example.com/v1/venues/stogies-chapin/sessions?limit=10&offset=20&from=2026-07-01&to=2026-07-31&featured=true");

    [Fact]
    public void Sessions_OfACigar_UseTheCigarEndpoint() =>
        Address(new SessionQuery { CigarId = "cgr_12345", Limit = 5 })
            .ShouldBe("https://api.example.com/v1/cigars/cgr_12345/sessions?limit=5");

    [Theory]
    [InlineData("https://api.example.com")]
    [InlineData("http://127.0.0.1:5081")]
    [InlineData("http://localhost/api")]
    [InlineData("http://[::1]:80")]
    public void ValidateBase_HttpsOrLoopback_IsAllowed(string url) => ApiAddress.ValidateBase("ApiBaseUrl", new Uri(url)).ShouldNotBeNull();

    [Theory]
    [InlineData("http://api.example.com")]
    [InlineData("ftp://api.example.com")]
    [InlineData("https://user:password@api.example.com")]
    [InlineData("https://api.example.com?key=1")]
    [InlineData("https://api.example.com#part")]
    public void ValidateBase_AnythingElse_IsRefusedWithoutShowingSecrets(string url)
    {
        var error = Should.Throw<ParameterException>(() => ApiAddress.ValidateBase("ApiBaseUrl", new Uri(url)));
        error.Message.ShouldContain("absolute https address");
        error.Message.ShouldNotContain("password");
        error.Message.ShouldNotContain("key=1");
    }

    [Fact]
    public void ValidateBase_Relative_IsRefused() =>
        Should.Throw<ParameterException>(
            () =>
                ApiAddress.ValidateBase(
                    "ApiBaseUrl", new Uri("api/v1", UriKind.Relative))).Message.ShouldStartWith("ApiBaseUrl is 'api/v1'");

    private static string Address(SessionQuery query) => SessionAddress.Of(Base, BusinessType.Venue, "stogies-chapin", query).AbsoluteUri;
}
