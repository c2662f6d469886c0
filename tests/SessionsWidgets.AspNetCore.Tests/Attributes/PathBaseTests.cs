using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.AspNetCore.Tests.Components;
using SessionsWidgets.AspNetCore.Tests.Endpoints;

namespace SessionsWidgets.AspNetCore.Tests.Attributes;

/// <summary><c>~/</c> in links is the request's path base, as in Razor.</summary>
public class PathBaseTests
{
    [Theory]
    [InlineData("/PathBase")]
    [InlineData("/blazor/path-base")]
    [InlineData("/widgets/recent-smokes?limit=2&all-url=~/all&cigar-url=~%2Fcigars%2F%7Bid%7D%3Fa%3D1")]
    [InlineData("/widgets/recent-smokes?limit=2")]
    public async Task Link_BelowTheApplication_BeginsWithThePathBaseOfTheRequest(string path)
    {
        await using var site = await StartAsync();
        // In turns: what one request has rendered is not given to the other.
        for (var i = 0; i < 2; i++)
        {
            foreach (var pathBase in (string[])["", "/my%20lounge", "/b%22c"])
            {
                var html = await site.Http.GetStringAsync(new Uri(pathBase + path, UriKind.Relative));
                html.ShouldContain($"<a class=\"sw-all\" href=\"{pathBase}/all\">");
                html.ShouldContain($"<a class=\"sw-link\" href=\"{pathBase}/cigars/cgr_");
                html.ShouldNotContain("~/");
                html.ShouldNotContain("{id}");
            }
        }

        site.Sandbox.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task PageUrl_BelowTheApplication_BeginsWithThePathBase()
    {
        await using var site = await StartAsync();
        var html = await site.Http.GetStringAsync(new Uri("/my%20lounge/staff/guest-sessions?limit=1&page=2", UriKind.Relative));
        html.ShouldContain("href=\"/my%20lounge/guests?page=1\" rel=\"prev\"");
    }

    [Theory]
    [InlineData("~//evil.example")]
    [InlineData("~/\\evil.example")]
    [InlineData("~/a b")]
    public async Task Get_LinkThatIsNotAllowed_IsRefusedWithTilde(string link)
    {
        await using var site = await StartAsync();
        using var answer = await site.AskAsync($"/widgets/recent-smokes?all-url={Uri.EscapeDataString(link)}");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldStartWith($"all-url is '{link}'; it must be an http or https address, or a path");
    }

    [Theory]
    [InlineData("~sessions.html")]
    [InlineData("./~/sessions")]
    [InlineData("/~/sessions")]
    public async Task Get_TildeElsewhere_IsAPathAsBefore(string link)
    {
        await using var site = await StartAsync();
        (await site.Http.GetStringAsync(new Uri($"/my%20lounge/widgets/recent-smokes?all-url={link}", UriKind.Relative)))
            .ShouldContain($"href=\"{link}\"");
    }

    [Fact]
    public async Task Component_WithoutARequest_SaysWhatToWrite()
    {
        await using var site = await BlazorSite.StartAsync("Development");
        await using var scope = site.Services.CreateAsyncScope();
        await using var component = new RenderedComponent(scope.ServiceProvider);
        await component.RenderAsync<PathBase>();
        (await component.HtmlAsync()).ShouldContain(
            "&#x27;~/&#x27; is the path base of a web application, which is not known here: write &#x27;/&#x27; and the path on the site.");
    }

    private static Task<TestSite> StartAsync() => TestSite.StartAsync(
        configure: widgets => widgets.Services.AddRazorComponents(),
        map: app =>
        {
            app.UsePathBase("/my lounge").UsePathBase("/b\"c").UseRouting();
            app.UseAntiforgery();
            app.MapRazorComponents<App>();
            app.MapSessionsWidgets("/widgets", options =>
            {
                options.AllowedParameters.Add("all-url");
                options.AllowedParameters.Add("cigar-url");
                options.Defaults["recent-smokes"] = new RecentSmokes { AllUrl = "~/all", CigarUrl = "~/cigars/{id}" };
            });
            app.MapSessionsWidgets("/staff", options =>
            {
                options.Audience = WidgetAudience.Staff;
                options.Defaults["guest-sessions"] = new GuestSessionTable { PageUrl = "~/guests?page={page}" };
            }).AllowAnonymous();
        });
}
