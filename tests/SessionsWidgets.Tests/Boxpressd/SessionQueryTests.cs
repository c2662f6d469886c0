namespace SessionsWidgets.Tests.Boxpressd;

public class SessionQueryTests
{
    [Theory]
    [InlineData(0, "limit is '0'; it must be from 1 to 1000.")]
    [InlineData(1001, "limit is '1001'; it must be from 1 to 1000.")]
    [InlineData(-5, "limit is '-5'; it must be from 1 to 1000.")]
    public void Validate_LimitOutsideBounds_NamesValueAndBounds(int limit, string message) =>
        Should.Throw<ParameterException>(new SessionQuery { Limit = limit }.Validate).Message.ShouldBe(message);

    [Fact]
    public void Validate_NegativeOffset_IsRefused() =>
        Should.Throw<ParameterException>(new SessionQuery { Offset = -1 }.Validate).Message.ShouldBe("offset is '-1'; it must be 0 or more.");

    [Fact]
    public void Validate_FromAfterTo_NamesBoth() =>
        Should.Throw<ParameterException>(new SessionQuery { From = new(2026, 7, 2), To = new(2026, 7, 1) }.Validate)
            .Message.ShouldBe("from is '2026-07-02'; it must not be after 'to' (2026-07-01).");

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("cgr 1")]
    [InlineData("cgr\u00e91")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void Validate_CigarIdThatIsNoIdentifier_IsRefused(string id) =>
        Should.Throw<ParameterException>(new SessionQuery { CigarId = id }.Validate).Parameter.ShouldBe("cigar-id");

    [Fact]
    public void Validate_FeaturedOfACigar_IsRefused() =>
        Should.Throw<ParameterException>(new SessionQuery { CigarId = "cgr_1", Featured = true }.Validate).Message.ShouldContain("'cigar-id'");

    [Fact]
    public void Validate_BoundsThemselves_AreAllowed()
    {
        var day = new DateOnly(2026, 7, 1);
        Should.NotThrow(new SessionQuery { Limit = 1000, Offset = 0, From = day, To = day, Featured = false }.Validate);
    }
}
