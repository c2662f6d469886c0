using System.Runtime.CompilerServices;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Rendering.Fragments;

/// <summary>What kept fragments hold on to, and what they leave to others.</summary>
public class FragmentMemoryTests
{
    /// <summary>One of 64 KiB is larger than the limit with its text.</summary>
    private const int TooLong = 40_000;

    [Fact]
    public async Task RenderAsync_KeptFragment_DoesNotHoldTheResponse()
    {
        using var site = new KeptFragments();
        var session = await RenderAndRemoveAsync(site);
        site.Renderer.Fragments.ShouldBe(1);
        for (var i = 0; i < 3 && session.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        session.IsAlive.ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(60, TooLong)]
    public async Task RenderAsync_FragmentThatCannotBeKept_LeavesOthers(int seconds, int length)
    {
        var definition = new WidgetDefinition<Board>("house-board", [], (_, context) => new WidgetPlan(
            [], (_, _) => ValueTask.FromResult<WidgetModel?>(new BoardModel(context.Now + TimeSpan.FromSeconds(seconds), length))))
        {
            Describe = members => members.Add<BoardModel>(m => m.Member("text", b => b.Text)),
        };
        using var site = new KeptFragments(new CachePolicy { MaxFragmentBytes = 64 * 1024 }, widgets: [definition], reload: true);
        site.Folder.Write("house-board.liquid", "{{ text }}");
        for (var i = 1; i <= 6; i++) await site.KeepAsync(new RecentSmokes { HeadingLevel = i });
        site.Renderer.Fragments.ShouldBe(6);
        for (var i = 0; i < 5; i++) (await site.RenderAsync(new Board())).Origin.ShouldBe(FragmentOrigin.Fresh);
        site.Renderer.Fragments.ShouldBe(6);
    }

    [Fact]
    public async Task RenderAsync_ManyFragments_StayWithinTheirLimit()
    {
        const int Limit = 64 * 1024;
        using var site = new KeptFragments(new CachePolicy { MaxFragmentBytes = Limit });
        for (var i = 0; i < 500; i++)
        {
            var fragment = await site.KeepAsync(new RecentSmokes { Heading = $"{i}" });
            (site.Renderer.Fragments * 3L * fragment.Utf8.Length).ShouldBeLessThanOrEqualTo(Limit);
        }

        site.Renderer.Fragments.ShouldBeGreaterThan(0);
        site.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task RenderAsync_KeysThatNeverComeAgain_AreNotKept()
    {
        using var site = new KeptFragments();
        await site.KeepAsync();
        for (var i = 0; i < 1000; i++) await site.RenderAsync(new RecentSmokes { Heading = $"{i}" });
        // Two keys with the same hash may follow each other.
        site.Renderer.Fragments.ShouldBeInRange(1, 2);
    }

    [Fact]
    public async Task RenderAsync_EqualBusinessOfAnotherClient_HasItsOwnData()
    {
        using var site = new KeptFragments();
        var first = await site.KeepAsync();
        var json = Sessions.Page(Sessions.Item("b", more: "\"note\":\"of the other\""));
        using var handler = new StubHandler((_, _) => Task.FromResult(StubHandler.Json(json)));
        using var other = new SessionsClient(
            new SessionsClientOptions { ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = handler }.On(site.Clock));
        var fragment = await site.RenderAsync(business: other.GetBusiness(BusinessType.Venue, "stogies-chapin"));
        fragment.ToString().ShouldNotBe(first.ToString());
        fragment.ToString().ShouldContain("of the other");
    }

    [Fact]
    public async Task RenderAsync_ClientDisposed_ShowsTheFallbackAlsoOfAKeptFragment()
    {
        using var site = new KeptFragments();
        await site.KeepAsync();
        site.Client.Dispose();
        (await site.RenderAsync()).Origin.ShouldBe(FragmentOrigin.Fallback);
    }

    [Fact]
    public async Task RenderAsync_QueryOfOneGuest_IsNotKept()
    {
        var query = WidgetQuery.GuestCount(new GuestSessionQuery { GuestId = "guest1" });
        var definition = new WidgetDefinition<Board>(
            "house-board", [], (_, _) => query.ToModel(count => new BoardModel(DateTimeOffset.MaxValue, (int)count.Shown)))
        {
            Describe = members => members.Add<BoardModel>(m => m.Member("text", b => b.Text)),
        };
        using var site = new KeptFragments(widgets: [definition], reload: true);
        site.Folder.Write("house-board.liquid", "{{ text }}");
        site.Json = Guests.Count(5);
        var lounge = site.Client.GetBusiness(new BusinessOptions
        {
            BusinessId = "stogies-chapin",
            GuestWifi = new GuestWifiOptions { ApiBaseUrl = new Uri("https://wifi.example.com"), AccessToken = "wifi-token" },
        });
        for (var i = 1; i <= 2; i++)
        {
            (await site.RenderAsync(new Board(), business: lounge)).ToString().ShouldBe("xxxxx");
            site.Renderer.Fragments.ShouldBe(0);
            site.Requests.ShouldBe(i);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> RenderAndRemoveAsync(KeptFragments site)
    {
        await site.KeepAsync(new RecentSmokes { Limit = 7 });
        var page = await site.Lounge.GetSessionsAsync(new SessionQuery { Limit = 7 });
        site.Requests.ShouldBe(1);
        var session = new WeakReference(page.Sessions[0]);
        await site.Client.RemoveAsync(site.Lounge);
        return session;
    }

    private sealed record Board : Widget;

    private sealed class BoardModel(DateTimeOffset until, int length) : WidgetModel
    {
        public override DateTimeOffset FreshUntil => until;

        public string Text { get; } = new('x', length);
    }
}
