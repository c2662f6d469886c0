using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.AspNetCore.Tests.Components;
using SessionsWidgets.AspNetCore.Tests.Endpoints;
using SessionsWidgets.Sandbox.Faults;

namespace SessionsWidgets.AspNetCore.Tests.CheckIns;

/// <summary>Check-ins on the surfaces of a site.</summary>
public class CheckInPagesTests
{
    private const string Query = "recent-check-ins?layout=faces&limit=25";

    [Fact]
    public async Task Faces_OnEverySurface_HaveTheSameBytes()
    {
        await using var site = await TestSite.StartAsync(
            configure: widgets => widgets.Services.AddRazorComponents(),
            map: app =>
            {
                app.UseAntiforgery();
                app.MapRazorComponents<App>();
                app.MapSessionsWidgets("/widgets", o => o.Defaults["recent-check-ins"] = new RecentCheckIns { AllUrl = "/visits" });
            });
        var business = await site.Services.GetRequiredService<BusinessDirectory>().GetAsync(null);
        var fragment = await site.Services.GetRequiredService<WidgetRenderer>().RenderAsync(
            business, new RecentCheckIns { Layout = CheckInLayout.Faces, Limit = 25, AllUrl = "/visits" });
        fragment.Origin.ShouldBe(FragmentOrigin.Fresh);
        var section = new HtmlParser().ParseDocument(fragment.ToString());
        section.QuerySelectorAll(".sw-faces .sw-avatar").Length.ShouldBe(12);
        section.QuerySelectorAll(".sw-name").Length.ShouldBeGreaterThan(12);
        (await site.MainAsync("/CheckIns")).ShouldBe(fragment.ToString());
        (await site.MainAsync($"/blazor/any/{Query}&all-url=/visits")).ShouldBe(fragment.ToString());
        (await site.Http.GetStringAsync($"/widgets/{Query}")).ShouldBe(fragment.ToString());
        // One request serves them all.
        site.Sandbox.Requests.All.ShouldHaveSingleItem().Path.ShouldBe("/venues/stogies-chapin/checkins");
    }

    [Fact]
    public async Task Tags_OfABrand_AreReportedAndThePageIsShown()
    {
        await using var site = await TestSite.StartAsync(settings: TestSite.Uptown);
        for (var i = 0; i < 2; i++)
            (await site.Http.GetStringAsync("/BrandCheckIns")).Trim().ShouldStartWith("<p>before</p><p id=\"own\">Our own words.</p>");
        (await site.Http.GetStringAsync("/BrandCheckIns")).Trim().ShouldEndWith("<p>after</p>");
        site.Log.OwnEntries.Count().ShouldBe(2, "each tag is logged once");
        site.Log.OwnEntries.ShouldAllBe(entry => entry.Contains("brands have no check-ins"));
        site.Sandbox.Requests.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Tags_OfABrandInDevelopment_SaySoInPlace()
    {
        await using var site = await TestSite.StartAsync("Development", settings: TestSite.Uptown);
        var page = new HtmlParser().ParseDocument(await site.Http.GetStringAsync("/BrandCheckIns"));
        page.QuerySelectorAll(".sw-error").Select(e => e.TextContent.Contains("brands have no check-ins", StringComparison.Ordinal))
            .ShouldBe([true, true]);
        page.QuerySelectorAll("p").Select(p => p.TextContent).ShouldContain("after");
    }

    [Fact]
    public async Task Get_OfABrand_IsRefusedAndTheHostToldWhy()
    {
        await using var site = await EndpointSite.StartAsync(settings: TestSite.Uptown);
        var (status, _) = await site.RefusedAsync("/widgets/recent-check-ins?business=uptown");
        status.ShouldBe(HttpStatusCode.NotFound);
        site.Log.OwnEntries.ShouldHaveSingleItem().ShouldContain("brands have no check-ins");
        site.Sandbox.Requests.Count.ShouldBe(0);
        await using var development = await EndpointSite.StartAsync(environment: "Development", settings: TestSite.Uptown);
        (await development.RefusedAsync("/widgets/recent-check-ins?business=uptown")).Text.ShouldContain("brands have no check-ins");
    }

    [Fact]
    public async Task Get_LoungeActivityWithCheckIns_IsForTheHostToDecide()
    {
        await using var site = await EndpointSite.StartAsync(o => o.AllowedParameters.Add("check-ins"));
        using var answer = await site.AskAsync("/widgets/lounge-activity?check-ins=true");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Check-ins today");
        await using var usual = await EndpointSite.StartAsync();
        (await usual.RefusedAsync("/widgets/lounge-activity?check-ins=true")).Text.ShouldContain("a query may not set it");
    }

    [Fact]
    public async Task Tag_UpstreamFails_ShowsTheNotice()
    {
        await using var site = await TestSite.StartAsync();
        site.Sandbox.Faults.Add("/venues/*/checkins", new StatusFault { Status = 500 });
        (await site.SectionAsync("/CheckIns")).TextContent.ShouldContain("Check-ins can’t be shown right now");
    }
}
