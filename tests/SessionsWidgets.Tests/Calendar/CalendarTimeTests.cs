using System.Globalization;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Calendar;

/// <summary>Another library reads the same instants, and so the same times on the wall of the place.</summary>
public class CalendarTimeTests
{
    [Theory]
    // An evening, and one over midnight, in five zones.
    [InlineData("America/New_York", "2026-07-18T23:00:00Z", "2026-07-19T02:00:00Z", "2026-07-18 19:00", "2026-07-18 22:00")]
    [InlineData("America/Chicago", "2026-12-01T01:00:00Z", "2026-12-01T07:30:00Z", "2026-11-30 19:00", "2026-12-01 01:30")]
    [InlineData("Europe/Berlin", "2026-08-01T18:00:00Z", "2026-08-02T00:15:00Z", "2026-08-01 20:00", "2026-08-02 02:15")]
    [InlineData("Asia/Kolkata", "2026-08-01T13:00:00Z", "2026-08-01T19:00:00Z", "2026-08-01 18:30", "2026-08-02 00:30")]
    [InlineData("Australia/Lord_Howe", "2026-08-01T08:00:00Z", "2026-08-01T11:00:00Z", "2026-08-01 18:30", "2026-08-01 21:30")]
    // Over the change to daylight saving time, and over the one back.
    [InlineData("America/New_York", "2026-03-08T05:30:00Z", "2026-03-08T08:00:00Z", "2026-03-08 00:30", "2026-03-08 04:00")]
    [InlineData("America/New_York", "2026-11-01T04:30:00Z", "2026-11-01T08:00:00Z", "2026-11-01 00:30", "2026-11-01 03:00")]
    [InlineData("America/Chicago", "2027-03-14T07:00:00Z", "2027-03-14T09:00:00Z", "2027-03-14 01:00", "2027-03-14 04:00")]
    [InlineData("Europe/Berlin", "2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z", "2026-03-29 01:30", "2026-03-29 03:30")]
    [InlineData("Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25 02:30", "2026-10-25 02:30")]
    [InlineData("Australia/Lord_Howe", "2026-10-03T15:00:00Z", "2026-10-03T16:00:00Z", "2026-10-04 01:30", "2026-10-04 03:00")]
    [InlineData("Australia/Lord_Howe", "2026-04-04T14:00:00Z", "2026-04-04T16:00:00Z", "2026-04-05 01:00", "2026-04-05 02:30")]
    // Three days, the far future, the leap day, the turn of the year, with an offset in the text.
    [InlineData("America/New_York", "2026-09-11T16:00:00Z", "2026-09-14T02:00:00Z", "2026-09-11 12:00", "2026-09-13 22:00")]
    [InlineData("Europe/Berlin", "2099-07-01T18:00:00Z", "2099-07-01T20:00:00Z", "2099-07-01 20:00", "2099-07-01 22:00")]
    [InlineData("America/New_York", "2028-02-29T23:00:00Z", "2028-03-01T03:00:00Z", "2028-02-29 18:00", "2028-02-29 22:00")]
    [InlineData("Asia/Kolkata", "2026-12-31T16:30:00Z", "2026-12-31T20:30:00Z", "2026-12-31 22:00", "2027-01-01 02:00")]
    [InlineData("America/Chicago", "2026-07-18T19:00:00-05:00", "2026-07-18T22:00:00-05:00", "2026-07-18 19:00", "2026-07-18 22:00")]
    public async Task Create_TimesOfAnEvent_AreReadAsTheSameInstants(
        string zone, string startsAt, string endsAt, string expectedStart, string expectedEnd)
    {
        await using var upstream = CalendarUpstream.Of(Events.Full("evt_1", startsAt, endsAt, zone));
        var read = (await upstream.ReadAllAsync()).Only;
        ReadCalendar.StartOf(read).ShouldBe(At(startsAt));
        ReadCalendar.EndOf(read).ShouldBe(At(endsAt));
        OnTheWall(zone, read.DtStart!.AsUtc).ShouldBe(expectedStart);
        OnTheWall(zone, read.DtEnd!.AsUtc).ShouldBe(expectedEnd);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2026-07-18T22:00:00Z")]
    [InlineData("2026-07-18T23:00:00Z")]
    [InlineData("2026-07-18T23:00:00.500Z")]
    public async Task Create_NoEndAfterTheStart_HasNone(string? endsAt)
    {
        await using var upstream = CalendarUpstream.Of(Events.Item("evt_1", "2026-07-18T23:00:00Z", endsAt));
        var calendar = await upstream.ReadAllAsync();
        calendar.Names.ShouldNotContain("DTEND");
        ReadCalendar.StartOf(calendar.Only).ShouldBe(At("2026-07-18T23:00:00Z"));
    }

    [Theory]
    [InlineData("2026-09-11", null, "20260911", null)]
    [InlineData("2026-09-11", "2026-09-11", "20260911", null)]
    [InlineData("2026-09-11", "2026-09-13", "20260911", "20260914")]
    [InlineData("2028-02-28", "2028-02-29", "20280228", "20280301")]
    public async Task Create_DaysWithoutTime_AreWholeDays(string startsAt, string? endsAt, string start, string? end)
    {
        await using var upstream = CalendarUpstream.Of(Events.Item("evt_1", startsAt, endsAt));
        var calendar = await upstream.ReadAllAsync();
        calendar.Only.DtStart!.HasTime.ShouldBeFalse();
        calendar.Lines.ShouldContain($"DTSTART;VALUE=DATE:{start}");
        if (end is null) calendar.Names.ShouldNotContain("DTEND");
        else calendar.Lines.ShouldContain($"DTEND;VALUE=DATE:{end}");
    }

    [Fact]
    public async Task Create_EndIsADayWithoutTime_EndsWithThatDayInTheZone()
    {
        await using var upstream = CalendarUpstream.Of(Events.Item("evt_1", "2026-09-11T16:00:00Z", "2026-09-13"));
        ReadCalendar.EndOf((await upstream.ReadAllAsync()).Only).ShouldBe(At("2026-09-14T04:00:00Z"));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static string OnTheWall(string zone, DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZoneInfo.FindSystemTimeZoneById(zone))
            .ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
