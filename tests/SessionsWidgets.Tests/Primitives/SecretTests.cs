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

    [Fact]
    public void Secret_ThatNoHeaderCanCarry_IsRefusedWithoutBeingShown() =>
        Should.Throw<ParameterException>(() => new Secret($"{Canary}\r\nX-Evil: 1")).ToString().ShouldNotContain(Canary);

    [Fact]
    public void Secret_FromConfigurationText_IsConverted() =>
        ((Secret)TypeDescriptor.GetConverter(typeof(Secret)).ConvertFromInvariantString(Canary)!).Reveal().ShouldBe(Canary);
}
