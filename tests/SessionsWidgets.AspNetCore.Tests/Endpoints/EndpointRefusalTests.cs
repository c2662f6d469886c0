using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.Sandbox.Faults;

namespace SessionsWidgets.AspNetCore.Tests.Endpoints;

/// <summary>What the endpoint does not answer, and how little that costs.</summary>
public class EndpointRefusalTests
{
    [Theory]
    [InlineData("limit=junk", "limit is 'junk'; it must be a whole number from 1 to 1000.")]
    [InlineData("limit=51", "limit is '51'; it must be from 1 to 50")]
    [InlineData("limit=0", "limit is '0'; it must be from 1 to 50")]
    [InlineData("limit=+51", "limit is ' 51'; it must be from 1 to 50")]
    [InlineData("limit=%2B51", "limit is '+51'; it must be from 1 to 50")]
    [InlineData("limit=1&limit=2", "limit is '1,2'; it is set more than once.")]
    [InlineData("limits=5", "<recent-smokes> has no attribute 'limits'. Did you mean 'limit'?")]
    [InlineData("utm_source=x", "<recent-smokes> has no attribute 'utm_source'.")]
    [InlineData("layout=table", "layout is 'table'; it must be 'list' or 'grid'.")]
    [InlineData("lang=xx", "lang is 'xx'; there are texts in:")]
    [InlineData("lang=DE", "lang is 'DE'; write it as 'de'.")]
    [InlineData("offset=1", "offset is '1'; a query may not set it: add it to WidgetEndpointOptions.AllowedParameters")]
    [InlineData("heading=You+have+won", "heading is 'You have won'; a query may not set it")]
    [InlineData("all-url=https://phish.example.com", "all-url is 'https://phish.example.com'; a query may not set it")]
    public async Task Get_ParameterThatIsNotAllowed_ReturnsTheRemedyWithoutARequest(string query, string message)
    {
        await using var site = await EndpointSite.StartAsync();
        var (status, text) = await site.RefusedAsync($"/widgets/recent-smokes?{query}");
        status.ShouldBe(HttpStatusCode.BadRequest);
        text.ShouldStartWith(message);
        site.Sandbox.Requests.Count.ShouldBe(0);
        site.Log.OwnEntries.ShouldBeEmpty();
    }

    /// <summary>What docs/fragments.md says of hidden parts and of tenants.</summary>
    [Fact]
    public async Task Get_ParameterThatTheSiteTakesAway_CannotShowAHiddenPartOrAnotherTenant()
    {
        Action<WidgetEndpointOptions> hide = o => o.Defaults["recent-smokes"] = new RecentSmokes { ShowRatings = false };
        await using var open = await EndpointSite.StartAsync(hide, settings: TestSite.Uptown);
        (await open.Http.GetStringAsync("/widgets/recent-smokes?limit=20")).ShouldNotContain("sw-rating");
        (await open.Http.GetStringAsync("/widgets/recent-smokes?limit=20&show-ratings=true")).ShouldContain("sw-rating");
        (await open.Http.GetStringAsync("/widgets/recent-smokes?business=uptown")).ShouldContain("<article");

        await using var site = await EndpointSite.StartAsync(
            o =>
            {
                hide(o);
                o.AllowedParameters.ExceptWith(["show-ratings", "business"]);
            },
            settings: TestSite.Uptown);
        (await site.Http.GetStringAsync("/widgets/recent-smokes?limit=20")).ShouldNotContain("sw-rating");
        foreach (var query in (string[])["show-ratings=true", "business=uptown"])
        {
            var (status, text) = await site.RefusedAsync($"/widgets/recent-smokes?{query}");
            status.ShouldBe(HttpStatusCode.BadRequest);
            text.ShouldContain("a query may not set it");
        }
    }

    /// <summary>A widget whose list may be empty takes 0.</summary>
    [Theory]
    [InlineData("lounge-activity?limit=0", HttpStatusCode.OK, "<section")]
    [InlineData("lounge-activity?limit=10", HttpStatusCode.OK, "<section")]
    [InlineData("lounge-activity?limit=11", HttpStatusCode.BadRequest, "limit is '11'; it must be a whole number from 0 to 10.")]
    [InlineData("lounge-activity?limit=51", HttpStatusCode.BadRequest, "limit is '51'; it must be from 1 to 50")]
    public async Task Get_LimitOfEachWidget_IsItsOwn(string fragment, HttpStatusCode expected, string start)
    {
        await using var site = await EndpointSite.StartAsync();
        using var answer = await site.AskAsync($"/widgets/{fragment}");
        (await answer.Content.ReadAsStringAsync()).TrimStart().ShouldStartWith(start);
        answer.StatusCode.ShouldBe(expected);
    }

    [Theory]
    [InlineData("recent%2Dsmokes")]
    [InlineData("recent-smoke%73")]
    [InlineData("%72ecent-smokes")]
    public async Task Get_NameThatIsPercentEncoded_IsNotFound(string name)
    {
        await using var site = await EndpointSite.StartAsync();
        var exact = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        using var answer = await site.Http.GetAsync(new Uri($"{site.Http.BaseAddress}widgets/{name}?limit=1", exact));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        site.Sandbox.Requests.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Get_ParametersThatContradictEachOther_AreRefusedBeforeAnythingIsAsked()
    {
        await using var site = await EndpointSite.StartAsync(o => o.AllowedParameters.UnionWith(["from", "to"]));
        var (status, text) = await site.RefusedAsync("/widgets/recent-smokes?from=2026-07-18&to=2026-07-01");
        status.ShouldBe(HttpStatusCode.BadRequest);
        text.ShouldBe("from is '2026-07-18'; it must not be after 'to' (2026-07-01).");
        site.Sandbox.Requests.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("recent-smoke", " Did you mean 'recent-smokes'?")]
    [InlineData("cigars", " Did you mean 'cigar-cards'?")]
    [InlineData("fallback")]
    [InlineData("wifi-time")]
    [InlineData("guest-sessions")]
    [InlineData("..%2fpartials%2favatar")]
    public async Task Get_WidgetThatIsNotThere_NamesThoseThatAre(string name, string hint = "")
    {
        await using var site = await EndpointSite.StartAsync();
        (await site.RefusedAsync($"/widgets/{name}")).ShouldBe(
            (
                HttpStatusCode.NotFound,
                $"There is no such widget here.{hint} There are: recent-smokes, session-card, cigar-cards, guests-online, guest-visits, "
                + "lounge-activity, upcoming-events, recent-check-ins."));
        site.Sandbox.Requests.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Get_BusinessUnknownOrForbidden_HasTheSameResponse()
    {
        await using var site = await EndpointSite.StartAsync(
            configure: b => b.UseBusinessSource<Lounges>(), settings: EndpointSite.Uptown);
        // Never heard of, not for everybody, refused by upstream, unknown to upstream.
        string[] names = ["nobody", "members-only", "locked", "gone"];
        foreach (var name in names)
            (await site.RefusedAsync($"/widgets/recent-smokes?business={name}"))
                .ShouldBe((HttpStatusCode.NotFound, "There is no such business here."));
        site.Log.Events.ShouldNotContain("tag.refused");
    }

    [Fact]
    public async Task Get_BusinessUnknownInDevelopment_NamesThoseThereAre()
    {
        await using var site = await EndpointSite.StartAsync(environment: "Development", settings: EndpointSite.Uptown);
        (await site.RefusedAsync("/widgets/recent-smokes?business=uptwn")).Text.ShouldBe(
            "business is 'uptwn'; there is no such business. Did you mean 'uptown'? Configured are: locked, uptown. "
            + "Another one is added by SessionsWidgets:Businesses:NAME:BusinessId.");
    }

    [Fact]
    public async Task Get_BusinessWithoutGuestWifi_IsLoggedOnceAndNotReturned()
    {
        await using var site = await EndpointSite.StartAsync(settings: EndpointSite.Uptown);
        for (var i = 0; i < 3; i++)
            (await site.RefusedAsync("/widgets/guests-online?business=uptown"))
                .ShouldBe((HttpStatusCode.NotFound, "There is no such business here."));
        site.Log.OwnEntries.ShouldHaveSingleItem().ShouldContain("the business 'casa-belmonte' has no guest Wi-Fi");
    }

    [Fact]
    public async Task Get_TwentyThousandMadeUpValues_SendFewRequests()
    {
        await using var site = await EndpointSite.StartAsync();
        string[] shapes = [
            "limit={0}", "offset={0}", "from=2026-01-01&to={0}", "junk{0}=1", "cigar-id=c{0}", "business=b{0}", "layout=grid&lang=l{0}",
            "heading={0}", "show-note={0}", "limit=junk{0}"];
        await Parallel.ForAsync(0, 20_000, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
        {
            var query = string.Format(System.Globalization.CultureInfo.InvariantCulture, shapes[i % shapes.Length], i);
            using var answer = await site.AskAsync($"/widgets/recent-smokes?{query}");
            ((int)answer.StatusCode).ShouldBeOneOf(200, 400, 404);
        });
        // The values of "limit" from 1 to 50 that are multiples of ten: 10, 20, 30, 40, 50.
        site.Sandbox.Requests.Count.ShouldBe(5);
        site.Sandbox.Requests.All.Select(r => r.Query).Distinct().Count().ShouldBe(5);
        site.Log.OwnEntries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_VeryLongName_ReturnsAShortMessage()
    {
        await using var site = await EndpointSite.StartAsync();
        var (status, text) = await site.RefusedAsync($"/widgets/recent-smokes?{new string('x', 7000)}=1");
        status.ShouldBe(HttpStatusCode.BadRequest);
        text.Length.ShouldBeLessThan(600);
    }

    /// <summary>A host's own source: null says both "there is none" and "not for you".</summary>
    private sealed class Lounges : IBusinessSource
    {
        public ValueTask<BusinessOptions?> FindAsync(string name, CancellationToken cancellationToken) =>
            ValueTask.FromResult(name == "gone" ? new BusinessOptions { BusinessId = "no-such-lounge" } : null);
    }
}
