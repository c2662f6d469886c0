using SessionsWidgets.Sandbox.Data;
using SessionsWidgets.Sandbox.Data.Events;

namespace SessionsWidgets.Sandbox.Tests.Data;

public sealed class EventCatalogueTests
{
    private static readonly SeedEvent[] _lounge = [.. EventCatalogue.All.Where(item => item.Venue == Catalogue.Venues[0])];

    [Fact]
    public void Times_OnEveryDayOfFourYears_AreTenAheadAndFourteenBehind()
    {
        _lounge.Length.ShouldBe(24);
        for (int day = 0; day < 1461; day++)
        {
            // Four in the afternoon or three, in New York.
            DateTimeOffset now = new DateTimeOffset(2026, 7, 18, 20, 0, 0, TimeSpan.Zero).AddDays(day);
            var times = _lounge.Select(item => item.Times(now)).ToList();

            times.Count(time => time.Start > now).ShouldBe(10, $"ahead of {now}");
            times.Count(time => time.Over <= now).ShouldBe(14, $"behind {now}");
            times.Count(time => time.Start - now < TimeSpan.FromHours(8) && time.Start > now).ShouldBe(1, $"on the evening of {now}");
            times.ShouldAllBe(time => time.End == null || time.End > time.Start);
            times.ShouldAllBe(time => time.Over > time.Start);
            (times.Max(time => time.Start) - times.Min(time => time.Start)).TotalDays.ShouldBeInRange(300, 380);
        }
    }

    [Theory]
    [InlineData("2027-03-12T17:00:00Z", "2027-03-14T01:00:00Z", "2027-03-14T07:00:00Z", "2 AM is skipped: an hour later")]
    [InlineData("2026-10-30T17:00:00Z", "2026-11-01T00:00:00Z", "2026-11-01T07:00:00Z", "the night has an hour more")]
    public void Times_OverAChangeOfClocks_AreThoseOnTheWall(string now, string start, string end, string reason)
    {
        SeedEvent midnight = _lounge.First(item => item is { Title: "Midnight in the Humidor", ExternalUrl: not null });

        (DateTimeOffset Start, DateTimeOffset? End, DateTimeOffset Over) times = midnight.Times(At(now));

        times.Start.ShouldBe(At(start));
        times.End.ShouldBe(At(end), reason);
        times.Over.ShouldBe(At(end));
    }

    [Fact]
    public void Texts_OfTheLounge_AreFitToBeSeen()
    {
        _lounge.ShouldAllBe(item => item.Title.Length > 5 && item.Description.Length > 20);
        string.Concat(_lounge.Select(item => item.Title + item.Description)).IndexOfAny(['<', '{', '\u202E']).ShouldBe(-1);
        _lounge.Select(item => item.Description).Distinct().Count().ShouldBe(24);
    }

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
