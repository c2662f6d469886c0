using System.Globalization;
using SessionsWidgets.Tests.Rendering.Fragments;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Widgets;

/// <summary>"Today", "Tomorrow" and "Happening now": never wrong, whatever is kept.</summary>
public sealed class EventWordsTests : IDisposable
{
    private readonly KeptFragments _kept = new(new CachePolicy { FreshFor = TimeSpan.FromDays(1) });

    public void Dispose() => _kept.Dispose();

    [Theory]
    [InlineData("America/New_York", "2026-07-20T23:00Z", "2026-07-21T02:00Z")]
    [InlineData("Asia/Kolkata", "2026-07-21T13:30Z", "2026-07-21T16:30Z")]
    [InlineData("Australia/Lord_Howe", "2026-07-21T08:30Z", "2026-07-21T11:30Z")]
    public async Task Words_OverTime_ChangeAtTheirMoment(string zone, string start, string end)
    {
        var (starts, ends) = (At(start), At(end));
        var day = LocalDay.Of(starts, TimeZoneInfo.FindSystemTimeZoneById(zone));
        var today = LocalDay.StartOf(day, TimeZoneInfo.FindSystemTimeZoneById(zone));
        _kept.Json = Sessions.Page(Events.Item("a", start.Replace("Z", ":00Z", StringComparison.Ordinal),
            end.Replace("Z", ":00Z", StringComparison.Ordinal), more: $"\"timezone\":\"{zone}\""));
        var widget = new UpcomingEvents();
        (DateTimeOffset From, string? Word, bool IsHappening)[] times =
        [
            (today.AddDays(-1), "Tomorrow, ", false), (today, "Today, ", false), (starts, "Today, ", true),
        ];

        foreach (var (from, word, isHappening) in times)
        {
            // Kept the moment before, and anew at the moment.
            _kept.Clock.Advance(from - _kept.Clock.GetUtcNow() - TimeSpan.FromTicks(1));
            await _kept.Renderer.RefreshAsync(_kept.Lounge, widget);
            var before = await _kept.KeepAsync(widget);
            var requests = _kept.Requests;
            if (word != "Tomorrow, ") before.FreshUntil.ShouldBe(from);
            _kept.Clock.Advance(TimeSpan.FromTicks(1));
            var at = (await _kept.RenderAsync(widget)).ToString();
            at.ShouldContain($">{word}7{'\u00A0'}– 10");
            at.Contains("Happening now", StringComparison.Ordinal).ShouldBe(isHappening);
            at.ShouldNotBe(before.ToString());
            _kept.Requests.ShouldBe(requests);
        }

        _kept.Clock.Advance(ends - _kept.Clock.GetUtcNow() - TimeSpan.FromTicks(1));
        (await _kept.KeepAsync(widget)).ToString().ShouldContain("Happening now");
        (await _kept.RenderAsync(widget)).FreshUntil.ShouldBe(ends);
        _kept.Clock.Advance(TimeSpan.FromTicks(1));
        var last = _kept.Requests;
        (await _kept.RenderAsync(widget)).ToString().ShouldContain("No events planned");
        _kept.Requests.ShouldBe(last);
    }

    [Fact]
    public async Task Words_EventOverMidnight_IsHappeningAndNoLongerToday()
    {
        _kept.Json = Sessions.Page(Events.Item("a", "2026-07-18T22:00:00Z", "2026-07-19T02:00:00Z"));
        (await _kept.KeepAsync(new UpcomingEvents())).ToString().ShouldContain(">Today, 10");
        _kept.Clock.Advance(TimeSpan.FromHours(1));

        var html = (await _kept.RenderAsync(new UpcomingEvents())).ToString();

        html.ShouldContain("Happening now");
        html.ShouldContain(">10\u00A0PM\u00A0– 2\u00A0AM<");
    }

    [Fact]
    public async Task Words_WithAbsoluteDates_AreNeverThere()
    {
        _kept.Json = Sessions.Page(
            Events.Item("a", "2026-07-18T22:00:00Z", "2026-07-19T02:00:00Z"), Events.Item("b", "2026-07-19T22:00:00Z"));

        var fragment = await _kept.RenderAsync(new UpcomingEvents { Dates = DateStyle.Absolute });

        foreach (var word in (string[])["Today", "Tomorrow", "Happening"]) fragment.ToString().ShouldNotContain(word);
        fragment.ToString().ShouldContain("<span class=\"sw-year\">2026</span>");
        fragment.FreshUntil.ShouldBe(At("2026-07-19T02:00Z"));
    }

    [Fact]
    public async Task Year_OfAnEventInAnother_IsThereUntilThatYear()
    {
        _kept.Json = Sessions.Page(Events.Item("a", "2027-03-01T22:00:00Z"));
        (await _kept.KeepAsync(new UpcomingEvents())).ToString().ShouldContain("<span class=\"sw-year\">2027</span>");
        _kept.Clock.Advance(At("2026-12-31T23:59Z") - _kept.Clock.GetUtcNow());
        var last = await _kept.KeepAsync(new UpcomingEvents());
        last.ToString().ShouldContain("sw-year");
        last.FreshUntil.ShouldBe(At("2027-01-01T00:00Z"));
        _kept.Clock.Advance(TimeSpan.FromMinutes(1));

        (await _kept.RenderAsync(new UpcomingEvents())).ToString().ShouldNotContain("sw-year");
    }

    [Fact]
    public async Task Words_OfTwoEvents_AreTrueUntilTheFirstChange()
    {
        _kept.Json = Sessions.Page(
            Events.Item("a", "2026-07-18T22:00:00Z", "2026-07-19T02:00:00Z"), Events.Item("b", "2026-07-18T23:45:00Z"));

        (await _kept.RenderAsync(new UpcomingEvents { Limit = 1 })).FreshUntil.ShouldBe(At("2026-07-19T00:00Z"));
        (await _kept.RenderAsync(new UpcomingEvents())).FreshUntil.ShouldBe(At("2026-07-18T23:45Z"));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
