using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.AspNetCore;
using SessionsWidgets.Sandbox;
using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Docs;

namespace SessionsWidgets.HostTests.TagNames;

/// <summary>A site that has tags of the library's names.</summary>
public sealed class TagNameTests : IAsyncLifetime
{
    private const string Remedy =
        "another tag helper of the page has written this tag, and stays: take one of them out, this one by "
        + "'@removeTagHelper SessionsWidgets.AspNetCore.SessionCardTagHelper, SessionsWidgets.AspNetCore', "
        + "or tell them apart by '@tagHelperPrefix'.";

    // Nobody is slow by a clock that stands.
    private readonly ManualClock _clock = new();
    private SandboxApi _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await SandboxApi.StartAsync(new SandboxOptions { Clock = _clock });

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Theory]
    [InlineData("/Both")]
    [InlineData("/BothEarly")]
    [InlineData("/BothLate")]
    [InlineData("/OtherWay")]
    public async Task Page_TwoTagHelpersInDevelopment_SaysSoBesideWhatTheOtherWrites(string path)
    {
        await using var site = await StartAsync("Development");
        var page = await GetAsync(site, path);
        page.QuerySelector("article.talk")!.TextContent.ShouldBe("A talk in B2");
        page.QuerySelector(".sw-error")!.TextContent.ShouldContain(Remedy);
        page.QuerySelectorAll(".sw-recent-smokes article").Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("/Both")]
    [InlineData("/BothEarly")]
    [InlineData("/BothLate")]
    [InlineData("/OtherWay")]
    public async Task Page_TwoTagHelpersInProduction_ShowsTheOtherAndLogsOnce(string path)
    {
        await using var site = await StartAsync("Production");
        for (var i = 0; i < 2; i++)
        {
            var page = await GetAsync(site, path);
            page.QuerySelector("article.talk")!.TextContent.ShouldBe("A talk in B2");
            page.QuerySelector(".sw-error").ShouldBeNull();
            page.QuerySelectorAll(".sw-recent-smokes article").Length.ShouldBe(2);
        }

        site.Log.OwnEntries.ShouldHaveSingleItem().ShouldContain($"<session-card> on {path} is left out: {Remedy}");
    }

    [Fact]
    public async Task Page_AnotherTagHelperGivesAttributes_KeepsThemAndSaysSo()
    {
        await using var site = await StartAsync("Development");
        var page = await GetAsync(site, "/Attributes");
        page.QuerySelector("session-card")!.GetAttribute("data-testid").ShouldBe("session-card");
        page.QuerySelector("session-card")!.TextContent.ShouldBe("Nobody there.");
        page.QuerySelector(".sw-error")!.TextContent.ShouldContain(Remedy);
    }

    [Fact]
    public async Task Page_AnotherTagHelperWritesAroundTheTag_ShowsBoth()
    {
        await using var site = await StartAsync("Development");
        (await GetAsync(site, "/Framed")).QuerySelectorAll(".frame > .sw article").Length.ShouldBe(1);
        site.Log.OwnEntries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_RemoveTagHelper_HasTheSitesOwnTagAndTheWidgetByName()
    {
        await using var site = await StartAsync("Development");
        var page = await GetAsync(site, "/Removed");
        page.QuerySelector("article.talk")!.TextContent.ShouldBe("A talk in B2");
        page.QuerySelectorAll(".sw-session-card article").Length.ShouldBe(1);
        page.QuerySelectorAll(".sw-recent-smokes article").Length.ShouldBe(2);
        page.QuerySelector(".sw-error").ShouldBeNull();
    }

    [Fact]
    public async Task Page_TagHelperPrefix_LeavesTagsWithoutItAlone()
    {
        await using var site = await StartAsync("Development");
        var page = await GetAsync(site, "/Prefixed");
        page.QuerySelector("session-card")!.OuterHtml.ShouldBe("<session-card>A custom element</session-card>");
        page.QuerySelectorAll(".sw-session-card article").Length.ShouldBe(1);
        page.QuerySelectorAll(".sw-recent-smokes article").Length.ShouldBe(2);
        page.QuerySelector(".sw-error").ShouldBeNull();
    }

    [Theory]
    [InlineData("Removed.cshtml", "@removeTagHelper")]
    [InlineData("Prefixed.cshtml", "@tagHelperPrefix")]
    public void Lines_OfTheDocs_AreThoseOfThePage(string page, string line) =>
        File.ReadAllText(RepositoryFiles.PathOf("tests", "SessionsWidgets.HostTests", "TagNames", page))
            .ShouldContain(DocBlocks.With("docs/hosting.md", "html", line).Text);

    private static async Task<IHtmlDocument> GetAsync(HostSite site, string path) =>
        new HtmlParser().ParseDocument(await site.Http.GetStringAsync(new Uri(path, UriKind.Relative)));

    private Task<HostSite> StartAsync(string environment) => HostSite.StartAsync(
        builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(_clock);
            builder.Services.AddRazorPages(o => o.RootDirectory = "/TagNames");
            builder.Services.AddSessionsWidgets(builder.Configuration.GetSection("SessionsWidgets"));
        },
        app => app.MapRazorPages(),
        environment,
        ("SessionsWidgets:ApiBaseUrl", _sandbox.BaseUrl.AbsoluteUri),
        ("SessionsWidgets:ApiKey", _sandbox.ApiKey),
        ("SessionsWidgets:BusinessId", "stogies-chapin"));
}
