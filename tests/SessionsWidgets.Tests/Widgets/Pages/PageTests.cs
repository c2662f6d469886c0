using AngleSharp.Dom;
using SessionsWidgets.TestSupport;
using SessionsWidgets.Tests.Templates;

namespace SessionsWidgets.Tests.Widgets.Pages;

/// <summary>Pages of a widget: which items they have, where their links lead, and what they ask upstream for.</summary>
public class PageTests
{
    private static readonly string Fifty = Sessions.Page(Enumerable.Range(0, 50).Select(i => Sessions.Item(
        $"ses_{i}", $"2026-07-18T22:{59 - i}:00Z", $$""" "rating": 4.5, "cigar": { "id": "c{{i % 5}}", "name": "Cigar {{i % 5}}" } """)));

    [Theory]
    [InlineData(null, 1, null, null)]
    [InlineData("/s", 1, null, "/s?recent-smokes-page=2#recent-smokes-page")]
    [InlineData("/s?recent-smokes-page=2", 2, "/s#recent-smokes-page", "/s?recent-smokes-page=3#recent-smokes-page")]
    [InlineData(
        "/s?a=1&recent-smokes-page=2&b=%20&a=2", 2, "/s?a=1&b=%20&a=2#recent-smokes-page",
        "/s?a=1&b=%20&a=2&recent-smokes-page=3#recent-smokes-page")]
    [InlineData("/s?recent-smokes-page=5", 5, "/s?recent-smokes-page=4#recent-smokes-page", null)]
    [InlineData("/s?recent-smokes-page=6", 5, "/s?recent-smokes-page=4#recent-smokes-page", null)]
    [InlineData("/s?Recent-Smokes-Page=99999999999999", 1, null, "/s?recent-smokes-page=2#recent-smokes-page")]
    [InlineData("/s?recent-smokes-page=-3", 1, null, "/s?recent-smokes-page=2#recent-smokes-page")]
    [InlineData("/s?recent-smokes-page=&recent-smokes-page=3", 1, null, "/s?recent-smokes-page=2#recent-smokes-page")]
    [InlineData("/s?q={page}", 1, null, "/s?q=%7Bpage%7D&recent-smokes-page=2#recent-smokes-page")]
    [InlineData("/s?q=\"><b>", 1, null, "/s?recent-smokes-page=2#recent-smokes-page")]
    [InlineData("//example.org/s", 1, null, null)]
    [InlineData("/s?smokes-page=4", 1, null, "/s?smokes-page=4&recent-smokes-page=2#recent-smokes-page")]
    public async Task More_OfAnAddress_TurnsToThePageAndLeadsToOthers(string? address, int page, string? previous, string? next)
    {
        await using var site = new Site();
        var body = await site.RenderAsync(new RecentSmokes { More = true }, address);
        body.QuerySelectorAll("article").Length.ShouldBe(10);
        FirstMinute(body).ShouldBe($"{59 - ((page - 1) * 10):00}");
        body.QuerySelector("[rel=prev]")?.GetAttribute("href").ShouldBe(previous);
        body.QuerySelector("[rel=next]")?.GetAttribute("href").ShouldBe(next);
        (body.QuerySelector(".sw-pages") is null).ShouldBe(previous is null && next is null);
        if (next is not null) body.QuerySelector("section")!.Id.ShouldBe("recent-smokes-page");
    }

    [Fact]
    public async Task More_WithAnId_HasAParameterOfItsOwn()
    {
        await using var site = new Site();
        var body = await site.RenderAsync(
            new CigarCards { More = true, Id = "humidor", Limit = 2 }, "/s?recent-smokes-page=3&humidor-page=2");
        body.QuerySelectorAll("article").Length.ShouldBe(2);
        body.QuerySelector("[rel=prev]")!.GetAttribute("href").ShouldBe("/s?recent-smokes-page=3#humidor");
        body.QuerySelector("[rel=next]")!.GetAttribute("href").ShouldBe("/s?recent-smokes-page=3&humidor-page=3#humidor");
    }

    [Fact]
    public async Task More_LongAddress_LeavesOutWhatOthersHaveThere()
    {
        await using var site = new Site();
        var body = await site.RenderAsync(new RecentSmokes { More = true }, $"/s?q={new string('x', 3000)}");
        body.QuerySelector("[rel=next]")!.GetAttribute("href").ShouldBe("/s?recent-smokes-page=2#recent-smokes-page");
    }

    [Fact]
    public async Task More_AnyPage_IsOfTheSameRequestAndAFewFragments()
    {
        await using var site = new Site();
        for (var round = 0; round < 3; round++)
        {
            for (var page = 0; page < 200; page++)
            {
                await site.RenderAsync(new RecentSmokes { More = true }, $"/s?recent-smokes-page={page}");
                // What visitors make up is not kept.
                await site.RenderAsync(new RecentSmokes { More = true }, $"/s?x={page}&recent-smokes-page=2");
            }
        }

        await site.RenderAsync(new RecentSmokes { Summary = true, Offset = 4, Limit = 3 }, null);
        site.Requests.ShouldBe(["?limit=100"]);
        site.Fragments.ShouldBeInRange(1, 20);
    }

    [Fact]
    public async Task More_TwentyOnePages_HasTwenty()
    {
        await using var site = new Site();
        var body = await site.RenderAsync(new RecentSmokes { More = true, Limit = 1 }, "/s?recent-smokes-page=50");
        FirstMinute(body).ShouldBe("40");
        body.QuerySelector("[rel=next]").ShouldBeNull();
        body.QuerySelector(".sw-pages")!.TextContent.ShouldContain("Page 20");
    }

    [Fact]
    public async Task PageUrl_SetByTheHost_IsWhereThePagesAre()
    {
        await using var site = new Site();
        var body = await site.RenderAsync(
            new RecentSmokes { Page = 2, PageUrl = "~/smokes-{page}.html", More = true, Offset = 5, Layout = WidgetLayout.Grid },
            "/s?recent-smokes-page=4");
        FirstMinute(body).ShouldBe("44");
        body.QuerySelector("[rel=next]")!.GetAttribute("href").ShouldBe("/app/smokes-3.html");
        body.QuerySelector("[rel=prev]")!.GetAttribute("href").ShouldBe("/app/smokes-1.html");
    }

    [Fact]
    public async Task Offset_BeyondTheLargestSample_SaysWhatIsAllowed()
    {
        await using var site = new Site();
        var error = await Should.ThrowAsync<ParameterException>(
            () => site.RenderAsync(new RecentSmokes { Summary = true, Offset = 991 }, null));
        error.Message.ShouldContain("offset is '991'");
        error.Message.ShouldContain("990 at most");
    }

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(1, 0, "The last smoke is not rated yet")]
    [InlineData(1, 1, "The last smoke is rated 4.0")]
    [InlineData(3, 0, "None of the last 3 smokes is rated yet")]
    [InlineData(3, 1, "One of the last 3 smokes is rated: 4.0")]
    [InlineData(4, 3, "4.3 on average from 3 rated of the last 4 smokes")]
    [InlineData(3, 3, "4.3 on average, with all of the last 3 smokes rated")]
    public async Task Summary_OfSmokes_SaysWhatIsTrueOfThem(int smokes, int rated, string? expected)
    {
        await using var site = new Site(Rated(smokes, rated));
        foreach (var widget in (Widget[])[
            new RecentSmokes { Summary = true, Limit = 2 }, new RecentSmokes { Summary = true, Layout = WidgetLayout.Grid },
            new CigarCards { Summary = true }])
            (await site.RenderAsync(widget, null)).QuerySelector(".sw-sample")?.TextContent.ShouldBe(expected);
    }

    [Theory]
    [InlineData(4, 3, "4.3 on average from 3 ratings")]
    [InlineData(4, 1, "4.0 from 1 rating")]
    [InlineData(4, 0, null)]
    public async Task Summary_OfSomeSmokes_SpeaksOfTheRatingsAlone(int smokes, int rated, string? expected)
    {
        await using var site = new Site(Rated(smokes, rated));
        foreach (var widget in (Widget[])[
            new RecentSmokes { Summary = true, Featured = true }, new RecentSmokes { Summary = true, To = Day.Today },
            new CigarCards { Summary = true, Offset = 1 }])
        {
            var line = (await site.RenderAsync(widget, null)).QuerySelector(".sw-sample");
            (line?.TextContent).ShouldBe(expected);
        }
    }

    [Fact]
    public async Task Summary_OfHiddenRatings_IsHidden()
    {
        await using var site = new Site(Rated(4, 3));
        foreach (var widget in (Widget[])[
            new RecentSmokes { Summary = true, ShowRatings = false }, new CigarCards { Summary = true, ShowRatings = false },
            new RecentSmokes { Summary = true, ShowRatings = false, Layout = WidgetLayout.Grid }])
        {
            var text = (await site.RenderAsync(widget, null)).TextContent;
            text.ShouldNotContain("4.3");
            text.ShouldNotContain("rated");
        }
    }

    [Fact]
    public async Task CigarCards_OfOneCigar_SayTheirSampleOnce()
    {
        await using var site = new Site(Rated(3, 2));
        var text = (await site.RenderAsync(new CigarCards { CigarId = "c0" }, null)).TextContent;
        text.ShouldContain("Out of the last 3 smokes");
        text.Split("3 smokes").Length.ShouldBe(2);
        text = (await site.RenderAsync(new CigarCards { CigarId = "c0", Summary = true }, null)).TextContent;
        text.Split("3 smokes").Length.ShouldBe(2);
    }

    [Fact]
    public async Task RecentSmokes_OfOneCigar_LeaveItsNameOut()
    {
        await using var site = new Site();
        (await site.RenderAsync(new RecentSmokes { CigarId = "c0" }, null)).InnerHtml.ShouldNotContain("Cigar 0");
        (await site.RenderAsync(new RecentSmokes { CigarId = "c0", ShowCigar = true }, null)).InnerHtml.ShouldContain("Cigar 0");
    }

    private static string Rated(int smokes, int rated) => Sessions.Page(Enumerable.Range(0, smokes).Select(i => Sessions.Item(
        $"ses_{i}",
        more: $$""" "rating": {{(i >= rated ? "null" : i == 1 ? "4.8" : "4")}}, "cigar": { "id": "c0", "name": "Cigar 0" } """)));

    private static string FirstMinute(IElement body) => body.QuerySelector("article time")!.GetAttribute("datetime")![14..16];

    /// <summary>A renderer over answers of the API.</summary>
    private sealed class Site : IAsyncDisposable
    {
        private readonly StubHandler _handler;
        private readonly SessionsClient _client;
        private readonly WidgetRenderer _renderer;

        public Site(string? json = null)
        {
            _handler = new StubHandler((request, _) =>
            {
                Requests.Add(request.RequestUri!.Query);
                return Task.FromResult(StubHandler.Json(json ?? Fifty));
            });
            _client = new SessionsClient(new SessionsClientOptions
            {
                ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = _handler, TimeProvider = new ManualClock(),
            });
            _renderer = new WidgetRenderer(_client);
        }

        public List<string> Requests { get; } = [];

        public int Fragments => _renderer.Fragments;

        public async Task<IElement> RenderAsync(Widget widget, string? address)
        {
            var request = new RenderRequest { PageAddress = address, PathBase = "/app", MaxWait = Timeout.InfiniteTimeSpan };
            var fragment = await _renderer.RenderAsync(_client.GetBusiness(BusinessType.Venue, "lounge"), widget, request);
            fragment.Error.ShouldBeNull();
            return TemplateCase.Parse(fragment.ToString());
        }

        public async ValueTask DisposeAsync()
        {
            await _client.DisposeAsync();
            _handler.Dispose();
        }
    }
}
