using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.AspNetCore.Tests.Components;

namespace SessionsWidgets.AspNetCore.Tests.Endpoints;

/// <summary>Where the events of a page lead to if their tag says nothing: to the calendar files, where they are.</summary>
public class CalendarLinkTests
{
    private const string Blazor = "/blazor/any/upcoming-events";

    [Theory]
    [InlineData(Blazor)]
    [InlineData("/Any/upcoming-events")]
    [InlineData("/widgets/upcoming-events")]
    public async Task Link_CalendarsAreMapped_LeadsThereBelowThePathBase(string page)
    {
        await using var site = await StartAsync(app => app.MapSessionsWidgets("/widgets"));
        foreach (var pathBase in (string[])["", "/my%20lounge"])
        {
            var links = await LinksAsync(site, pathBase + page);
            links.ShouldBe([$"{pathBase}/widgets/events/evt_1.ics", $"{pathBase}/widgets/events/evt_2.ics"]);
            (await site.ReadAsync(links[1])).Only.Uid.ShouldBe("evt_2@stogies-chapin.venue.boxpressd");
        }
    }

    [Fact]
    public async Task Link_TagNamesABusiness_IsOfThatBusinessInItsSpelling()
    {
        await using var site = await StartAsync(app => app.MapSessionsWidgets("/widgets"));
        var links = await LinksAsync(site, "/Calendars");
        links.ShouldBe(
        [
            "/widgets/events/evt_1.ics", "/widgets/events/evt_2.ics", "/widgets/events/evt_9.ics?business=uptown",
            "/own/evt_1", "/own/evt_2",
        ]);
        (await site.ReadAsync(links[2])).Only.Uid.ShouldBe("evt_9@casa-belmonte.brand.boxpressd");
        (await LinksAsync(site, $"{Blazor}?business=uptown")).ShouldBe(["/widgets/events/evt_9.ics?business=uptown"]);
        (await LinksAsync(site, "/widgets/upcoming-events?business=uptown")).ShouldBe(["/widgets/events/evt_9.ics?business=uptown"]);
    }

    [Fact]
    public async Task Link_BusinessOfTheRequest_LeavesItToTheRequest()
    {
        await using var site = await StartAsync(
            app => app.MapSessionsWidgets("/widgets"), b => b.UseBusinessResolver(_ => "uptown"));
        var link = (await LinksAsync(site, Blazor)).ShouldHaveSingleItem();
        link.ShouldBe("/widgets/events/evt_9.ics");
        (await site.ReadAsync(link)).Only.Uid.ShouldBe("evt_9@casa-belmonte.brand.boxpressd");
    }

    [Fact]
    public async Task Link_MappingInAGroup_HasTheWholePath()
    {
        await using var site = await StartAsync(app => app.MapGroup("/a b").MapGroup("c").MapSessionsWidgets("widgets/"));
        var links = await LinksAsync(site, Blazor);
        links[0].ShouldBe("/a%20b/c/widgets/events/evt_1.ics");
        (await site.ReadAsync(links[0])).Events.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Link_SeveralMappings_LeadsToTheFirstForEveryone()
    {
        await using var site = await StartAsync(app =>
        {
            app.MapSessionsWidgets("/staff", o => o.Audience = WidgetAudience.Staff).AllowAnonymous();
            app.MapSessionsWidgets("/none", o => o.MapCalendars = false);
            app.MapSessionsWidgets("/one");
            app.MapSessionsWidgets("/two");
        });
        (await LinksAsync(site, Blazor))[0].ShouldBe("/one/events/evt_1.ics");
        (await LinksAsync(site, "/two/upcoming-events"))[0].ShouldBe("/one/events/evt_1.ics");
    }

    [Fact]
    public async Task Link_QueriesMayNotSetTheBusiness_IsLeftOutForNamedOnes()
    {
        await using var site = await StartAsync(app => app.MapSessionsWidgets("/widgets", o => o.AllowedParameters.Remove("business")));
        (await LinksAsync(site, "/Calendars")).ShouldNotContain(l => l.Contains("evt_9", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("/{lounge}/widgets")]
    public async Task Link_NoMappingOrOneWithParameters_IsNone(string? prefix)
    {
        await using var site = await StartAsync(app =>
        {
            if (prefix is not null) app.MapSessionsWidgets(prefix);
        });
        (await LinksAsync(site, Blazor)).ShouldBeEmpty();
    }

    private static Task<CalendarSite> StartAsync(Action<WebApplication> map, Action<SessionsWidgetsBuilder>? configure = null) =>
        CalendarSite.StartAsync(
            configure: widgets =>
            {
                widgets.Services.AddRazorComponents();
                configure?.Invoke(widgets);
            },
            map: app =>
            {
                app.UsePathBase("/my lounge").UseRouting();
                app.UseAntiforgery();
                app.MapRazorComponents<App>();
                map(app);
            });

    /// <summary>The calendar links of a page, of the example events' own links none.</summary>
    private static async Task<List<string>> LinksAsync(CalendarSite site, string page)
    {
        var html = await site.Http.GetStringAsync(new Uri(page, UriKind.Relative));
        html.ShouldContain("Cigar Night");
        return
        [
            .. new HtmlParser().ParseDocument(html).QuerySelectorAll("a")
                .Select(a => a.GetAttribute("href")!)
                .Where(h => !h.StartsWith("https://", StringComparison.Ordinal)),
        ];
    }
}
