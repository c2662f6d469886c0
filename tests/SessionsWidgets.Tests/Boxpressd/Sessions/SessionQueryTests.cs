namespace SessionsWidgets.Tests.Boxpressd;

public class SessionQueryTests
{
    private static readonly DateOnly Today = new(2026, 7, 18);

    [Theory]
    [InlineData("7 days ago", "2026-07-11", true)]
    [InlineData("7 days ago", "2026-07-10", false)]
    [InlineData("today", "1 day ago", false)]
    [InlineData("2026-07-18", "today", true)]
    public void Validate_DaysBeforeToday_AreComparedAsTheyAreToday(string from, string to, bool isAllowed)
    {
        Day.TryParse(from, out var first).ShouldBeTrue();
        Day.TryParse(to, out var last).ShouldBeTrue();
        var query = new SessionQuery { From = first, To = last };
        if (isAllowed) Should.NotThrow(() => query.Validate(Today));
        else Should.Throw<ParameterException>(() => query.Validate(Today)).Message.ShouldBe(
            $"from is '{from}'; it must not be after 'to' ({to}).");
    }

    [Theory]
    [InlineData(0, "limit is '0'; it must be from 1 to 1000.")]
    [InlineData(1001, "limit is '1001'; it must be from 1 to 1000.")]
    [InlineData(-5, "limit is '-5'; it must be from 1 to 1000.")]
    public void Validate_LimitOutsideBounds_NamesValueAndBounds(int limit, string message) =>
        Should.Throw<ParameterException>(() => new SessionQuery { Limit = limit }.Validate(Today)).Message.ShouldBe(message);

    [Fact]
    public void Validate_NegativeOffset_IsRefused() =>
        Should.Throw<ParameterException>(() => new SessionQuery { Offset = -1 }.Validate(Today))
            .Message.ShouldBe("offset is '-1'; it must be 0 or more.");

    [Fact]
    public void Validate_FromAfterTo_NamesBoth() =>
        Should.Throw<ParameterException>(
            () => new SessionQuery { From = new DateOnly(2026, 7, 2), To = new DateOnly(2026, 7, 1) }.Validate(Today))
            .Message.ShouldBe("from is '2026-07-02'; it must not be after 'to' (2026-07-01).");

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("cgr 1")]
    [InlineData("cgr\u00e91")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void Validate_CigarIdThatIsNoIdentifier_IsRefused(string id) =>
        Should.Throw<ParameterException>(() => new SessionQuery { CigarId = id }.Validate(Today)).ParameterName.ShouldBe("cigar-id");

    [Fact]
    public void Validate_FeaturedOfACigar_IsRefused() =>
        Should.Throw<ParameterException>(() => new SessionQuery { CigarId = "cgr_1", Featured = true }.Validate(Today))
            .Message.ShouldContain("'cigar-id'");

    [Fact]
    public void Validate_BoundsThemselves_AreAllowed()
    {
        var day = new DateOnly(2026, 7, 1);
        Should.NotThrow(() => new SessionQuery { Limit = 1000, Offset = 0, From = day, To = day, Featured = false }.Validate(Today));
    }
}
