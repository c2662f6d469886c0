using System.Net;
using System.Net.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.Sandbox.Faults;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.AspNetCore.Tests.Endpoints;

public class WidgetEndpointTests
{
    [Fact]
    public async Task Get_WithParameters_GivesTheBytesOfTheLibraryCall()
    {
        await using var site = await EndpointSite.StartAsync();
        using var answer = await site.AskAsync("/widgets/recent-smokes?limit=6&layout=grid&show-ratings=false");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        var business = await site.Services.GetRequiredService<BusinessDirectory>().GetAsync(null);
        var fragment = await site.Services.GetRequiredService<WidgetRenderer>()
            .RenderAsync(business, new RecentSmokes { Limit = 6, Layout = WidgetLayout.Grid, ShowRatings = false });
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(fragment.Utf8.ToArray());
        answer.Headers.ETag!.ToString().ShouldBe(fragment.ETag);
    }

    [Fact]
    public async Task Get_Headers_AreTheseAndNoOthers()
    {
        await using var site = await EndpointSite.StartAsync();
        using var answer = await site.AskAsync("/widgets/guests-online");
        string[] ofTheServer = ["Date", "Server"];
        var headers = answer.Headers.Where(h => !ofTheServer.Contains(h.Key))
            .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}")
            .Order(StringComparer.Ordinal);
        headers.ShouldBe(
        [
            "Cache-Control: max-age=60, stale-while-revalidate=600",
            "Content-Security-Policy: default-src 'none'; img-src *; frame-ancestors 'self'",
            "Cross-Origin-Resource-Policy: same-origin",
            $"ETag: {answer.Headers.ETag}",
            "X-Content-Type-Options: nosniff",
        ]);
    }

    [Fact]
    public async Task Head_OfAFragment_HasTheHeadersOfGetAndNoBody()
    {
        await using var site = await EndpointSite.StartAsync();
        using var get = await site.AskAsync("/widgets/recent-smokes?limit=2");
        using var head = await site.AskAsync("/widgets/recent-smokes?limit=2", HttpMethod.Head);
        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Headers.ETag.ShouldBe(get.Headers.ETag);
        head.Headers.CacheControl.ShouldBe(get.Headers.CacheControl);
        head.Content.Headers.ContentLength.ShouldBe((await get.Content.ReadAsByteArrayAsync()).Length);
        (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_ToAFragment_IsNotAllowed()
    {
        await using var site = await EndpointSite.StartAsync();
        using var answer = await site.AskAsync("/widgets/recent-smokes", HttpMethod.Post);
        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Theory]
    [InlineData("{0}", HttpStatusCode.NotModified)]
    [InlineData("W/{0}", HttpStatusCode.NotModified)]
    [InlineData("\"other\", {0}", HttpStatusCode.NotModified)]
    [InlineData("*", HttpStatusCode.NotModified)]
    [InlineData("\"other\"", HttpStatusCode.OK)]
    public async Task Get_IfNoneMatch_ReturnsNotModifiedIfOneMatches(string tags, HttpStatusCode status)
    {
        await using var site = await EndpointSite.StartAsync();
        using var first = await site.AskAsync("/widgets/recent-smokes?limit=2");
        var header = string.Format(System.Globalization.CultureInfo.InvariantCulture, tags, first.Headers.ETag!.Tag);
        using var second = await site.AskAsync("/widgets/recent-smokes?limit=2", headers: ("If-None-Match", header));
        second.StatusCode.ShouldBe(status);
        second.Headers.ETag.ShouldBe(first.Headers.ETag);
        second.Headers.CacheControl.ShouldBe(first.Headers.CacheControl);
        (await second.Content.ReadAsByteArrayAsync()).Length.ShouldBe(
            status == HttpStatusCode.OK ? (int)first.Content.Headers.ContentLength! : 0);
    }

    [Fact]
    public async Task Get_ETag_IsWeak()
    {
        await using var site = await EndpointSite.StartAsync();
        using var answer = await site.AskAsync("/widgets/recent-smokes?limit=2");
        answer.Headers.ETag!.IsWeak.ShouldBeTrue();
    }

    [Fact]
    public async Task Get_Defaults_StandWhereTheQuerySaysNothing()
    {
        await using var site = await EndpointSite.StartAsync(
            o => o.Defaults["recent-smokes"] = new RecentSmokes { Limit = 3, Heading = "Lately", AllUrl = "/sessions" });
        var plain = await site.Http.GetStringAsync("/widgets/recent-smokes");
        plain.ShouldContain("Lately");
        plain.ShouldContain("href=\"/sessions\"");
        plain.Split("<article").Length.ShouldBe(4);
        (await site.Http.GetStringAsync("/widgets/recent-smokes?limit=2")).Split("<article").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Get_Business_IsTheOneThatTheTagWouldMean()
    {
        await using var site = await EndpointSite.StartAsync(settings: EndpointSite.Uptown);
        (await site.Http.GetStringAsync("/widgets/recent-smokes?limit=2&business=uptown")).Split("<article").Length.ShouldBe(3);
        var request = site.Sandbox.Requests.All.ShouldHaveSingleItem();
        request.Path.ShouldBe("/brands/casa-belmonte/sessions");
        request.Headers["Authorization"].ShouldBe("Bearer uptown-key");
    }

    [Fact]
    public async Task Get_BusinessOfTheRequest_MayBeReadFromTheRoute()
    {
        await using var site = await TestSite.StartAsync(
            configure: b => b.UseBusinessResolver(http => (string?)http.Request.RouteValues["lounge"]),
            map: app => app.MapSessionsWidgets("/{lounge}/widgets"),
            settings: EndpointSite.Uptown);
        using var answer = await site.AskAsync("/uptown/widgets/recent-smokes?limit=1");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        site.Sandbox.Requests.All.ShouldHaveSingleItem().Path.ShouldBe("/brands/casa-belmonte/sessions");
    }

    [Fact]
    public async Task Get_UpstreamFails_ReturnsTheNoticeUncached()
    {
        await using var site = await EndpointSite.StartAsync();
        site.Sandbox.Faults.Add("/venues/*", new StatusFault { Status = 500 });
        using var answer = await site.AskAsync("/widgets/recent-smokes");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("sw-fallback");
        answer.Headers.CacheControl!.ToString().ShouldBe("no-store");
        answer.Headers.ETag.ShouldBeNull();
    }

    [Fact]
    public async Task Get_UpstreamHangs_ReturnsWithinThePageBudget()
    {
        await using var site = await EndpointSite.StartAsync();
        site.Sandbox.Faults.Add("/venues/*", new HoldFault());
        var pending = site.AskAsync("/widgets/recent-smokes");
        await site.Sandbox.Requests.WaitForAsync(1);
        site.Clock.Advance(TimeSpan.FromSeconds(2));
        using var answer = await pending;
        (await answer.Content.ReadAsStringAsync()).ShouldContain("sw-fallback");
    }

    [Fact]
    public async Task Get_FromAnotherOrigin_IsNotAllowedToReadUnlessTheHostSaysSo()
    {
        (string, string) origin = ("Origin", "https://other.example.com");
        await using var site = await TestSite.StartAsync(
            configure: b => b.Services.AddCors(c => c.AddPolicy("partners", p => p.WithOrigins("https://other.example.com"))),
            map: app =>
            {
                app.UseRouting();
                app.UseCors();
                app.MapSessionsWidgets("/widgets");
                app.MapSessionsWidgets("/shared").RequireCors("partners");
            });
        using var own = await site.AskAsync("/widgets/guests-online", headers: origin);
        own.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
        using var shared = await site.AskAsync("/shared/guests-online", headers: origin);
        shared.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["https://other.example.com"]);
    }

    [Fact]
    public async Task Get_HostHasAPolicyOfItsOwn_LeavesIt()
    {
        await using var site = await TestSite.StartAsync(map: app =>
        {
            app.Use((http, next) =>
            {
                http.Response.Headers.ContentSecurityPolicy = "default-src 'self'";
                return next();
            });
            app.UseRouting();
            app.MapSessionsWidgets("/widgets");
        });
        using var answer = await site.AskAsync("/widgets/guests-online");
        answer.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'self'"]);
    }

    [Fact]
    public void Map_WithoutRegistration_SaysWhatToCall()
    {
        var app = WebApplication.CreateBuilder().Build();
        Should.Throw<InvalidOperationException>(() => app.MapSessionsWidgets("/widgets")).Message.ShouldContain("AddSessionsWidgets(");
    }

    public static TheoryData<Action<WidgetEndpointOptions>, string> WrongOptions => new()
    {
        { o => o.MaxLimit = 0, "MaxLimit is '0'; it must be from 1 to 1000." },
        { o => o.Audience = WidgetAudience.Visitor, "Audience is 'Visitor'; it must be Everyone or Staff" },
        { o => o.AllowedParameters.Add("ofset"), "AllowedParameters is 'ofset'; no widget has a parameter of that name." },
        { o => o.Defaults["recent-smoke"] = new RecentSmokes(), "Did you mean 'recent-smokes'?" },

        {
            o =>
                o.Defaults["recent-smokes"] = new CigarCards(), "The default of 'recent-smokes' is 'CigarCards'; it must be a RecentSmokes."
        },
        { o => o.Defaults["recent-smokes"] = new RecentSmokes { Limit = 0 }, "limit is '0'; it must be a whole number from 1 to 1000." },
    };

    [Theory]
    [MemberData(nameof(WrongOptions), DisableDiscoveryEnumeration = true)]
    public async Task Map_WrongOption_SaysWhatIsAllowed(Action<WidgetEndpointOptions> options, string message) =>
        (await Should.ThrowAsync<ParameterException>(() => EndpointSite.StartAsync(options))).Message.ShouldContain(message);
}
