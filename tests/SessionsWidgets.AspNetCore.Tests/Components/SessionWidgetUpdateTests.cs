using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.Sandbox.Faults;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.AspNetCore.Tests.Components;

/// <summary>The component where no web request is answered, as in a circuit.</summary>
public class SessionWidgetUpdateTests
{
    [Fact]
    public async Task Component_WithoutARequest_GivesTheBytesOfTheTag()
    {
        await using var site = await BlazorSite.StartAsync();
        await using var scope = site.Services.CreateAsyncScope();
        await using var component = new RenderedComponent(scope.ServiceProvider);
        await component.RenderAsync<SessionWidget>(("Name", "recent-smokes"));
        (await component.HtmlAsync()).ShouldBe(await site.MainAsync("/Any/recent-smokes"));
    }

    [Fact]
    public async Task Component_ParameterChanges_IsRenderedAnew()
    {
        await using var site = await BlazorSite.StartAsync();
        await using var scope = site.Services.CreateAsyncScope();
        await using var component = new RenderedComponent(scope.ServiceProvider);
        var host = await ShowAsync(component);
        Articles(await component.HtmlAsync()).ShouldBe(2);
        await component.DoAsync(() =>
        {
            host.Limit = 3;
            host.Render();
        });
        await Eventually.BeTrueAsync(async () => Articles(await component.HtmlAsync()) == 3, () => "the widget shows three");
        site.Sandbox.Requests.All.Select(r => r.Query).ShouldBe(["?limit=2", "?limit=3"]);
    }

    [Fact]
    public async Task Component_ParentIsRenderedAgain_SendsNoRequestAndTakesTheNewContent()
    {
        await using var site = await BlazorSite.StartAsync();
        site.Sandbox.Faults.Add("/venues/*", new StatusFault { Status = 500 });
        await using var scope = site.Services.CreateAsyncScope();
        await using var component = new RenderedComponent(scope.ServiceProvider);
        var host = await ShowAsync(component);
        (await component.HtmlAsync()).ShouldBe("<p id=\"own\">Our own words.</p>");
        // Upstream may be asked again by now, and is not.
        site.Clock.Advance(TimeSpan.FromHours(1));
        await component.DoAsync(() =>
        {
            host.Words = "Other words.";
            host.Render();
        });
        (await component.HtmlAsync()).ShouldBe("<p id=\"own\">Other words.</p>");
        // The next query is another one.
        await component.DoAsync(() =>
        {
            host.From = new DateOnly(2026, 7, 1);
            host.Render();
        });
        await site.Sandbox.Requests.WaitForAsync(2);
        site.Sandbox.Requests.All.Select(r => r.Query).ShouldBe(["?limit=2", "?limit=2&from=2026-07-01"]);
    }

    [Fact]
    public async Task Component_EarlierResponseArrivesLater_KeepsTheNewerOne()
    {
        var source = new SlowSource();
        await using var site = await BlazorSite.StartAsync(configure: b => b.Services.AddSingleton<IBusinessSource>(source));
        await using var scope = site.Services.CreateAsyncScope();
        await using var component = new RenderedComponent(scope.ServiceProvider);
        var host = await ShowAsync(component);
        await component.DoAsync(() =>
        {
            host.Business = "slow";
            host.Render();
        });
        // What was there stays until there is something newer.
        Articles(await component.HtmlAsync()).ShouldBe(2);
        await component.DoAsync(() =>
        {
            (host.Business, host.Limit) = (null, 3);
            host.Render();
        });
        await Eventually.BeTrueAsync(async () => Articles(await component.HtmlAsync()) == 3, () => "the widget shows three");
        source.Found.SetResult(new BusinessOptions { BusinessId = "stogies-chapin" });
        // It had two, which are known: everything has been done when the next work is.
        await component.DoAsync(() => { });
        Articles(await component.HtmlAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task Component_UseBusinessResolverWithoutARequest_RequiresTheBusiness()
    {
        await using var site =
            await BlazorSite.StartAsync("Development", b => b.UseBusinessResolver(http => http.Request.Query["lounge"]), TestSite.Uptown);
        await using var scope = site.Services.CreateAsyncScope();
        await using var component = new RenderedComponent(scope.ServiceProvider);
        await ShowAsync(component);
        (await component.HtmlAsync())
            .ShouldContain(
                "business is missing; set it: UseBusinessResolver needs an HTTP request, and this component was rendered without one.");
        await using var named = new RenderedComponent(scope.ServiceProvider);
        await ShowAsync(named, business: "uptown");
        Articles(await named.HtmlAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Component_WithoutAName_SaysWhichThereAre()
    {
        await using var site = await BlazorSite.StartAsync("Development");
        await using var scope = site.Services.CreateAsyncScope();
        await using var component = new RenderedComponent(scope.ServiceProvider);
        await component.RenderAsync<SessionWidget>(("Name", null));
        (await component.HtmlAsync()).ShouldContain("there is no such widget. There are: recent-smokes, session-card");
    }

    [Fact]
    public async Task Component_AboutTheVisitorWithoutARequest_SaysWhereItBelongs()
    {
        await using var site = await BlazorSite.StartAsync("Development");
        await using var scope = site.Services.CreateAsyncScope();
        await using var component = new RenderedComponent(scope.ServiceProvider);
        await component.RenderAsync<SessionWidget>(("Name", "wifi-time"));
        (await component.HtmlAsync()).ShouldContain("render it in a static page, without a render mode.");
        site.Sandbox.Requests.Count.ShouldBe(0);
    }

    private static async Task<Host> ShowAsync(RenderedComponent component, string? business = null)
    {
        Host? host = null;
        await component.RenderAsync<Host>(("Made", (Action<Host>)(h =>
        {
            host = h;
            h.Business = business;
        })));
        return host!;
    }

    private static int Articles(string html) => new HtmlParser().ParseDocument(html).QuerySelectorAll("article").Length;

    private sealed class SlowSource : IBusinessSource
    {
        public TaskCompletionSource<BusinessOptions?> Found { get; } = new();

        public async ValueTask<BusinessOptions?> FindAsync(string name, CancellationToken cancellationToken) => await Found.Task;
    }
}
