namespace SessionsWidgets.Cli.Tests;

/// <summary>Addresses of APIs that no request can be made to: the message names the setting.</summary>
public class AddressSettingTests
{
    [Theory]
    [InlineData(@"https://127.0.0.1:19810\@evil")]
    [InlineData("https://127.0.0.1:19810@evil")]
    [InlineData("https://user:pass@api.example.com")]
    [InlineData("https://api.example.com:99999")]
    [InlineData("https://api.example.com:-1")]
    [InlineData("https://api.example.com:80:90")]
    [InlineData("https://api.example.com:443 :1")]
    [InlineData("https://api example.com")]
    [InlineData("https://api.example.com:\u00a0")]
    [InlineData("https://api.example.com:443\u2003")]
    [InlineData("https://xn--\u00e9")]
    [InlineData("https://")]
    [InlineData("https:///venues")]
    [InlineData("https://[::1")]
    [InlineData("https://%00")]
    [InlineData("http://api.example.com")]
    [InlineData("http:/x")]
    [InlineData("http:x")]
    [InlineData("//api.example.com")]
    [InlineData("api.example.com")]
    [InlineData("a: ")]
    [InlineData("/venues")]
    [InlineData("file:///venues")]
    [InlineData("https://api.example.com/?q=1")]
    [InlineData("https://api.example.com/#a")]
    [InlineData("")]
    public async Task Render_AddressThatIsNone_NamesTheSettingWithExitCode2(string address)
    {
        var option = await CliRun.Of(["render", "recent-smokes", "--business-id", "a", "--api-base-url", address]);
        var variable = await CliRun.Of(
            ["render", "recent-smokes", "--business-id", "a"], variables: ("SessionsWidgets__ApiBaseUrl", address));
        var guests = await CliRun.Of(
            ["render", "guests-online", "--business-id", "a", "--api-base-url", "https://api.example.com"],
            variables:
            [
                ("SessionsWidgets__GuestWifi__ApiBaseUrl", address), ("SessionsWidgets__GuestWifi__AccessToken", "t"),
                ("SessionsWidgets__GuestWifi__LocationId", "l"),
            ]);
        foreach (var (run, setting) in new[] { (option, ""), (variable, ""), (guests, "GuestWifi:") })
        {
            run.Error.ShouldStartWith($"sessions-widgets: SessionsWidgets:{setting}ApiBaseUrl is ");
            run.Error.ShouldContain("it must be an absolute https address (http only on loopback)");
            run.Error.ShouldNotContain("pass");
            run.ExitCode.ShouldBe(2);
        }
    }
}
