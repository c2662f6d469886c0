using System.Globalization;

namespace SessionsWidgets.Tests.Localization;

public class RelativeTimeTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
    private static readonly Locale English = new LocaleSet([]).Find("en")!;

    // Now is 18 July 2026, 19:30 in New York (23:30 UTC).
    [Theory]
    [InlineData("2026-07-18T23:31:00Z", "just now", "2026-07-18T23:31:00Z")]
    [InlineData("2026-07-18T23:29:30Z", "just now", "2026-07-18T23:30:30Z")]
    [InlineData("2026-07-18T23:29:00Z", "1 minute ago", "2026-07-18T23:31:00Z")]
    [InlineData("2026-07-18T22:31:00Z", "59 minutes ago", "2026-07-18T23:31:00Z")]
    [InlineData("2026-07-18T21:00:00Z", "2 hours ago", "2026-07-19T00:00:00Z")]
    [InlineData("2026-07-18T04:00:00Z", "19 hours ago", "2026-07-19T00:00:00Z")]
    [InlineData("2026-07-18T03:59:00Z", "yesterday", "2026-07-19T04:00:00Z")]
    [InlineData("2026-07-16T12:00:00Z", "2 days ago", "2026-07-19T04:00:00Z")]
    [InlineData("2026-07-12T12:00:00Z", "6 days ago", "2026-07-19T04:00:00Z")]
    [InlineData("2026-07-11T12:00:00Z", "11 Jul", "2027-01-01T05:00:00Z")]
    [InlineData("2025-12-31T12:00:00Z", "31 Dec 2025", null)]
    public void Of_SomeTimeAgo_SaysSoAndUntilWhen(string time, string words, string? until) =>
        Check("2026-07-18T23:30:00Z", time, words, until);

    [Theory]
    [InlineData("2026-07-19T05:00:00Z", "2026-07-19T02:30:00Z", "2 hours ago", "2026-07-19T05:30:00Z")]
    [InlineData("2026-03-08T12:00:00Z", "2026-03-07T12:00:00Z", "yesterday", "2026-03-09T04:00:00Z")]
    [InlineData("2026-11-01T12:00:00Z", "2026-10-31T12:00:00Z", "yesterday", "2026-11-02T05:00:00Z")]
    public void Of_AcrossMidnightOrSummerTime_FollowsTheCalendarOfTheZone(string now, string time, string words, string until) =>
        Check(now, time, words, until);

    [Fact]
    public void Of_AtTheMomentItNames_SaysSomethingElse()
    {
        var time = Parse("2026-07-10T12:00:00Z");
        var now = time;
        var last = "";
        for (var i = 0; i < 200 && Words(time, now, out var until) is var words; i++)
        {
            words.ShouldNotBe(last, $"at {now:u}");
            if (until is null) return;
            Words(time, until.Value.AddTicks(-1), out _).ShouldBe(words, $"just before {until:u}");
            last = words;
            now = until.Value;
        }
    }

    private static void Check(string now, string time, string words, string? until)
    {
        Words(Parse(time), Parse(now), out var changes).ShouldBe(words);
        changes.ShouldBe(until is null ? null : Parse(until));
    }

    private static string Words(DateTimeOffset time, DateTimeOffset now, out DateTimeOffset? until)
    {
        (var words, until) = RelativeTime.Of(time, now, Zone, English);
        return words!;
    }

    private static DateTimeOffset Parse(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
