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
        // A minute of freshness, and one visit that is still served the old answer while the new one is fetched.
        day.OldestShown.ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(2));
        day.Renderings.ShouldBe(Pages * 2 * 60 * 24);
    }

    [Fact]
    public async Task Day_MoreThanTheBudgetCanServe_StaysInTheBudgetAndShowsNothingTooOld()
    {
        using var day = new Traffic(locations: 120);
        await day.RunAsync(TimeSpan.FromMinutes(4));
        day.MostInAMinute.ShouldBeLessThanOrEqualTo(60);
        day.MostInAMinute.ShouldBeGreaterThan(30);
        day.OldestShown.ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(16));
    }

    /// <summary>Fifty pages, each with a widget or two of some location, visited again and again.</summary>
    private sealed class Traffic : IDisposable
    {
        private static readonly DateTimeOffset Start = new(2026, 7, 18, 4, 0, 0, TimeSpan.Zero);

        private readonly Lounge _lounge = new(now: Start);
        private readonly List<(BusinessContext Business, Widget Widget)> _pages = [];
        private readonly Dictionary<string, Queue<DateTimeOffset>> _lastMinute = new(StringComparer.Ordinal);
        private readonly Lock _lock = new();

        public Traffic(int locations)
        {
            _lounge.Api.Answer = Count;
            Widget[] widgets = [new GuestsOnline(), new SessionsWidgets.GuestVisits { Days = 7 }, new LoungeActivity(), new GuestsOnline { Heading = "Now" }, new SessionsWidgets.GuestVisits { Days = 14, Sample = 0 }];
            for (var page = 0; page < Math.Max(Pages, locations); page++)
            {
                var location = string.Create(CultureInfo.InvariantCulture, $"loc{page % locations}");
                var business = _lounge.Client.Business(new BusinessOptions { BusinessId = "stogies-chapin", GuestWifi = _lounge.Wifi.Options with { LocationId = location } });
                _pages.Add((business, widgets[page / Math.Max(1, Math.Min(locations, 10)) % widgets.Length]));
            }
        }

        public int MostInAMinute { get; private set; }

        public TimeSpan LastFallback { get; private set; }

        public int Renderings { get; private set; }

        public TimeSpan OldestShown { get; private set; }

        public async Task RunAsync(TimeSpan every)
        {
            for (var time = TimeSpan.Zero; time < Day; time += every)
            {
                foreach (var (business, widget) in _pages)
                {
                    var fragment = await _lounge.Renderer.RenderAsync(business, widget, new RenderRequest { Patience = TimeSpan.Zero });
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

        /// <summary>Waits until every fetch has ended or waits for the clock itself: then it has a timer besides that of its deadline.</summary>
        private async Task SettleAsync()
        {
            while (_lounge.Client.GuestFetchesUnderWay is var fetches && fetches > 0 && _lounge.Clock.Timers < 2 * fetches) await Task.Yield();
        }

        private void Look(Widget widget, string html)
        {
            if (widget is not GuestsOnline) return;
            var at = html.IndexOf("datetime=\"", StringComparison.Ordinal) + 10;
            var shown = DateTimeOffset.Parse(html.AsSpan(at, 20), CultureInfo.InvariantCulture);
            var age = _lounge.Clock.GetUtcNow() - shown;
            if (age > OldestShown) OldestShown = age;
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

            return StubHandler.Json(path == "/sessions/count" ? Guests.Count(40) : Guests.Page([Guests.Item("a"), Guests.Item("b"), Guests.Item("c")]));
        }
    }
}
