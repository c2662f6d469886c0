using SessionsWidgets.TestSupport;
using SessionsWidgets.Tests.Templates;

namespace SessionsWidgets.Tests.Widgets.CheckInWidgets;

public sealed class RecentCheckInsTests : IDisposable
{
    private static readonly RecentCheckIns Faces = new() { Layout = CheckInLayout.Faces };

    private readonly CheckInSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void Parse_AllValues_SetsAllProperties()
    {
        (string, string)[] values =
        [
            ("limit", "6"), ("layout", "faces"), ("offset", "2"), ("from", "2026-07-01"), ("to", "today"), ("show-avatars", "false"),
            ("show-ratings", "false"), ("show-note", "false"), ("heading", "Who is here"),
        ];
        WidgetCatalog.BuiltIn.Get("recent-check-ins").Parse(values.Select(v => KeyValuePair.Create(v.Item1, v.Item2))).ShouldBe(
            new RecentCheckIns
            {
                Limit = 6, Layout = CheckInLayout.Faces, Offset = 2, From = new DateOnly(2026, 7, 1), To = Day.Ago(0), ShowAvatars = false,
                ShowRatings = false, ShowNote = false, Heading = "Who is here",
            });
    }

    [Theory]
    [InlineData("limit", "1001", "limit is '1001'; it must be a whole number from 1 to 1000.")]
    [InlineData("layout", "grid", "layout is 'grid'; it must be 'list' or 'faces'.")]
    [InlineData("featured", "true", "<recent-check-ins> has no attribute 'featured'.")]
    public void Parse_BadValue_SaysWhatIsAllowed(string name, string value, string message) =>
        Should.Throw<ParameterException>(() => WidgetCatalog.BuiltIn.Get("recent-check-ins").Parse([new(name, value)]))
            .Message.ShouldStartWith(message);

    [Fact]
    public async Task RenderAsync_Options_BecomeTheQuery()
    {
        await _site.RenderAsync(new RecentCheckIns { Limit = 6, Offset = 2, From = Day.Ago(7), To = new DateOnly(2026, 7, 18) });
        _site.LastUri!.PathAndQuery.ShouldBe("/venues/stogies-chapin/checkins?limit=6&offset=2&from=2026-07-11&to=2026-07-18");
        await _site.RenderAsync(new RecentCheckIns());
        _site.LastUri!.PathAndQuery.ShouldBe("/venues/stogies-chapin/checkins?limit=10");
    }

    [Theory]
    [InlineData(CheckInLayout.List)]
    [InlineData(CheckInLayout.Faces)]
    public async Task RenderAsync_OfABrand_SaysThatBrandsHaveNone(CheckInLayout layout)
    {
        var e = await Should.ThrowAsync<ParameterException>(
            async () => await _site.RenderAsync(new RecentCheckIns { Layout = layout }, BusinessType.Brand));
        e.Message.ShouldContain("'Brand'");
        e.Message.ShouldContain("brands have no check-ins");
        _site.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task Faces_SeveralCheckInsOfAPerson_AreOneFaceWithTheNewestTime()
    {
        _site.CheckIns = Sessions.Page(
            CheckInSite.CheckIn("a", "2026-07-18T20:30:00Z", "u1", "Ana"),
            CheckInSite.CheckIn("b", "2026-07-18T22:30:00Z", "u2", "Ben"),
            CheckInSite.CheckIn("c", "2026-07-18T21:30:00Z", "u1", "Ana"));
        var body = TemplateCase.Parse((await _site.RenderAsync(Faces)).ToString());
        body.QuerySelectorAll(".sw-faces .sw-avatar").Select(e => e.TextContent).ShouldBe(["B", "A"]);
        Names(body).ShouldBe(["Ben 1 hour ago", "Ana 2 hours ago"]);
        body.QuerySelector("summary")!.TextContent.ShouldBe("All 2 names");
        body.QuerySelector(".sw-words")!.TextContent.ShouldBe("Last check-in 1 hour ago");
        // The list has them all.
        body = TemplateCase.Parse((await _site.RenderAsync(new RecentCheckIns())).ToString());
        body.QuerySelectorAll(".sw-person").Select(e => e.TextContent).ShouldBe(["Ben", "Ana", "Ana"]);
    }

    [Fact]
    public async Task Faces_PeopleWithoutId_AreNotTakenForEachOther()
    {
        _site.CheckIns = Sessions.Page(
            CheckInSite.CheckIn("a", "2026-07-18T21:30:00Z", null, "Jo E."),
            CheckInSite.CheckIn("b", "2026-07-18T20:30:00Z", null, "Jo E."),
            CheckInSite.CheckIn("c", "2026-07-18T19:30:00Z", "a", "Jo E."));
        var body = TemplateCase.Parse((await _site.RenderAsync(Faces)).ToString());
        body.QuerySelectorAll(".sw-name").Length.ShouldBe(3);
    }

    [Theory]
    [InlineData(1, 1, null, "Name")]
    [InlineData(12, 12, null, "All 12 names")]
    [InlineData(13, 11, "+2", "All 13 names")]
    [InlineData(100, 11, "+89", "All 100 names")]
    public async Task Faces_ManyPeople_FitTheRowAndAreAllNamed(int people, int faces, string? more, string summary)
    {
        _site.CheckIns = Sessions.Page(Enumerable.Range(0, people).Select(
            i => CheckInSite.CheckIn($"c{i}", "2026-07-18T20:00:00Z", $"u{i}", $"Person {i}")));
        var body = TemplateCase.Parse((await _site.RenderAsync(Faces with { Limit = people })).ToString());
        body.QuerySelectorAll(".sw-faces .sw-avatar:not(.sw-more)").Length.ShouldBe(faces);
        (body.QuerySelector(".sw-more")?.TextContent).ShouldBe(more);
        body.QuerySelectorAll("details .sw-name").Length.ShouldBe(people);
        body.QuerySelector("summary")!.TextContent.ShouldBe(summary);
    }

    [Fact]
    public async Task Faces_WithoutAvatars_AreNamesInTheOpen()
    {
        _site.CheckIns = Sessions.Page(CheckInSite.CheckIn("a", "2026-07-18T21:30:00Z", "u1", "Ana"));
        var body = TemplateCase.Parse((await _site.RenderAsync(Faces with { ShowAvatars = false })).ToString());
        body.QuerySelector("details, .sw-faces, .sw-avatar").ShouldBeNull();
        Names(body).ShouldBe(["Ana 2 hours ago"]);
    }

    [Fact]
    public async Task Faces_ForScreenReaders_AreNamesAlone()
    {
        _site.CheckIns = Sessions.Page(CheckIns.Full("a"), CheckInSite.CheckIn("b", "2026-07-18T21:30:00Z", "u2", "Ana"));
        var body = TemplateCase.Parse((await _site.RenderAsync(Faces)).ToString());
        body.QuerySelectorAll(".sw-avatar").ShouldAllBe(avatar => avatar.ParentElement!.GetAttribute("aria-hidden") == "true");
        body.QuerySelector("img.sw-face")!.GetAttribute("alt").ShouldBe("");
        // The button is the first child, as a browser wants it, and the names stand in the order of the faces.
        body.QuerySelector("details")!.FirstElementChild!.LocalName.ShouldBe("summary");
        body.QuerySelector("details")!.HasAttribute("open").ShouldBeFalse();
        body.QuerySelectorAll("details bdi").Select(e => e.TextContent).ShouldBe(["Jo Example", "Ana"]);
    }

    [Fact]
    public async Task RenderAsync_WordsChange_AtThatMoment()
    {
        using var site = new CheckInSite(new CachePolicy { FreshFor = TimeSpan.FromDays(1) });
        site.CheckIns = Sessions.Page(CheckInSite.CheckIn("a", "2026-07-18T22:30:10Z", "u1", "Ana"));
        foreach (var widget in (Widget[])[new RecentCheckIns(), Faces])
        {
            await site.RenderAsync(widget);
            var kept = await site.RenderAsync(widget);
            kept.ToString().ShouldContain("59 minutes ago");
            kept.FreshUntil.ShouldBe(new DateTimeOffset(2026, 7, 18, 23, 30, 10, TimeSpan.Zero));
            (await site.RenderAsync(widget)).ShouldBeSameAs(kept);
        }

        site.Clock.Advance(TimeSpan.FromSeconds(10));
        foreach (var widget in (Widget[])[new RecentCheckIns(), Faces])
        {
            var later = await site.RenderAsync(widget);
            later.ToString().ShouldContain("1 hour ago");
            later.ToString().ShouldNotContain("minutes ago");
        }

        site.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task RenderAsync_AbsoluteDates_StayTrueAsLongAsTheData()
    {
        _site.CheckIns = Sessions.Page(CheckInSite.CheckIn("a", "2026-07-18T22:30:10Z", "u1", "Ana"));
        var fragment = await _site.RenderAsync(Faces with { Dates = DateStyle.Absolute });
        fragment.ToString().ShouldContain("Last check-in 18 Jul 2026");
        fragment.FreshUntil.ShouldBe(_site.Clock.GetUtcNow() + new CachePolicy().FreshFor);
    }

    [Fact]
    public async Task RenderAsync_NothingAndNoResponse_ShowTheEmptyStateAndTheNotice()
    {
        var empty = await _site.RenderAsync(Faces with { AllUrl = "/visits" });
        empty.IsEmpty.ShouldBeTrue();
        empty.ToString().ShouldContain("No check-ins yet");
        empty.ToString().ShouldContain("href=\"/visits\"");
        using var site = new CheckInSite { CheckIns = null };
        var fallback = await site.RenderAsync(new RecentCheckIns());
        fallback.Origin.ShouldBe(FragmentOrigin.Fallback);
        fallback.ToString().ShouldContain("Check-ins can’t be shown right now");
        fallback.ToString().ShouldContain(">Recent check-ins<");
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:image/svg+xml,x")]
    [InlineData("//elsewhere.example.org/a.png")]
    [InlineData("http://elsewhere.example.org/a.png")]
    [InlineData("https://192.168.1.1/a.png")]
    [InlineData("https://printer.local/a.png")]
    public async Task RenderAsync_HostileAddress_ShowsTheInitials(string address)
    {
        _site.CheckIns = CheckIns.Everywhere(address);
        foreach (var widget in (Widget[])[new RecentCheckIns(), Faces])
        {
            var body = TemplateCase.Parse((await _site.RenderAsync(widget)).ToString());
            body.QuerySelectorAll("[src], [href], [srcset], [action]").ShouldBeEmpty();
            body.QuerySelectorAll("span.sw-avatar").ShouldHaveSingleItem();
        }
    }

    [Fact]
    public async Task RenderAsync_MoreOfAPerson_IsNowhere()
    {
        const string Canaries = """
            "email":"canary@example.com","phone":"CANARYPHONE","username":"CANARYUSER","ip":"203.0.113.77"
            """;
        _site.CheckIns = Sessions.Page(
            $$$"""
            {"id":"chk_1","createdAt":"2026-07-18T21:30:00Z",{{{Canaries}}},"note":"Hello.",
             "user":{"id":"CANARYID","displayName":"Jo Example","firstName":"CANARYFIRST","lastName":"CANARYLAST",{{{Canaries}}}},
             "venue":{"id":"CANARYVENUE","name":"The Lounge",{{{Canaries}}}}}
            """);
        foreach (var widget in (Widget[])[new RecentCheckIns(), Faces])
        {
            var html = (await _site.RenderAsync(widget)).ToString();
            html.ShouldContain("Jo Example");
            html.ShouldNotContain("canary", Case.Insensitive);
            html.ShouldNotContain("203.0.113.77");
        }
    }

    [Fact]
    public async Task RenderAsync_TemplateThatAsksForMore_FindsNothing()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "recent-check-ins.liquid",
            "{% for c in check_ins %}<p>{{ c.user.id }}{{ c.user.user }}{{ c.user.email }}{{ c.venue }}|{{ c.user.display_name }}</p>"
            + "{% endfor %}");
        using var site = new CheckInSite(templates: folder.Path) { CheckIns = Sessions.Page(CheckIns.Full("a")) };
        (await site.RenderAsync(new RecentCheckIns())).ToString().ShouldBe("<p>|Jo Example</p>");
    }

    private static IEnumerable<string> Names(AngleSharp.Dom.IElement body) =>
        body.QuerySelectorAll(".sw-name")
            .Select(e => string.Join(' ', e.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
