using System.Net;
using System.Net.Http;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.AspNetCore.Tests.Preview;

/// <summary>The gallery of a site: in Development alone, with the site's widgets and templates, and with example data alone.</summary>
public sealed partial class PreviewEndpointTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Map_OutsideDevelopment_MapsNothing(string environment)
    {
        await using var site = await StartAsync(environment);
        foreach (var path in (string[])["", "/", "/en/recent-smokes.html", "/gallery.css", "/events"])
        {
            using var answer = await site.Http.GetAsync($"/gallery{path}");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        site.Services.GetRequiredService<EndpointDataSource>().Endpoints.ShouldNotContain(e => e.DisplayName!.Contains("Gallery"));
    }

    [Fact]
    public async Task Gallery_InDevelopment_ShowsTheSitesWidgetsWithoutARequestOrASecret()
    {
        _folder.Write("recent-smokes.liquid", "<p class=\"mine\">{{ sessions.size }} {{ heading }}</p>");
        _folder.Write("house-stats.liquid", "<p class=\"house\">{{ smokes }}</p>");
        _folder.Write("house-secret.liquid", "<p>{{ secret }}</p>");
        await using var site = await StartAsync("Development");
        var requests = site.Sandbox.Requests.Count;
        var index = await site.Http.GetStringAsync("/gallery");
        foreach (var widget in WidgetCatalog.BuiltIn.Definitions.Select(d => d.Name).Concat(["house-stats", "house-secret"]))
            index.ShouldContain($"href=\"en/{widget}.html\"");
        var all = index;
        foreach (var path in Pages().Matches(index).Select(match => match.Groups["path"].Value).Distinct())
        {
            using var answer = await site.Http.GetAsync($"/gallery/{path}");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
            answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("style-src 'self' https://fonts.example.com;");
            all += await answer.Content.ReadAsStringAsync();
        }

        var page = new HtmlParser().ParseDocument(await site.Http.GetStringAsync("/gallery/de/house-stats.html"));
        page.QuerySelector("#full .house")!.TextContent.ShouldBe("100");
        page.QuerySelector("#empty .house")!.TextContent.ShouldBe("0");
        page.QuerySelectorAll("link[rel=stylesheet]").Select(l => l.GetAttribute("href")).ShouldBe(
        [
            "/_content/SessionsWidgets.AspNetCore/sessions-widgets.css", "/site.css", "https://fonts.example.com/a.css", "../gallery.css",
        ]);
        all.ShouldContain("class=\"mine\">10 ");

        // What comes from elsewhere has no examples: the gallery does not ask for it.
        var own = await site.Http.GetStringAsync("/gallery/en/house-secret.html");
        own.ShouldContain("&#x27;house-secret&#x27; takes its data not only from queries");
        (all + own).ShouldNotContain("from the database");
        all.ShouldNotContain(site.Sandbox.ApiKey);
        all.ShouldNotContain("sandbox-wifi-token");
        all.ShouldNotContain(site.Sandbox.BaseUrl.Authority);
        site.Sandbox.Requests.Count.ShouldBe(requests);
        site.Log.OwnEntries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Gallery_TemplateChangesAndBreaks_TellsThePageAndShowsTheErrorInPlace()
    {
        _folder.Write("recent-smokes.liquid", "<b>one</b>");
        _folder.Write("house-stats.liquid", "<b>house</b>");
        await using var site = await StartAsync("Development", prefix: "/design/widgets");
        const string Page = "/design/widgets/en/recent-smokes.html";
        var page = await site.Http.GetStringAsync(Page);
        page.ShouldContain("<b>one</b>");
        var address = WebUtility.HtmlDecode(Events().Match(page).Groups["address"].Value);
        using var answer = await site.Http.GetAsync(
            new Uri(new Uri(site.Http.BaseAddress!, Page), address), HttpCompletionOption.ResponseHeadersRead);
        using var events = new StreamReader(await answer.Content.ReadAsStreamAsync());
        (await events.ReadLineAsync()).ShouldBe(": following");
        _folder.Write("recent-smokes.liquid", "<p>\n{{ heading | upcse }}");
        string? line;
        do line = await events.ReadLineAsync();
        while (line is not null && !line.StartsWith("data: ", StringComparison.Ordinal));
        line.ShouldNotBeNull();
        await Eventually.BeTrueAsync(
            async () => (await site.Http.GetStringAsync(Page)).Contains("recent-smokes:2:14", StringComparison.Ordinal),
            () => "the error is shown");
        (await site.Http.GetStringAsync("/design/widgets/en/cigar-cards.html")).ShouldNotContain("sw-error");
    }

    [Fact]
    public async Task Map_WrongStylesheet_IsRefused()
    {
        var e = await Should.ThrowAsync<ParameterException>(
            () => StartAsync("Development", map: app => app.MapSessionsWidgetsPreview("/gallery", "site.css")));
        e.Message.ShouldContain("it must be a path on the site, such as '~/site.css', or an http(s) URL.");
    }

    [Fact]
    public void Map_WithoutRegistration_IsRefused()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        Should.Throw<InvalidOperationException>(() => app.MapSessionsWidgetsPreview()).Message.ShouldContain("AddSessionsWidgets");
    }

    private Task<TestSite> StartAsync(string environment, string prefix = "/gallery", Action<WebApplication>? map = null) =>
        TestSite.StartAsync(
            environment,
            widgets => widgets.AddWidget(HouseStats.Definition).AddWidget(HouseSecret.Definition),
            map ?? (app => app.MapSessionsWidgetsPreview(prefix, "~/site.css", "https://fonts.example.com/a.css")),
            ("SessionsWidgets:Templates", _folder.Path));

    [GeneratedRegex("href=\"(?<path>(en|ar)/[a-z-]+\\.html)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pages();

    [GeneratedRegex("data-events=\"(?<address>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Events();

    /// <summary>A widget of the site's own, from a query.</summary>
    private sealed record HouseStats : Widget
    {
        public static WidgetDefinition Definition { get; } = new WidgetDefinition<HouseStats>(
            "house-stats",
            [],
            (_, _) => WidgetQuery.Sessions(new SessionQuery { Limit = 100 }).ToModel(page => new Model(page.Sessions.Count)))
        {
            Describe = members => members.Add<Model>(m => m.Member("smokes", s => (long)s.Smokes)),
        };

        private sealed class Model(int smokes) : WidgetModel
        {
            public int Smokes => smokes;
        }
    }

    /// <summary>A widget of the site's own, from something that the gallery must not show.</summary>
    private sealed record HouseSecret : Widget
    {
        public static WidgetDefinition Definition { get; } = new WidgetDefinition<HouseSecret>(
            "house-secret", [], (_, _) => new WidgetPlan([], (_, _) => ValueTask.FromResult<WidgetModel?>(new Model())))
        {
            Describe = members => members.Add<Model>(m => m.Member("secret", s => s.Secret)),
        };

        private sealed class Model : WidgetModel
        {
            public string Secret { get; } = "from the database";
        }
    }
}
