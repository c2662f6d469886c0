using System.ComponentModel;
using System.Text.Json;

namespace SessionsWidgets.Tests.Primitives;

public class SecretTests
{
    private const string Canary = "canary-7f3a9";

    [Fact]
    public void Secret_ShownInAnyWay_IsMasked()
    {
        Secret secret = Canary!;
        secret.ToString().ShouldBe("***");
        $"{secret}".ShouldBe("***");
        JsonSerializer.Serialize(new { Key = secret }).ShouldBe("""{"Key":"***"}""");
        new BusinessOptions { ApiKey = secret }.ToString().ShouldNotContain(Canary);
        secret.Fingerprint.ShouldNotContain(Canary);
    }

    [Fact]
    public void Secret_WithSpacesAround_IsTrimmed() => new Secret($" {Canary}\n").Reveal().ShouldBe(Canary);

    public static TheoryData<string, BusinessOptions> Refused => new()
    {
        { "ApiKey", new() { ApiKey = $"{Canary}\r\nX-Evil: 1" } },
        { "ApiKey", new() { ApiKey = new Secret("") } },
        { "GuestWifi:AccessToken", new() { GuestWifi = new() { AccessToken = $"{Canary} 1" } } },
        { "GuestWifi:PseudonymKey", new() { GuestWifi = new() { PseudonymKey = $"{Canary}é" } } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Validate_SecretThatNoHeaderCanCarry_IsRefusedWithoutBeingShown(string name, BusinessOptions options)
    {
        var error = Should.Throw<ParameterException>(() => options.Validate(""));
        error.ParameterName.ShouldBe(name);
        error.Message.ShouldBe($"{name} is '***'; it must be visible ASCII without spaces, as HTTP headers carry it.");
        error.ToString().ShouldNotContain(Canary);
    }

    [Fact]
    public void GetBusiness_KeyThatNoHeaderCanCarry_IsRefused()
    {
        using var client = new SessionsClient(new SessionsClientOptions { ApiBaseUrl = new Uri("https://api.example.com") });
        Should.Throw<ParameterException>(() => client.GetBusiness(new BusinessOptions { BusinessId = "v1", ApiKey = $"{Canary} 1" }))
            .ParameterName.ShouldBe("ApiKey");
    }

    [Fact]
    public void Conversion_OfNothing_IsNoSecret()
    {
        ((Secret?)null).ShouldBeNull();
        ((Secret?)" ").ShouldBeNull();
    }

    [Fact]
    public void Secret_FromConfigurationText_IsConverted() =>
        ((Secret)TypeDescriptor.GetConverter(typeof(Secret)).ConvertFromInvariantString(Canary)!).Reveal().ShouldBe(Canary);
}
