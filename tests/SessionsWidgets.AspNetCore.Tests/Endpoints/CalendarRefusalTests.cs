using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace SessionsWidgets.AspNetCore.Tests.Endpoints;

/// <summary>What is no calendar, and how little it costs and tells.</summary>
public class CalendarRefusalTests
{
    private const string NoBusiness = "There is no such business here.";

    [Theory]
    [InlineData("events.ics?utm_source=x", "utm_source is 'x'; the query may set 'business' alone.")]
    [InlineData("events.ics?limit=5", "limit is '5'; the query may set 'business' alone.")]
    [InlineData("events.ics?Business=uptown", "Business is 'uptown'; the query may set 'business' alone.")]
    [InlineData("events.ics?business=uptown&business=uptown", "business is 'uptown,uptown'; it is set more than once.")]
    [InlineData("events.ics?business=", "query is '?business='; leave it out.")]
    [InlineData("events.ics?business=uptown&", "query is '?business=uptown&'; write it as '?business=uptown'.")]
    [InlineData("events/evt_1.ics?x", "x is ''; the query may set 'business' alone.")]
    public async Task Get_QueryThatIsNotAllowed_IsRefusedWithoutARequest(string address, string message)
    {
        await using var site = await CalendarSite.StartAsync();
        (await site.RefusedAsync($"/widgets/{address}")).ShouldBe((HttpStatusCode.BadRequest, message));
        site.Requests.ShouldBeEmpty();
        site.Log.OwnEntries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_BusinessThatQueriesMayNotSet_IsRefused()
    {
        await using var site = await CalendarSite.StartAsync(o => o.AllowedParameters.Remove("business"));
        (await site.RefusedAsync("/widgets/events.ics?business=uptown")).Text.ShouldStartWith(
            "business is 'uptown'; a query may not set it");
        site.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("EVENTS.ICS")]
    [InlineData("events.ICS")]
    [InlineData("event%73.ics")]
    [InlineData("events.ics/")]
    [InlineData("events/evt%5F1.ics")]
    [InlineData("events/evt_1.ICS")]
    [InlineData("Events/evt_1.ics")]
    [InlineData("events/evt_1.ics/")]
    [InlineData("events/EVT_1.ics")]
    [InlineData("events/nothing.ics")]
    [InlineData("events/.ics")]
    [InlineData("events/..%2f..%2fsecret.ics")]
    public async Task Get_OtherSpellingOrUnknownEvent_IsNotFound(string path)
    {
        await using var site = await CalendarSite.StartAsync();
        var exact = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        using var answer = await site.Http.GetAsync(new Uri($"{site.Http.BaseAddress}widgets/{path}", exact));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("events.ics")]
    [InlineData("events/evt_1.ics")]
    public async Task Get_BusinessUnknownOrForbidden_HasTheSameResponse(string file)
    {
        await using var site = await CalendarSite.StartAsync(configure: b => b.UseBusinessSource<Lounges>());
        // Never heard of, not for everybody, refused by upstream, unknown to upstream, in another case.
        foreach (var name in (string[])["nobody", "members-only", "locked", "gone", "UPTOWN"])
            (await site.RefusedAsync($"/widgets/{file}?business={name}")).ShouldBe((HttpStatusCode.NotFound, NoBusiness));
        site.Log.Events.ShouldNotContain("tag.refused");
    }

    [Theory]
    [InlineData("events.ics")]
    [InlineData("events/evt_1.ics")]
    public async Task Get_UpstreamFailsWithoutALastGoodResponse_IsUnavailable(string file)
    {
        await using var site = await CalendarSite.StartAsync();
        site.Fail(CalendarSite.Lounge, HttpStatusCode.InternalServerError);
        using var answer = await site.AskAsync($"/widgets/{file}");
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromMinutes(1));
        answer.Headers.CacheControl!.ToString().ShouldBe("no-store");
        (await answer.Content.ReadAsStringAsync()).ShouldBe("The events cannot be loaded now.");
    }

    [Fact]
    public async Task Get_UpstreamSaysWhenToComeBack_SaysItToo()
    {
        await using var site = await CalendarSite.StartAsync();
        site.Fail(CalendarSite.Lounge, HttpStatusCode.TooManyRequests, retryAfter: "90");
        using var answer = await site.AskAsync("/widgets/events.ics");
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(90));
    }

    [Fact]
    public async Task Get_UpstreamFailsWithALastGoodResponse_GivesThatToRevalidate()
    {
        await using var site = await CalendarSite.StartAsync();
        using var good = await site.AskAsync("/widgets/events.ics");
        site.Fail(CalendarSite.Lounge, HttpStatusCode.InternalServerError);
        site.Clock.Advance(TimeSpan.FromHours(1));
        using var stale = await site.AskAsync("/widgets/events.ics");
        stale.StatusCode.ShouldBe(HttpStatusCode.OK);
        stale.Headers.CacheControl!.ToString().ShouldBe("no-cache");
        stale.Headers.ETag.ShouldBe(good.Headers.ETag);
    }

    [Fact]
    public async Task Get_BusinessSourceFails_IsUnavailable()
    {
        await using var site = await CalendarSite.StartAsync(configure: b => b.UseBusinessSource<Broken>());
        (await site.RefusedAsync("/widgets/events.ics?business=other")).ShouldBe(
            (HttpStatusCode.ServiceUnavailable, "The business cannot be found now."));
    }

    [Fact]
    public async Task Get_MadeUpEvents_SendTwoRequests()
    {
        await using var site = await CalendarSite.StartAsync();
        await Parallel.ForAsync(0, 2_000, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
        {
            using var answer = await site.AskAsync($"/widgets/events/made-up-{i}.ics");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        });
        site.Requests.Select(r => r.Query).Distinct().Count().ShouldBe(2);
        site.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Get_Development_SaysWhy()
    {
        await using var site = await CalendarSite.StartAsync(environment: "Development");
        (await site.RefusedAsync("/widgets/events.ics?business=uptwn")).Text.ShouldContain("Configured are: locked, uptown.");
        site.Fail(CalendarSite.Lounge, HttpStatusCode.InternalServerError);
        (await site.RefusedAsync("/widgets/events.ics")).Text.ShouldContain("GET ");
    }

    private sealed class Lounges : IBusinessSource
    {
        public ValueTask<BusinessOptions?> FindAsync(string name, CancellationToken cancellationToken) =>
            ValueTask.FromResult(name == "gone" ? new BusinessOptions { BusinessId = "no-such-lounge" } : null);
    }

    private sealed class Broken : IBusinessSource
    {
        public ValueTask<BusinessOptions?> FindAsync(string name, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("the database is away");
    }
}
