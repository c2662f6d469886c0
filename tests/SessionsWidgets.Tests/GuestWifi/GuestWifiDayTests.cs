using System.Globalization;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.GuestWifi;

/// <summary>A day of traffic on a clock of its own: how often upstream is asked, and how old what visitors see is.</summary>
public sealed class GuestWifiDayTests
{
    private const int Pages = 50;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task Day_FiftyPagesOfTenLocations_StaysInTheBudgetAndFresh()
    {
        using var day = new Traffic(locations: 10);
        await day.RunAsync(TimeSpan.FromSeconds(30));
        day.MostInAMinute.ShouldBeLessThanOrEqualTo(60);
        // What fifty pages ask at first is more than a minute takes.
        day.LastFallback.ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(10));
        // A minute of freshness, and one visit that is still served the stale result while the new one is fetched.
        day.Oldest["online"].ShouldBeInRange(1, 2);
        day.Oldest["activity, online"].ShouldBeInRange(1, 2);
        // All charts lose their freshness at once; they wait for room in the budget, and are served stale for no longer than they may be.
        var longest = 10 + new CachePolicy().StaleWhileRevalidate.TotalMinutes;
        day.Oldest["visits"].ShouldBeInRange(10, longest);
        day.Oldest["activity, visits"].ShouldBeInRange(10, longest);
        day.Renderings.ShouldBe(Pages * 2 * 60 * 24);
    }

    [Fact]
    public async Task Day_MoreThanTheBudgetCanServe_StaysInTheBudgetAndShowsNothingTooOld()
    {
        using var day = new Traffic(locations: 120);
        await day.RunAsync(TimeSpan.FromMinutes(4));
        day.MostInAMinute.ShouldBeLessThanOrEqualTo(60);
        day.MostInAMinute.ShouldBeGreaterThan(30);
        // Fifteen minutes past their freshness, results expire.
        day.Oldest["online"].ShouldBeInRange(2, 16);
        day.Oldest["activity, online"].ShouldBeInRange(2, 16);
        day.Oldest.GetValueOrDefault("visits").ShouldBeLessThanOrEqualTo(25);
        day.Oldest.GetValueOrDefault("activity, visits").ShouldBeLessThanOrEqualTo(25);
    }

    /// <summary>Fifty pages, each with a widget or two of some location, visited again and again.</summary>
    private sealed class Traffic : IDisposable
    {
        /// <summary>Large enough not to be a few.</summary>
        private const long First = 10;

        /// <summary>Midnight in New York.</summary>
        private static readonly DateTimeOffset Start = new(2026, 7, 18, 4, 0, 0, TimeSpan.Zero);

        private readonly Lounge _lounge = new(now: Start);
        private readonly List<(BusinessContext Business, Widget Widget)> _pages = [];
        private readonly Dictionary<string, Queue<DateTimeOffset>> _lastMinute = new(StringComparer.Ordinal);
        private readonly Lock _lock = new();

        public Traffic(int locations)
        {
            _lounge.Api.Answer = Count;
            Widget[] widgets = [
                new GuestsOnline(), new SessionsWidgets.GuestVisits { Days = 7 }, new LoungeActivity(),
                new GuestsOnline { Heading = "Now" }, new SessionsWidgets.GuestVisits { Days = 14, Sample = 0 }];
            for (var page = 0; page < Math.Max(Pages, locations); page++)
            {
                var location = string.Create(CultureInfo.InvariantCulture, $"loc{page % locations}");
                var business = _lounge.Client.GetBusiness(
                    new BusinessOptions { BusinessId = "stogies-chapin", GuestWifi = _lounge.Wifi.Options with { LocationId = location } });
                _pages.Add((business, widgets[page / Math.Max(1, Math.Min(locations, 10)) % widgets.Length]));
            }
        }

        public int MostInAMinute { get; private set; }

        public TimeSpan LastFallback { get; private set; }

        public int Renderings { get; private set; }

        /// <summary>How many minutes old the oldest numbers are that were shown.</summary>
        public Dictionary<string, double> Oldest { get; } = new(StringComparer.Ordinal);

        private double Minute => Math.Floor((_lounge.Clock.GetUtcNow() - Start).TotalMinutes);

        public async Task RunAsync(TimeSpan every)
        {
            for (var time = TimeSpan.Zero; time < Day; time += every)
            {
                foreach (var (business, widget) in _pages)
                {
                    var fragment = await _lounge.Renderer.RenderAsync(business, widget, new RenderRequest { MaxWait = TimeSpan.Zero });
                    Renderings++;
                    if (fragment.Origin != FragmentOrigin.Fallback) Look(widget, fragment.ToString());
                    else LastFallback = time;
                }

                // What is fetched behind is fetched within the time that stands still: the next visitors see it.
                await SettleAsync();
                _lounge.Clock.Advance(every);
            }
        }

        public void Dispose() => _lounge.Dispose();

        /// <summary>Waits until every fetch has ended or waits for the clock itself: then it has a timer besides that of its
        /// deadline.</summary>
        private async Task SettleAsync()
        {
            while (_lounge.Client.GuestFetchesUnderWay is var fetches && fetches > 0 && _lounge.Clock.Timers < 2 * fetches)
                await Task.Yield();
        }

        /// <summary>Reads how old the numbers are from themselves.</summary>
        private void Look(Widget widget, string html)
        {
            switch (widget)
            {
                case GuestsOnline:
                    Note("online", html, "class=\"sw-figure\">");
                    break;
                case SessionsWidgets.GuestVisits:
                    Note("visits", html[html.IndexOf("sw-today", StringComparison.Ordinal)..], "<span class=\"sw-hidden\">Visits: </span>");
                    break;
                default:
                    Note("activity, online", html, "Guests online</dt><dd class=\"sw-activity-figure\">");
                    Note("activity, visits", html, "Visits today</dt><dd class=\"sw-activity-figure\">");
                    break;
            }
        }

        private void Note(string what, string html, string before)
        {
            // One half of the activity may be missing while the first responses come in.
            if (html.IndexOf(before, StringComparison.Ordinal) is var at && at < 0) return;
            var number = html.AsSpan(at + before.Length);
            var fetched = double.Parse(number[..number.IndexOf('<')], NumberStyles.AllowThousands, CultureInfo.InvariantCulture) - First;
            Oldest[what] = Math.Max(Oldest.GetValueOrDefault(what), Minute - fetched);
        }

        /// <summary>Every count is the minute at which it was made: guests online, and visits since a day.</summary>
        private long CountFor(Uri uri)
        {
            if (!uri.Query.Contains("start_time=", StringComparison.Ordinal)) return First + (long)Minute;
            var day = DateOnly.ParseExact(uri.Query.Split("start_time=")[1].Split('&')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var daysAgo = new DateOnly(2026, 7, 18).DayNumber - day.DayNumber;
            return daysAgo < 0 ? 0 : First + (long)Minute + (100 * daysAgo);
        }

        private HttpResponseMessage Count(HttpRequestMessage request)
        {
            var now = _lounge.Clock.GetUtcNow();
            var path = request.RequestUri!.AbsolutePath;
            lock (_lock)
            {
                if (!_lastMinute.TryGetValue(path, out var window)) _lastMinute[path] = window = new Queue<DateTimeOffset>();
                while (window.TryPeek(out var oldest) && now - oldest >= TimeSpan.FromSeconds(60)) window.Dequeue();
                window.Enqueue(now);
                MostInAMinute = Math.Max(MostInAMinute, window.Count);
            }

            return StubHandler.Json(
                path == "/sessions/count"
                    ? Guests.Count(CountFor(request.RequestUri))
                    : Guests.Page([Guests.Item("a"), Guests.Item("b"), Guests.Item("c")]));
        }
    }
}
