namespace SessionsWidgets.Tests.GuestWifi.Reading;

public class GuestMaskTests
{
    [Theory]
    [InlineData("14:2d:27:e7:40:2b", "14:2d:••:••:••:2b")]
    [InlineData("14-2D-27-E7-40-2B", "14:2d:••:••:••:2b")]
    [InlineData("14:2d:27", null)]
    [InlineData("nonsense", null)]
    [InlineData(null, null)]
    public void Mac_AnyForm_KeepsThreePartsOfSix(string? text, string? masked) => GuestMask.Mac(text).ShouldBe(masked);

    [Theory]
    [InlineData("172.31.98.114", "172.31.•••.•••")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:0db8:••••")]
    [InlineData("<script>", null)]
    public void Ip_AnyVersion_KeepsItsBeginning(string text, string? masked) => GuestMask.Ip(text).ShouldBe(masked);

    [Theory]
    [InlineData("AB12CD", "••••CD")]
    [InlineData("1234", "••••")]
    [InlineData("", null)]
    public void Code_LongEnough_KeepsItsEnd(string text, string? masked) => GuestMask.Code(text).ShouldBe(masked);

    [Fact]
    public void Pseudonym_SameKey_IsTheSameAndRevealsNothing()
    {
        var mask = new GuestMask(GuestFields.Guest, new Secret("k1"));
        var name = mask.Pseudonym("CANARYGUEST")!;
        name.ShouldMatch("^[0-9a-f]{8}$");
        new GuestMask(GuestFields.Guest, new Secret("k1")).Pseudonym("CANARYGUEST").ShouldBe(name);
        new GuestMask(GuestFields.Guest, new Secret("k2")).Pseudonym("CANARYGUEST").ShouldNotBe(name);
        mask.Pseudonym("OTHER").ShouldNotBe(name);
        mask.Pseudonym(null).ShouldBeNull();
    }

    [Fact]
    public void Pseudonym_NoKey_LastsAsLongAsTheProcess() =>
        new GuestMask(GuestFields.Guest, null).Pseudonym("a").ShouldBe(new GuestMask(GuestFields.Guest, null).Pseudonym("a"));
}
