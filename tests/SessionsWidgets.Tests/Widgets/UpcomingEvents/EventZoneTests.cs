namespace SessionsWidgets.Tests.Widgets;

public class EventZoneTests
{
    private static readonly DateTimeOffset Summer = new(2026, 7, 18, 23, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("America/New_York", null, null)]
    [InlineData("US/Eastern", null, null)]
    [InlineData("America/Chicago", "Chicago", null)]
    [InlineData("America/Argentina/Buenos_Aires", "Buenos Aires", null)]
    [InlineData("Europe/Berlin", "Berlin", null)]
    [InlineData("Asia/Kolkata", "Kolkata", null)]
    [InlineData("Australia/Lord_Howe", "Lord Howe", null)]
    [InlineData("US/Central", null, "UTC−5")]
    [InlineData("Etc/GMT+5", null, "UTC−5")]
    [InlineData("Etc/GMT-3", null, "UTC+3")]
    [InlineData("EST5EDT", null, "UTC−4")]
    [InlineData("UTC", null, "UTC")]
    public void Of_AZone_IsTheCityOrTheOffset(string id, string? city, string? offset)
    {
        var business = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

        var zone = EventZone.Of(TimeZoneInfo.FindSystemTimeZoneById(id), business, Summer);

        // A machine's data may call the clocks of EST5EDT those of New York, which they are.
        if (id == "EST5EDT" && zone is null) return;
        (zone?.City, zone?.Offset).ShouldBe((city, offset));
    }

    [Fact]
    public void Of_AnOffsetWithMinutes_HasThem()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("Own", new TimeSpan(-3, -30, 0), "Own", "Own");

        EventZone.Of(zone, TimeZoneInfo.Utc, Summer)!.Offset.ShouldBe("UTC−3:30");
    }
}
