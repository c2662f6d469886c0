using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.AspNetCore.Tests.Components;
using SessionsWidgets.AspNetCore.Tests.Endpoints;

namespace SessionsWidgets.AspNetCore.Tests.PageTurning;

/// <summary>Links to more: in Razor pages, Blazor pages and fragments by URL, below a path base and behind caches.</summary>
public class MorePagesTests
{
    [Fact]
    public async Task Page_TwoWidgets_TurnTheirOwnPagesAndKeepWhatElseIsInTheQuery()
    {
        await using var site = await TestSite.StartAsync(map: app => app.UsePathBase("/lounge").UseRouting());
        var (one, other) = await OpenAsync(site, "/lounge/More?q=caf%C3%A9&recent-smokes-page=3&second-page=2");
        Links(one).ShouldBe(
        [
            "prev /lounge/More?q=caf%C3%A9&second-page=2&recent-smokes-page=2#recent-smokes-page",
            "next /lounge/More?q=caf%C3%A9&second-page=2&recent-smokes-page=4#recent-smokes-page",
        ]);
        Links(other).ShouldBe(
        [
            "prev /lounge/More?q=caf%C3%A9&recent-smokes-page=3#second",
            "next /lounge/More?q=caf%C3%A9&recent-smokes-page=3&second-page=3#second",
        ]);
        foreach (var page in (string[])["999", "-1", "x", "3%00", "0x2", "%F0%9F%9A%AC"])
            (await OpenAsync(site, $"/lounge/More?recent-smokes-page={page}")).One.QuerySelectorAll("article").Length.ShouldBe(3);
        // Whatever page a visitor asks for, it is of the same list.
        site.Sandbox.Requests.All.Select(r => r.Query).ShouldBe(["?limit=100"]);
    }

    [Theory]
    [InlineData("Development", "another widget of this page turns its pages by '?second-page=': give this one an id of its own.")]
    [InlineData("Production", null)]
    public async Task Page_TwoWidgetsOfTheSameId_LeavesOneOutAndSaysWhy(string environment, string? notice)
    {
        await using var site = await TestSite.StartAsync(environment);
        for (var visit = 0; visit < 2; visit++)
        {
            var html = await site.Http.GetStringAsync(new Uri("/More?id=second", UriKind.Relative));
            Parse(html).QuerySelectorAll(".sw-recent-smokes").Length.ShouldBe(1);
            if (notice is not null) WebUtility.HtmlDecode(html).ShouldContain(notice);
        }

        if (notice is null) site.Log.OwnEntries.ShouldHaveSingleItem().ShouldContain("give this one an id of its own");
    }

    [Fact]
    public async Task Page_InACacheTag_IsStoredByItsNumberOrNotAtAll()
    {
        await using var site = await TestSite.StartAsync();
        var first = await site.Http.GetStringAsync(new Uri("/Cached/More", UriKind.Relative));
        var second = await site.Http.GetStringAsync(new Uri("/Cached/More?recent-smokes-page=2", UriKind.Relative));
        (await site.Http.GetStringAsync(new Uri("/Cached/More", UriKind.Relative))).ShouldBe(first);
        Links(Parse(first)).ShouldBe(["next /Cached/More?recent-smokes-page=2#recent-smokes-page"]);
        Links(Parse(second))[0].ShouldBe("prev /Cached/More#recent-smokes-page");
        first.ShouldContain("id=\"content\"");
        site.Log.OwnEntries.ShouldContain(e => e.Contains("<cache vary-by-query=\"cigar-cards-page\">", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("output", null)]
    [InlineData("output", "other")]
    [InlineData("response", null)]
    public async Task Page_BehindACacheOfTheServer_IsNotServedForAnother(string cache, string? varyBy)
    {
        await using var site = await TestSite.StartAsync(
            configure: b =>
            {
                b.Services.AddResponseCaching();
                b.Services.AddOutputCache(o => o.AddBasePolicy(p =>
                {
                    p.Expire(TimeSpan.FromHours(1));
                    if (varyBy is not null) p.SetVaryByQuery(varyBy);
                }));
            },
            map: app =>
            {
                if (cache == "output") app.UseOutputCache();
                else
                {
                    app.UseResponseCaching();
                    app.Use((http, next) =>
                    {
                        http.Response.Headers.CacheControl = "public, max-age=3600";
                        return next(http);
                    });
                }
            });
        for (var round = 0; round < 2; round++)
        {
            Links((await OpenAsync(site, "/More")).One).ShouldBe(["next /More?recent-smokes-page=2#recent-smokes-page"]);
            Links((await OpenAsync(site, "/More?recent-smokes-page=2")).One)[0].ShouldBe("prev /More#recent-smokes-page");
        }
    }

    [Fact]
    public async Task Component_OfAStaticPage_LinksAsTheTag()
    {
        await using var site = await BlazorSite.StartAsync();
        var section = await site.SectionAsync("/blazor/more?q=1&recent-smokes-page=2");
        Links(section).ShouldBe(
        [
            "prev /blazor/more?q=1#recent-smokes-page", "next /blazor/more?q=1&recent-smokes-page=3#recent-smokes-page",
        ]);
    }

    [Fact]
    public async Task Fragment_ByUrl_LinksToFragments()
    {
        await using var site = await EndpointSite.StartAsync();
        var text = await site.Http.GetStringAsync(new Uri("/widgets/cigar-cards?page=2&more=true&limit=3&summary=true", UriKind.Relative));
        Links(Parse(text)).ShouldBe(
        [
            "prev /widgets/cigar-cards?more=true&limit=3&summary=true", "next /widgets/cigar-cards?more=true&limit=3&summary=true&page=3",
        ]);
        (await site.Http.GetStringAsync(new Uri("/widgets/cigar-cards?page=2&limit=3", UriKind.Relative))).ShouldNotContain("rel=");
        (await site.RefusedAsync("/widgets/cigar-cards?page=21&more=true")).Text.ShouldContain("from 1 to 20");
        (await site.RefusedAsync("/widgets/cigar-cards?page-url=/x")).Text.ShouldContain("a query may not set it");
        site.Sandbox.Requests.All.Select(r => r.Query).ShouldBe(["?limit=100"]);
    }

    private static async Task<(IElement One, IElement Other)> OpenAsync(TestSite site, string path)
    {
        var body = Parse(await site.Http.GetStringAsync(new Uri(path, UriKind.Relative)));
        var sections = body.QuerySelectorAll(".sw-recent-smokes");
        return (sections[0], sections[1]);
    }

    private static IElement Parse(string html) => new HtmlParser().ParseDocument(html).Body!;

    private static List<string> Links(IElement element) =>
        [.. element.QuerySelectorAll(".sw-pages a").Select(a => $"{a.GetAttribute("rel")} {a.GetAttribute("href")}")];
}
