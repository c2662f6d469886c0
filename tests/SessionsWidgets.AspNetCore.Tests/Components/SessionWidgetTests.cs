using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.Sandbox.Faults;

namespace SessionsWidgets.AspNetCore.Tests.Components;

public class SessionWidgetTests
{
    private const string Content = "<p id=\"own\">Our own words.</p>";

    public static TheoryData<string> Widgets => [.. WidgetCatalog.BuiltIn.Definitions.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Widgets))]
    public async Task Component_OfABuiltInWidget_GivesTheBytesOfTheTag(string name)
    {
        await using var site = await BlazorSite.StartAsync(settings: ("SessionsWidgets:GuestWifi:ClientNetworks:0", "127.0.0.0/8"));
        var tag = await site.MainAsync($"/Any/{name}");
        (await site.MainAsync($"/blazor/any/{name}")).ShouldBe(tag);
        tag.ShouldContain($"sw-{name}");
    }

    [Fact]
    public async Task Component_WrittenAsTheTag_GivesItsBytes()
    {
        await using var site = await BlazorSite.StartAsync();
        var tag = await site.MainAsync("/Written");
        (await site.MainAsync("/blazor/written")).ShouldBe(tag);
        tag.ShouldContain("sw-recent-smokes");
    }

    [Fact]
    public async Task Component_WithValuesOfCSharp_TakesThem()
    {
        await using var site = await BlazorSite.StartAsync();
        var section = await site.SectionAsync("/blazor/values");
        site.Sandbox.Requests.All.ShouldHaveSingleItem().Query.ShouldBe("?limit=3&from=2026-07-01&to=2026-07-18&featured=true");
        section.QuerySelectorAll(".sw-cards article").Length.ShouldBe(3);
        section.Id.ShouldBe("s-3");
        section.QuerySelector(".sw-rating").ShouldBeNull();
        section.QuerySelector(".sw-heading")!.TextContent.ShouldBe("Tom & <b>Jerry</b>");
        section.QuerySelector("article a")!.GetAttribute("href")!.ShouldStartWith("https://example.com/cigars/");
    }

    [Theory]
    [InlineData(
        "moment",
        "from is '07/18/2026 12:00:00'; the day depends on the time zone: set a DateOnly, or text such as '2026-07-18'.")]
    [InlineData("list", "from is 'String[]'; it must be text, true or false, a number, a DateOnly or an enumeration value.")]
    [InlineData("markup", "from is 'MarkupString'; it must be text")]
    public async Task Component_WithAValueThatIsNoText_SaysWhatToWrite(string which, string message)
    {
        await using var site = await BlazorSite.StartAsync("Development");
        (await site.SectionAsync($"/blazor/wrong/{which}")).TextContent.ShouldContain(message);
    }

    [Fact]
    public async Task Component_NothingToShow_ShowsItsContent()
    {
        await using var site = await BlazorSite.StartAsync();
        (await site.MainAsync("/blazor/any/recent-smokes?from=2001-01-01&to=2001-01-02")).ShouldBe(Content);
    }

    [Fact]
    public async Task Component_UpstreamFails_ShowsItsContentOrTheNotice()
    {
        await using var site = await BlazorSite.StartAsync();
        site.Sandbox.Faults.Add("/venues/*", new StatusFault { Status = 500 });
        (await site.MainAsync("/blazor/any/recent-smokes")).ShouldBe(Content);
        (await site.SectionAsync("/blazor/written")).ClassList.ShouldContain("sw-fallback");
    }

    [Theory]
    [InlineData("recent-smokes?limits=6", "<recent-smokes> has no attribute 'limits'. Did you mean 'limit'?")]
    [InlineData("recent-smoke", "name is 'recent-smoke'; there is no such widget. Did you mean 'recent-smokes'?")]
    [InlineData(
        "recent-smokes?business=uptwn",
        "business is 'uptwn'; there is no such business. Did you mean 'uptown'? Configured are: uptown.")]
    public async Task Component_WithAMistakeInDevelopment_SaysSoInPlace(string what, string message)
    {
        await using var site = await BlazorSite.StartAsync("Development", settings: TestSite.Uptown);
        var section = await site.SectionAsync($"/blazor/any/{what}");
        section.ClassList.ShouldContain("sw-error");
        section.TextContent.ShouldContain(message);
    }

    [Theory]
    [InlineData("recent-smokes?limits=6", "'limits'")]
    [InlineData("recent-smoke", "'recent-smoke'")]
    public async Task Component_WithAMistakeInProduction_IsLoggedOnceAndTheContentShown(string what, string named)
    {
        await using var site = await BlazorSite.StartAsync();
        for (var i = 0; i < 3; i++) (await site.MainAsync($"/blazor/any/{what}")).ShouldBe(Content);
        var entry = site.Log.OwnEntries.ShouldHaveSingleItem();
        entry.ShouldContain(named);
        entry.ShouldContain("on /blazor/any/");
        site.Sandbox.Requests.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Component_OfAnotherBusiness_UsesItsKeyAndType()
    {
        await using var site = await BlazorSite.StartAsync(settings: TestSite.Uptown);
        (await site.SectionAsync("/blazor/any/cigar-cards?business=uptown&limit=2")).QuerySelectorAll("article").Length.ShouldBe(2);
        var request = site.Sandbox.Requests.All.ShouldHaveSingleItem();
        request.Path.ShouldBe("/brands/casa-belmonte/sessions");
        request.Headers["Authorization"].ShouldBe("Bearer uptown-key");
    }

    [Fact]
    public async Task Component_WithoutBusiness_MeansTheOneOfTheRequest()
    {
        await using var site = await BlazorSite.StartAsync(
            configure: b => b.UseBusinessResolver(http => http.Request.Query["lounge"]), settings: TestSite.Uptown);
        await site.MainAsync("/blazor/any/recent-smokes?lounge=uptown");
        await site.MainAsync("/blazor/any/recent-smokes");
        site.Sandbox.Requests.All.Select(r => r.Path).ShouldBe(["/brands/casa-belmonte/sessions", "/venues/stogies-chapin/sessions"]);
    }

    [Fact]
    public async Task Component_HostsSourceThrows_ShowsTheContent()
    {
        await using var site = await BlazorSite.StartAsync(
            configure: b => b.UseBusinessResolver(_ => throw new InvalidOperationException("database is away")));
        (await site.MainAsync("/blazor/any/recent-smokes")).ShouldBe(Content);
        site.Log.OwnEntries.ShouldHaveSingleItem().ShouldContain("database is away");
    }

    [Fact]
    public async Task Component_SessionHandedIn_ShowsItWithoutARequest()
    {
        await using var site = await BlazorSite.StartAsync();
        (await site.SectionAsync("/blazor/handed/session-card")).TextContent.ShouldContain("Handed in.");
        (await site.MainAsync("/blazor/handed/recent-smokes")).ShouldBe(Content);
        site.Log.OwnEntries.ShouldHaveSingleItem().ShouldContain("only session-card takes a session");
        site.Sandbox.Requests.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("guest-sessions")]
    [InlineData("wifi-time")]
    public async Task Component_OfAWidgetThatIsNotForEveryone_MakesThePagePrivate(string name)
    {
        await using var site = await BlazorSite.StartAsync();
        using var page = await site.Http.GetAsync(new Uri($"/blazor/any/{name}", UriKind.Relative));
        var kept = page.Headers.CacheControl!;
        (kept.Private, kept.NoStore).ShouldBe((true, true));
    }

    [Fact]
    public async Task Component_WithoutRegistration_SaysWhatToCall()
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var error = await Should.ThrowAsync<InvalidOperationException>(() => new RenderedComponent(services).RenderAsync<SessionWidget>());
        error.Message.ShouldContain("AddSessionsWidgets(builder.Configuration.GetSection(\"SessionsWidgets\"))");
    }
}
