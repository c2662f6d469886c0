using System.Net;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Rendering.Fragments;

/// <summary>What has not changed is not rendered again, and what has changed is.</summary>
public sealed class FragmentCacheTests : IDisposable
{
    private readonly KeptFragments _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task RenderAsync_NothingChanged_GivesTheSameFragment()
    {
        var first = await _site.KeepAsync();
        // Equal options, business and request, but other objects.
        var request = new RenderRequest { Language = "en" };
        var again = await _site.RenderAsync(
            new RecentSmokes(), request, _site.Client.GetBusiness(BusinessType.Venue, "stogies-chapin"));
        again.ShouldBeSameAs(first);
        again.ToString().ShouldBeSameAs(first.ToString());
        again.ETag.ShouldBeSameAs(first.ETag);
        _site.Requests.ShouldBe(1);
    }

    public static TheoryData<string, Widget, RenderRequest?> Others => new()
    {
        { "option", new RecentSmokes { Heading = "Other" }, null },
        { "class", new RecentSmokes { CssClass = "wide" }, null },
        { "language", new RecentSmokes { Language = "de" }, null },
        { "language of the request", new RecentSmokes(), new RenderRequest { Language = "de" } },
        { "dates of the request", new RecentSmokes(), new RenderRequest { Dates = DateStyle.Absolute } },
        { "path base", new RecentSmokes { AllUrl = "~/all" }, new RenderRequest { PathBase = "/app" } },
        { "another path base", new RecentSmokes { AllUrl = "~/all" }, new RenderRequest { PathBase = "" } },
        { "attributes", new RecentSmokes(), new RenderRequest { Attributes = Attributes("data-a", "1") } },
        { "other attributes", new RecentSmokes(), new RenderRequest { Attributes = Attributes("data-a", "2") } },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task RenderAsync_SomethingElse_IsKeptOnItsOwn(string what, Widget widget, RenderRequest? request)
    {
        var usual = await _site.KeepAsync();
        var other = await _site.KeepAsync(widget, request);
        other.ToString().ShouldNotBe(usual.ToString(), what);
        (await _site.RenderAsync()).ShouldBeSameAs(usual);
        (await _site.RenderAsync(widget with { }, request is null ? null : request with { })).ShouldBeSameAs(other);
        // As it would be without anything kept.
        using var fresh = new KeptFragments();
        (await fresh.RenderAsync(widget, request)).ToString().ShouldBe(other.ToString());
    }

    [Fact]
    public async Task RenderAsync_TwoPathBases_AreTheSameWithoutALinkThatNeedsThem()
    {
        var widget = new RecentSmokes { AllUrl = "/all" };
        var one = await _site.KeepAsync(widget, new RenderRequest { PathBase = "/app" });
        (await _site.RenderAsync(widget, new RenderRequest { PathBase = "/other" })).ShouldBeSameAs(one);
    }

    [Fact]
    public async Task RenderAsync_OtherBusinesses_HaveFragmentsOfTheirOwn()
    {
        _site.Json = Sessions.Page(Sessions.Item("a", "2026-07-18T02:00:00Z", Note("of {path}")));
        BusinessOptions lounge = new() { BusinessType = BusinessType.Venue, BusinessId = "uptown" };
        var businesses = new[]
        {
            _site.Lounge,
            _site.Client.GetBusiness(lounge),
            _site.Client.GetBusiness(lounge with { BusinessType = BusinessType.Brand }),
            _site.Client.GetBusiness(lounge with { Culture = "de" }),
            _site.Client.GetBusiness(lounge with { TimeZone = "America/New_York" }),
            _site.Client.GetBusiness(lounge with { ApiKey = "a-key" }),
            _site.Client.GetBusiness(lounge with { ApiBaseUrl = new Uri("https://other.example.com/v2") }),
        };
        var absolute = new RenderRequest { Dates = DateStyle.Absolute };
        var fragments = new List<HtmlFragment>();
        foreach (var business in businesses) fragments.Add(await _site.KeepAsync(null, absolute, business));
        for (var i = 0; i < businesses.Length; i++)
            (await _site.RenderAsync(null, absolute, businesses[i])).ShouldBeSameAs(fragments[i]);
        fragments.Distinct().Count().ShouldBe(businesses.Length);
        // A brand has its own data, German its own words, New York its own days.
        new[] { 0, 1, 2, 3, 6 }.Select(i => fragments[i].ToString()).Distinct().Count().ShouldBe(5);
        fragments[4].ToString().ShouldNotBe(fragments[1].ToString());
    }

    [Fact]
    public async Task RenderAsync_SessionFromCode_IsPartOfTheOptions()
    {
        var session = new SmokeSession { Id = "a", User = new SessionUser { DisplayName = "Jo Example" }, Note = "One" };
        var one = await _site.KeepAsync(new SessionCard { Session = session });
        var two = await _site.RenderAsync(new SessionCard { Session = session with { Note = "Two" } });
        two.ToString().ShouldContain("Two");
        (await _site.RenderAsync(new SessionCard { Session = session with { } })).ShouldBeSameAs(one);
        _site.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task RenderAsync_WordsChange_AtThatMoment()
    {
        _site.Json = Sessions.Page(Sessions.Item("a", "2026-07-18T23:12:15Z"));
        (await _site.KeepAsync()).ToString().ShouldContain("17 minutes ago");
        _site.Clock.Advance(TimeSpan.FromSeconds(14));
        (await _site.KeepAsync()).ToString().ShouldContain("17 minutes ago");
        _site.Clock.Advance(TimeSpan.FromSeconds(1));
        (await _site.RenderAsync()).ToString().ShouldContain("18 minutes ago");
        _site.Requests.ShouldBe(1);
        // A clock that was wrong is set right.
        _site.Clock.SetBack(TimeSpan.FromMinutes(5));
        (await _site.RenderAsync()).ToString().ShouldContain("13 minutes ago");
    }

    [Fact]
    public async Task RenderAsync_DayEnds_TodayIsCountedAnew()
    {
        using var site = new KeptFragments(new CachePolicy { FreshFor = TimeSpan.FromDays(1) }, reload: true);
        site.Json = Sessions.Page(Sessions.Item("a", "2026-07-18T12:00:00Z"));
        site.Folder.Write("lounge-activity.liquid", "{{ smokes_today }}");
        var before = await site.KeepAsync(new LoungeActivity());
        before.ToString().ShouldBe("1");
        before.FreshUntil.ShouldBe(new DateTimeOffset(2026, 7, 19, 0, 0, 0, TimeSpan.Zero));
        site.Clock.Advance(TimeSpan.FromMinutes(31));
        (await site.RenderAsync(new LoungeActivity())).ToString().ShouldBe("0");
        site.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task RenderAsync_SessionOutsideOfTheListEnds_IsNoLongerCounted()
    {
        using var site = new KeptFragments(new CachePolicy { FreshFor = TimeSpan.FromDays(1) });
        var started = site.Clock.GetUtcNow() - SmokeSession.MaxInProgress + TimeSpan.FromMinutes(10);
        site.Json = Sessions.Page(
            Sessions.Item("a"), Sessions.Item("b", more: $"\"startedAt\":\"{started:O}\""));
        var before = await site.KeepAsync(new LoungeActivity { Limit = 0 });
        before.FreshUntil.ShouldBe(started + SmokeSession.MaxInProgress);
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        (await site.RenderAsync(new LoungeActivity { Limit = 0 })).ToString().ShouldNotBe(before.ToString());
    }

    [Fact]
    public async Task RenderAsync_NewData_IsShownAsSoonAsItIsThere()
    {
        var first = await _site.KeepAsync();
        _site.Json = Sessions.Page(Sessions.Item("a", more: Note("New")));
        await _site.Client.RefreshAsync(_site.Lounge);
        var second = await _site.RenderAsync();
        second.ToString().ShouldContain("New");
        second.ToString().ShouldNotBe(first.ToString());
    }

    [Fact]
    public async Task RenderAsync_Removed_IsGone()
    {
        await _site.KeepAsync();
        _site.Json = Sessions.Page(Sessions.Item("b", more: Note("After")));
        await _site.Client.RemoveAsync(_site.Lounge);
        (await _site.RenderAsync()).ToString().ShouldContain("After");
        _site.Json = Sessions.Page();
        await _site.Renderer.RemoveAsync(_site.Lounge, new RecentSmokes());
        (await _site.RenderAsync()).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task RenderAsync_UpstreamFailsAndRecovers_StaleBecomesFresh()
    {
        var fresh = await _site.KeepAsync();
        _site.Status = HttpStatusCode.InternalServerError;
        _site.Clock.Advance(TimeSpan.FromMinutes(12));
        var stale = await _site.RenderAsync();
        stale.Origin.ShouldBe(FragmentOrigin.Stale);
        stale.Error.ShouldNotBeNull();
        stale.FreshUntil.ShouldBeLessThanOrEqualTo(_site.Clock.GetUtcNow());
        fresh.Origin.ShouldBe(FragmentOrigin.Fresh);
        (await _site.RenderAsync()).ShouldBeSameAs(stale);
        _site.Status = HttpStatusCode.OK;
        _site.Clock.Advance(TimeSpan.FromMinutes(12));
        (await _site.RenderAsync()).Origin.ShouldBe(FragmentOrigin.Fresh);
    }

    [Fact]
    public async Task RenderAsync_Fallback_IsNeverKept()
    {
        _site.Status = HttpStatusCode.InternalServerError;
        (await _site.RenderAsync()).Origin.ShouldBe(FragmentOrigin.Fallback);
        _site.Renderer.Fragments.ShouldBe(0);
        _site.Status = HttpStatusCode.OK;
        _site.Clock.Advance(TimeSpan.FromMinutes(6));
        (await _site.RenderAsync()).Origin.ShouldBe(FragmentOrigin.Fresh);
    }

    [Fact]
    public async Task RenderAsync_UnknownBusiness_ComesAndGoes()
    {
        var json = _site.Json;
        _site.Json = null;
        (await _site.RenderAsync()).Origin.ShouldBe(FragmentOrigin.Fallback);
        _site.Renderer.Fragments.ShouldBe(0);
        // Only several 404 in a row remove the last good result.
        foreach (var (answer, origins) in new[]
        {
            (json, "Fresh Fresh Fresh"), (null, "Stale Fallback Fallback"), (json, "Fresh Fresh Fresh"), (null, "Stale Fallback Fallback"),
        })
        {
            _site.Json = answer;
            var found = new List<FragmentOrigin>();
            for (var i = 0; i < 3; i++)
            {
                _site.Clock.Advance(TimeSpan.FromHours(1));
                found.Add((await _site.RenderAsync()).Origin);
            }

            string.Join(' ', found).ShouldBe(origins);
        }
    }

    [Fact]
    public async Task RenderAsync_TemplateOrTextEdited_TakesEffectAtOnce()
    {
        using var site = new KeptFragments(reload: true);
        var built = await site.KeepAsync();
        site.Folder.Write("recent-smokes.liquid", "{{ 'all_sessions' | t }}");
        (await site.RenderAsync()).ToString().ShouldNotBe(built.ToString());
        site.Folder.Write("locales/en.json", """{ "language": "en", "texts": { "all_sessions": "Every one" } }""");
        (await site.RenderAsync()).ToString().ShouldBe("Every one");
        site.Folder.Write("recent-smokes.liquid", "{{ broken");
        (await site.RenderAsync()).Origin.ShouldBe(FragmentOrigin.Fallback);
        site.Folder.Write("recent-smokes.liquid", "Mended.");
        (await site.RenderAsync()).ToString().ShouldBe("Mended.");
    }

    [Fact]
    public async Task RenderAsync_OptionNotAllowed_IsRefusedEachTime()
    {
        await _site.RenderAsync();
        for (var i = 0; i < 2; i++)
        {
            await Should.ThrowAsync<ParameterException>(async () => await _site.RenderAsync(new RecentSmokes { Limit = -1 }));
            await Should.ThrowAsync<ParameterException>(async () => await _site.RenderAsync(new RecentSmokes { AllUrl = "~/all" }));
        }
    }

    [Fact]
    public async Task RenderAsync_Lookups_AreCounted()
    {
        using var telemetry = new RecordingTelemetry();
        await _site.KeepAsync();
        await _site.RenderAsync();
        telemetry.Entries.ShouldContain("sessions_widgets.fragments.lookups result=miss");
        telemetry.Entries.ShouldContain("sessions_widgets.fragments.lookups result=hit");
    }

    private static string Note(string text) => $"\"note\":\"{text}\"";

    private static ElementAttributes Attributes(string name, string value) =>
        ElementAttributes.Take(WidgetCatalog.BuiltIn.Get("recent-smokes"), [KeyValuePair.Create(name, value)]);
}
