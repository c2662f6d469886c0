namespace SessionsWidgets.Tests.Http;

public class ApiAddressTests
{
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
        Should.Throw<ParameterException>(() => ApiAddress.ValidateBase("ApiBaseUrl", new Uri("api/v1", UriKind.Relative)))
            .Message.ShouldStartWith("ApiBaseUrl is 'api/v1'");
}
