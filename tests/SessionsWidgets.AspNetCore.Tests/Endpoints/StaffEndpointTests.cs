using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.AspNetCore.Tests.Endpoints;

/// <summary>Widgets for staff: mapped on purpose only, behind a sign-in, kept nowhere.</summary>
public class StaffEndpointTests
{
    [Fact]
    public async Task Get_SignedIn_GivesTheTableAndNobodyKeepsIt()
    {
        await using var site = await StartAsync(isSignedIn: true);
        for (var i = 0; i < 2; i++)
        {
            using var answer = await site.AskAsync("/staff/widgets/guest-sessions?limit=5&page=2");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await answer.Content.ReadAsStringAsync()).Split("<tr").Length.ShouldBe(7);
            answer.Headers.CacheControl.ShouldBe(new CacheControlHeaderValue { Private = true, NoStore = true });
            answer.Headers.ETag.ShouldBeNull();
            answer.Headers.Age.ShouldBeNull();
        }
    }

    [Fact]
    public async Task Get_NotSignedIn_IsSentToTheSignIn()
    {
        await using var site = await StartAsync(isSignedIn: false);
        using var answer = await site.AskAsync("/staff/widgets/guest-sessions");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/sign-in");
        site.Sandbox.Requests.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("guests-online")]
    [InlineData("wifi-time")]
    public async Task Get_WidgetForOthers_IsNotThere(string name)
    {
        await using var site = await StartAsync(isSignedIn: true);
        (await site.RefusedAsync($"/staff/widgets/{name}"))
            .ShouldBe((HttpStatusCode.NotFound, "There is no such widget here. There are: guest-sessions."));
    }

    [Fact]
    public async Task Map_WithoutASignIn_StopsTheHost() =>
        (await Should.ThrowAsync<InvalidOperationException>(() => EndpointSite.StartAsync(o => o.Audience = WidgetAudience.Staff)))
            .Message.ShouldContain("add .RequireAuthorization()");

    [Fact]
    public async Task Map_AllowAnonymous_ReturnsTheFragment()
    {
        await using var site = await TestSite.StartAsync(
            map: app => app.MapSessionsWidgets("/widgets", o => o.Audience = WidgetAudience.Staff).AllowAnonymous());
        using var answer = await site.AskAsync("/widgets/guest-sessions");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl.ShouldBe(new CacheControlHeaderValue { Private = true, NoStore = true });
    }

    private static Task<TestSite> StartAsync(bool isSignedIn) => TestSite.StartAsync(
        configure: b =>
        {
            b.Services.AddAuthorization().AddOutputCache();
            b.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(c => c.LoginPath = "/sign-in");
        },
        map: app =>
        {
            app.UseAuthentication();
            if (isSignedIn)
            {
                app.Use((http, next) =>
                {
                    http.User = new ClaimsPrincipal(new ClaimsIdentity([], "test"));
                    return next();
                });
            }

            app.UseRouting();
            app.UseAuthorization();
            app.UseOutputCache();
            app.MapGroup("/staff").RequireAuthorization().MapSessionsWidgets("/widgets", o => o.Audience = WidgetAudience.Staff)
                .CacheOutput(p => p.AddPolicy<KeepsEverything>());
        });

    /// <summary>A host's policy that would keep even what signed-in visitors see.</summary>
    private sealed class KeepsEverything : IOutputCachePolicy
    {
        public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage) = (true, true, true);
            return ValueTask.CompletedTask;
        }

        public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

        public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;
    }
}
