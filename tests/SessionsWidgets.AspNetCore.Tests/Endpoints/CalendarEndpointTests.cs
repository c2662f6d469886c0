using System.Net;
using System.Net.Http;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.AspNetCore.Tests.Endpoints;

/// <summary>The calendar files beside the fragments: what they hold, who may keep them, and where they are.</summary>
public class CalendarEndpointTests
{
    [Fact]
    public async Task Get_AllEvents_GivesTheBytesOfTheLibraryCall()
    {
        await using var site = await CalendarSite.StartAsync();
        using var answer = await site.AskAsync("/widgets/events.ics");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var business = await site.Services.GetRequiredService<BusinessDirectory>().GetAsync(null);
        var calendar = await EventCalendar.GetAsync(business);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(calendar.Utf8.ToArray());
        answer.Headers.ETag!.ToString().ShouldBe(calendar.ETag);
        ReadCalendar.Of(calendar).Events.Count.ShouldBe(2);
        site.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("/widgets/events.ics", "events.ics")]
    [InlineData("/widgets/events/evt_1.ics", "evt_1.ics")]
    public async Task Get_Headers_AreTheseAndNoOthers(string address, string fileName)
    {
        await using var site = await CalendarSite.StartAsync();
        using var answer = await site.AskAsync(address);
        string[] ofTheServer = ["Date", "Server"];
        answer.Headers.Concat(answer.Content.Headers)
            .Where(h => !ofTheServer.Contains(h.Key))
            .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}")
            .Order(StringComparer.Ordinal)
            .ShouldBe(
            [
                "Cache-Control: max-age=60, stale-while-revalidate=600",
                $"Content-Disposition: inline; filename={fileName}; filename*=UTF-8''{fileName}",
                $"Content-Length: {answer.Content.Headers.ContentLength}",
                "Content-Security-Policy: default-src 'none'; img-src *; frame-ancestors 'self'",
                "Content-Type: text/calendar; charset=utf-8",
                "Cross-Origin-Resource-Policy: same-origin",
                $"ETag: {answer.Headers.ETag}",
                "X-Content-Type-Options: nosniff",
            ]);
    }

    [Fact]
    public async Task Get_OneEvent_IsThatOne()
    {
        await using var site = await CalendarSite.StartAsync();
        (await site.ReadAsync("/widgets/events/evt_2.ics")).Only.Uid.ShouldBe("evt_2@stogies-chapin.venue.boxpressd");
    }

    [Theory]
    [InlineData("a b", "a%20b")]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("a%2Fb", "a%252Fb")]
    [InlineData("a%252fb", "a%25252fb")]
    [InlineData("caf\u00e9", "caf%C3%A9")]
    [InlineData("a\"b;c", "a%22b%3Bc")]
    [InlineData("x.ics", "x.ics")]
    [InlineData("<script>", "%3Cscript%3E")]
    public async Task Get_EventWithAnUnusualId_IsFoundByItsEscapedId(string id, string escaped)
    {
        await using var site = await CalendarSite.StartAsync();
        site.Answer(CalendarSite.Lounge, Events.Item(id));
        (await site.ReadAsync($"/widgets/events/{escaped}.ics")).Events.Count.ShouldBe(1);
        using var answer = await site.AskAsync($"/widgets/events/{escaped}.ics");
        answer.Headers.Concat(answer.Content.Headers).SelectMany(h => h.Value).ShouldAllBe(v => !v.Contains('<') && !v.Contains(id + "\""));
    }

    [Theory]
    [InlineData("/widgets/events.ics")]
    [InlineData("/widgets/events/evt_1.ics")]
    public async Task Head_OfACalendar_HasTheHeadersOfGetAndNoBody(string address)
    {
        await using var site = await CalendarSite.StartAsync();
        using var get = await site.AskAsync(address);
        using var head = await site.AskAsync(address, HttpMethod.Head);
        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Headers.ETag.ShouldBe(get.Headers.ETag);
        head.Headers.CacheControl.ShouldBe(get.Headers.CacheControl);
        head.Content.Headers.ContentLength.ShouldBe((await get.Content.ReadAsByteArrayAsync()).Length);
        (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        using var post = await site.AskAsync(address, HttpMethod.Post);
        post.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task Get_IfNoneMatch_ReturnsNotModifiedUntilAnEventChanges()
    {
        await using var site = await CalendarSite.StartAsync();
        using var first = await site.AskAsync("/widgets/events.ics");
        var tag = first.Headers.ETag!.ToString();
        // Fetched again: the same data is the same calendar.
        site.Clock.Advance(TimeSpan.FromHours(1));
        using var second = await site.AskAsync("/widgets/events.ics", headers: ("If-None-Match", tag));
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        site.Requests.Count.ShouldBe(2);
        site.Answer(CalendarSite.Lounge, Events.Full("evt_1"));
        site.Clock.Advance(TimeSpan.FromHours(1));
        using var third = await site.AskAsync("/widgets/events.ics", headers: ("If-None-Match", tag));
        third.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_EventEndsSoon_IsNotCachedLonger()
    {
        await using var site = await CalendarSite.StartAsync();
        site.Answer(CalendarSite.Lounge, Events.Full("evt_1", "2026-07-18T20:00:00Z", "2026-07-18T23:30:20Z"));
        using var answer = await site.AskAsync("/widgets/events.ics");
        answer.Headers.CacheControl!.ToString().ShouldBe("max-age=20, stale-while-revalidate=600");
    }

    [Fact]
    public async Task Get_BusinessOfTheQuery_IsThatOne()
    {
        await using var site = await CalendarSite.StartAsync(settings: ("SessionsWidgets:Businesses:uptown:Name", "Casa Belmonte"));
        var read = await site.ReadAsync("/widgets/events.ics?business=uptown");
        read.Only.Uid.ShouldBe("evt_9@casa-belmonte.brand.boxpressd");
        read.Lines.ShouldContain("NAME:Casa Belmonte");
        (await site.ReadAsync("/widgets/events/evt_9.ics?business=uptown")).Only.Uid.ShouldBe("evt_9@casa-belmonte.brand.boxpressd");
        (await site.RefusedAsync("/widgets/events/evt_9.ics")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.RefusedAsync("/widgets/events/evt_1.ics?business=uptown")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_BusinessOfTheRequest_IsResolvedAndPrivate()
    {
        await using var site = await CalendarSite.StartAsync(
            configure: b => b.UseBusinessResolver(http => http.Request.Headers["X-Lounge"].FirstOrDefault()));
        using var answer = await site.AskAsync("/widgets/events.ics", headers: ("X-Lounge", "uptown"));
        (await answer.Content.ReadAsStringAsync()).ShouldContain("evt_9@casa-belmonte");
        answer.Headers.CacheControl!.Private.ShouldBeTrue();
        using var named = await site.AskAsync("/widgets/events.ics?business=uptown");
        named.Headers.CacheControl!.Private.ShouldBeFalse();
        using var invented = await site.AskAsync("/widgets/events.ics", headers: ("X-Lounge", "nobody"));
        invented.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Map_RequireAuthorization_AppliesToTheCalendars()
    {
        await using var site = await CalendarSite.StartAsync(
            configure: b =>
            {
                b.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(o => o.LoginPath = "/sign-in");
                b.Services.AddAuthorization();
            },
            map: app =>
            {
                app.UseRouting();
                app.UseAuthentication();
                app.UseAuthorization();
                app.MapSessionsWidgets("/widgets").RequireAuthorization();
            });
        foreach (var address in (string[])["/widgets/events.ics", "/widgets/events/evt_1.ics", "/widgets/recent-smokes"])
        {
            using var answer = await site.AskAsync(address);
            answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/sign-in");
        }

        site.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_SignedInVisitor_IsPrivate()
    {
        await using var site = await CalendarSite.StartAsync(map: app =>
        {
            app.Use((http, next) =>
            {
                http.User = new ClaimsPrincipal(new ClaimsIdentity([], "test"));
                return next();
            });
            app.UseRouting();
            app.MapSessionsWidgets("/widgets");
        });
        using var answer = await site.AskAsync("/widgets/events.ics");
        answer.Headers.CacheControl!.Private.ShouldBeTrue();
    }

    [Fact]
    public async Task Map_ForStaff_HasNoCalendars()
    {
        await using var site = await CalendarSite.StartAsync(map: app =>
            app.MapSessionsWidgets("/staff", o => o.Audience = WidgetAudience.Staff).AllowAnonymous());
        foreach (var address in (string[])["/staff/events.ics", "/staff/events/evt_1.ics"])
        {
            using var answer = await site.AskAsync(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        site.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Map_WithoutCalendars_LeavesTheRoutesToTheHost()
    {
        await using var site = await CalendarSite.StartAsync(map: app =>
        {
            app.MapGet("/widgets/events.ics", () => "the host's own");
            app.MapGet("/widgets/events/{name}.ics", (string name) => $"the host's own {name}");
            app.MapSessionsWidgets("/widgets", o => o.MapCalendars = false);
        });
        (await site.Http.GetStringAsync("/widgets/events.ics")).ShouldBe("the host's own");
        (await site.Http.GetStringAsync("/widgets/events/evt_1.ics")).ShouldBe("the host's own evt_1");
    }

    [Theory]
    [InlineData("/lounges/{id}/widgets", "/lounges/1/widgets")]
    [InlineData("", "")]
    [InlineData("/", "")]
    [InlineData("widgets/", "/widgets")]
    public async Task Map_AnyPrefix_HasTheCalendarsBelowIt(string prefix, string path)
    {
        await using var site = await CalendarSite.StartAsync(map: app => app.MapSessionsWidgets(prefix));
        (await site.ReadAsync($"{path}/events.ics")).Events.Count.ShouldBe(2);
        (await site.ReadAsync($"{path}/events/evt_1.ics")).Events.Count.ShouldBe(1);
    }
}
