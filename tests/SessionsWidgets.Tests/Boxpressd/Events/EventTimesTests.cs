using System.Globalization;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Boxpressd;

/// <summary>When events start and are over, as instants and as days of their own zones.</summary>
public sealed class EventTimesTests : IDisposable
{
    private readonly ListUpstream _upstream = new();

    public void Dispose() => _upstream.Dispose();

    [Theory]
    // An evening in each of five zones.
    [InlineData("America/New_York", "2026-07-18T23:00:00Z", "2026-07-19T02:00:00Z", "2026-07-18 19:00", "2026-07-18 22:00")]
    [InlineData("Europe/Berlin", "2026-07-18T17:00:00Z", "2026-07-18T20:00:00Z", "2026-07-18 19:00", "2026-07-18 22:00")]
    [InlineData("Asia/Kolkata", "2026-07-18T13:30:00Z", "2026-07-18T16:30:00Z", "2026-07-18 19:00", "2026-07-18 22:00")]
    [InlineData("Australia/Lord_Howe", "2026-07-18T08:30:00Z", "2026-07-18T11:30:00Z", "2026-07-18 19:00", "2026-07-18 22:00")]
    [InlineData("Pacific/Kiritimati", "2026-07-18T05:00:00Z", "2026-07-18T08:00:00Z", "2026-07-18 19:00", "2026-07-18 22:00")]
    // Over both changes: an hour is skipped, and an hour comes twice; on Lord Howe half of one.
    [InlineData("America/New_York", "2026-03-08T06:30:00Z", "2026-03-08T07:30:00Z", "2026-03-08 01:30", "2026-03-08 03:30")]
    [InlineData("America/New_York", "2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z", "2026-11-01 01:30", "2026-11-01 01:30")]
    [InlineData("Europe/Berlin", "2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z", "2026-03-29 01:30", "2026-03-29 03:30")]
    [InlineData("Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25 02:30", "2026-10-25 02:30")]
    [InlineData("Australia/Lord_Howe", "2026-10-03T15:00:00Z", "2026-10-03T16:00:00Z", "2026-10-04 01:30", "2026-10-04 03:00")]
    [InlineData("Australia/Lord_Howe", "2026-04-04T14:30:00Z", "2026-04-04T15:30:00Z", "2026-04-05 01:30", "2026-04-05 02:00")]
    [InlineData("Asia/Kolkata", "2026-03-08T06:30:00Z", "2026-03-08T07:30:00Z", "2026-03-08 12:00", "2026-03-08 13:00")]
    [InlineData("Pacific/Kiritimati", "2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z", "2026-11-01 19:30", "2026-11-01 20:30")]
    // Over midnight, of three days, far ahead, and on the day that only some years have.
    [InlineData("America/New_York", "2026-07-19T00:00:00Z", "2026-07-19T06:00:00Z", "2026-07-18 20:00", "2026-07-19 02:00")]
    [InlineData("Europe/Berlin", "2026-10-23T16:00:00Z", "2026-10-25T16:00:00Z", "2026-10-23 18:00", "2026-10-25 17:00")]
    [InlineData("Pacific/Kiritimati", "2099-12-31T09:00:00Z", "2099-12-31T12:00:00Z", "2099-12-31 23:00", "2100-01-01 02:00")]
    [InlineData("Asia/Kolkata", "2028-02-28T18:30:00Z", "2028-02-29T18:30:00Z", "2028-02-29 00:00", "2028-03-01 00:00")]
    public async Task GetEventsAsync_StartAndEnd_AreTheseInstantsInItsZone(
        string zone, string starts, string ends, string localStart, string localEnd)
    {
        foreach (var one in await OfOwnZoneAndOfTheBusinessAsync(zone, starts, ends))
        {
            (one.StartsAt, one.EndsAt).ShouldBe((Instant(starts), Instant(ends)));
            one.TimeZone!.Id.ShouldBe(zone);
            (Local(one, one.StartsAt), Local(one, one.EndsAt!.Value)).ShouldBe((localStart, localEnd));
            one.HasEnded(Instant(ends).AddTicks(-1)).ShouldBeFalse();
            one.HasEnded(Instant(ends)).ShouldBeTrue();
            one.IsHappening(Instant(starts).AddTicks(-1)).ShouldBeFalse();
            one.IsHappening(Instant(starts)).ShouldBeTrue();
            one.IsHappening(Instant(ends).AddTicks(-1)).ShouldBeTrue();
            one.IsHappening(Instant(ends)).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("America/New_York", "2026-07-18T23:00:00Z", null, "2026-07-19T04:00:00Z")]
    // Days of 23 and 25 hours, of 23½ and 24½, and one whose midnight does not exist.
    [InlineData("America/New_York", "2026-03-08T06:30:00Z", null, "2026-03-09T04:00:00Z")]
    [InlineData("America/New_York", "2026-11-01T05:30:00Z", null, "2026-11-02T05:00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-28T23:30:00Z", null, "2026-03-29T22:00:00Z")]
    [InlineData("Europe/Berlin", "2026-10-24T22:30:00Z", null, "2026-10-25T23:00:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-03T15:00:00Z", null, "2026-10-04T13:00:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-04T14:30:00Z", null, "2026-04-05T13:30:00Z")]
    [InlineData("Asia/Beirut", "2026-03-28T18:00:00Z", null, "2026-03-28T22:00:00Z")]
    [InlineData("Asia/Kolkata", "2026-07-18T18:30:00Z", null, "2026-07-19T18:30:00Z")]
    [InlineData("Pacific/Kiritimati", "2099-12-31T23:30:00Z", null, "2100-01-01T10:00:00Z")]
    [InlineData("America/New_York", "2028-03-01T03:00:00Z", null, "2028-03-01T05:00:00Z")]
    // An end that is not after the start is dropped.
    [InlineData("America/New_York", "2026-07-18T23:00:00Z", "2026-07-18T23:00:00Z", "2026-07-19T04:00:00Z")]
    [InlineData("Asia/Kolkata", "2026-07-18T18:30:00Z", "2026-07-17T18:30:00Z", "2026-07-19T18:30:00Z")]
    // Nor is one that cannot be read an end.
    [InlineData("America/New_York", "2026-07-18T23:00:00Z", "2026-07-19 9:50 PM", "2026-07-19T04:00:00Z")]
    // Days without a time: the whole of them.
    [InlineData("America/New_York", "2026-07-18", null, "2026-07-19T04:00:00Z")]
    [InlineData("Pacific/Kiritimati", "2026-07-18", "2026-07-18", "2026-07-18T10:00:00Z")]
    [InlineData("America/New_York", "2026-07-18T23:00:00Z", "2026-07-18", "2026-07-19T04:00:00Z")]
    [InlineData("America/New_York", "2026-07-18", "2026-07-18T02:00:00Z", "2026-07-19T04:00:00Z")]
    public async Task GetEventsAsync_WithoutAnEnd_IsOverWhenTheDayEndsAndNeverHappening(
        string zone, string starts, string? ends, string over)
    {
        foreach (var one in await OfOwnZoneAndOfTheBusinessAsync(zone, starts, ends))
        {
            one.EndsAt.ShouldBeNull();
            one.HasEnded(Instant(over).AddTicks(-1)).ShouldBeFalse();
            one.HasEnded(Instant(over)).ShouldBeTrue();
            one.IsHappening(one.StartsAt.AddMinutes(1)).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("America/New_York", "2026-07-18", "2026-07-20", "2026-07-18T04:00:00Z", "2026-07-21T04:00:00Z")]
    [InlineData("Europe/Berlin", "2026-10-24", "2026-10-25", "2026-10-23T22:00:00Z", "2026-10-25T23:00:00Z")]
    [InlineData("Pacific/Kiritimati", "2026-07-18T05:00:00Z", "2026-07-19", "2026-07-18T05:00:00Z", "2026-07-19T10:00:00Z")]
    [InlineData("Asia/Kolkata", "2026-07-18", "2026-07-18T16:30:00Z", "2026-07-17T18:30:00Z", "2026-07-18T16:30:00Z")]
    public async Task GetEventsAsync_DaysWithoutATime_AreThoseOfItsZoneAndWhole(
        string zone, string starts, string ends, string start, string over)
    {
        foreach (var one in await OfOwnZoneAndOfTheBusinessAsync(zone, starts, ends))
        {
            one.StartsAt.ShouldBe(Instant(start));
            one.IsHappening(Instant(start)).ShouldBeTrue();
            one.HasEnded(Instant(over).AddTicks(-1)).ShouldBeFalse();
            one.HasEnded(Instant(over)).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("America/New_York", "2026-07-18 19:00")]
    [InlineData("Pacific/Kiritimati", "2026-07-19 13:00")]
    public async Task GetEventsAsync_ZonesOfOneResponse_EachGetTheirOwn(string zone, string local)
    {
        _upstream.Items = [Events.Item("a", "2026-07-18T23:00:00Z", "2026-07-19T02:00:00Z")];
        using var client = _upstream.Client();
        await client.GetBusiness(new BusinessOptions { BusinessId = "lounge", TimeZone = "UTC" }).GetEventsAsync();
        var lounge = client.GetBusiness(new BusinessOptions { BusinessId = "lounge", TimeZone = zone });
        var one = (await lounge.GetEventsAsync(new EventQuery { Status = EventStatus.Upcoming })).Events[0];
        Local(one, one.StartsAt).ShouldBe(local);
        _upstream.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public void HasEnded_EventOfAHostWithoutAZone_IsThatOfUtc()
    {
        var one = new BusinessEvent { Id = "a", Title = "Own", StartsAt = Instant("2026-07-18T23:00:00Z") };
        one.HasEnded(Instant("2026-07-18T23:59:59Z")).ShouldBeFalse();
        one.HasEnded(Instant("2026-07-19T00:00:00Z")).ShouldBeTrue();
    }

    /// <summary>The event with the zone as its own, and as that of the business.</summary>
    private async Task<BusinessEvent[]> OfOwnZoneAndOfTheBusinessAsync(string zone, string starts, string? ends)
    {
        _upstream.Items = [Events.Item("own", starts, ends, more: $"\"timezone\":\"{zone}\""), Events.Item("other", starts, ends)];
        var all = new EventQuery { Status = EventStatus.All };
        var here = (await _upstream.Lounge(zone).GetEventsAsync(all)).Events;
        var own = (await _upstream.Lounge("Asia/Tokyo").GetEventsAsync(all)).Events.Where(e => e.Id == "own");
        return [.. here, .. own];
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static string Local(BusinessEvent one, DateTimeOffset time) =>
        TimeZoneInfo.ConvertTime(time, one.TimeZone!).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
