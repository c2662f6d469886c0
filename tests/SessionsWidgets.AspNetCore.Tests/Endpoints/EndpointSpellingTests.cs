using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace SessionsWidgets.AspNetCore.Tests.Endpoints;

/// <summary>A value in an address has one spelling: nobody can make up any number of addresses for the same fragment.</summary>
public class EndpointSpellingTests
{
    [Theory]
    [InlineData("limit=+5", "?limit=5")]
    [InlineData("limit=%2B5", "?limit=5")]
    [InlineData("limit=05", "?limit=5")]
    [InlineData("limit=0000000000000000000000000005", "?limit=5")]
    [InlineData("limit=5%00", "?limit=5")]
    [InlineData("limit=5%00%00", "?limit=5")]
    [InlineData("limit=%0a5", "?limit=5")]
    [InlineData("limit=%205", "?limit=5")]
    [InlineData("limit=5%09", "?limit=5")]
    [InlineData("Limit=5", "?limit=5")]
    [InlineData("LIMIT=5", "?limit=5")]
    [InlineData("limit=5&", "?limit=5")]
    [InlineData("&limit=5", "?limit=5")]
    [InlineData("limit=5&&layout=grid", "?limit=5&layout=grid")]
    [InlineData("", "")]
    [InlineData("show-ratings=True", "?show-ratings=true")]
    [InlineData("show-ratings=TRUE", "?show-ratings=true")]
    [InlineData("show-ratings=False", "?show-ratings=false")]
    [InlineData("show-ratings=", "?show-ratings=true")]
    [InlineData("show-ratings", "?show-ratings=true")]
    [InlineData("show-venue=false+", "?show-venue=false")]
    [InlineData("layout=Grid", "?layout=grid")]
    [InlineData("layout=GRID", "?layout=grid")]
    [InlineData("layout=grid%20", "?layout=grid")]
    [InlineData("dates=Absolute", "?dates=absolute")]
    [InlineData("heading-level=03", "?heading-level=3")]
    [InlineData("from=0%20days%20ago", "?from=today")]
    [InlineData("from=1%20days%20ago", "?from=1%20day%20ago")]
    [InlineData("from=007%20days%20ago", "?from=7%20days%20ago")]
    [InlineData("from=7+days+ago", "?from=7%20days%20ago")]
    [InlineData("from=%202026-07-18", "?from=2026-07-18")]
    [InlineData("all-url=%2Fall", "?all-url=/all")]
    [InlineData("business=", "")]
    [InlineData("business=%20", "")]
    public async Task Get_AnotherSpelling_IsRefusedWithTheOne(string query, string spelled)
    {
        await using var site = await StartAsync();
        var (status, text) = await site.RefusedAsync($"/widgets/recent-smokes?{query}");
        status.ShouldBe(HttpStatusCode.BadRequest);
        text.ShouldBe($"query is '?{query}'; {(spelled.Length == 0 ? "leave it out." : $"write it as '{spelled}'.")}");
        site.Sandbox.Requests.Count.ShouldBe(0);
        if (query != "business=") (await site.AskAsync($"/widgets/recent-smokes{spelled}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("limit=%35", "?limit=5")]
    [InlineData("%6Cimit=5", "?limit=5")]
    [InlineData("%6cimit=5", "?limit=5")]
    [InlineData("business=%75ptown", "?business=uptown")]
    public async Task Get_NeedlessEncoding_IsRefusedWithTheOneSpelling(string query, string spelled)
    {
        await using var site = await StartAsync();
        // Otherwise the client decodes it.
        var address = new Uri(
            $"{site.Http.BaseAddress}widgets/recent-smokes?{query}",
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var answer = await site.Http.GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldBe($"query is '?{query}'; write it as '{spelled}'.");
    }

    [Theory]
    [InlineData("limit=5.0", "limit is '5.0'; it must be a whole number")]
    [InlineData("limit=%EF%BC%95", "limit is '\uFF15'; it must be a whole number")]
    [InlineData("limit=5e0", "limit is '5e0'; it must be a whole number")]
    [InlineData("limit=0x5", "limit is '0x5'; it must be a whole number")]
    [InlineData("limit=", "limit is ''; it must be a whole number")]
    [InlineData("show-ratings=1", "show-ratings is '1'; it must be true or false.")]
    [InlineData("show-ratings=yes", "show-ratings is 'yes'; it must be true or false.")]
    [InlineData("show-ratings=true%00", "show-ratings is 'true\0'; it must be true or false.")]
    [InlineData("layout=0", "layout is '0'; it must be 'list' or 'grid'.")]
    [InlineData("layout=list,grid", "layout is 'list,grid'; it must be 'list' or 'grid'.")]
    [InlineData("from=2026-7-18", "from is '2026-7-18'; it must be a day")]
    [InlineData("from=20260718", "from is '20260718'; it must be a day")]
    [InlineData("from=Today", "from is 'Today'; it must be a day")]
    [InlineData("limit=5&Limit=5", "limit is '5,5'; it is set more than once.")]
    [InlineData("lang=DE", "lang is 'DE'; write it as 'de'.")]
    [InlineData("lang=de-at", "lang is 'de-at'; there are texts in:")]
    [InlineData("lang=de-AT-1996", "lang is 'de-AT-1996'; there are texts in:")]
    [InlineData("lang=de-x-1a2b3c", "lang is 'de-x-1a2b3c'; there are texts in:")]
    [InlineData("lang=de-AAA", "lang is 'de-AAA'; there are texts in:")]
    public async Task Get_AnotherWayToWriteAValue_IsRefused(string query, string message)
    {
        await using var site = await StartAsync();
        var (status, text) = await site.RefusedAsync($"/widgets/recent-smokes?{query}");
        status.ShouldBe(HttpStatusCode.BadRequest);
        text.ShouldStartWith(message);
        site.Sandbox.Requests.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("/widgets/Recent-Smokes")]
    [InlineData("/widgets/recent-smokes/")]
    [InlineData("/widgets/recent-smokes?business=Uptown")]
    [InlineData("/widgets/recent-smokes?business=UPTOWN")]
    [InlineData("/widgets/recent-smokes?business=uptown%20")]
    public async Task Get_NameInAnotherSpelling_IsNotFound(string address)
    {
        await using var site = await StartAsync();
        (await site.RefusedAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        site.Sandbox.Requests.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("limit=6&layout=grid&show-ratings=false&lang=de")]
    [InlineData("show-ratings=false&layout=grid&business=uptown&limit=6")]
    [InlineData("lang=es-419")]
    [InlineData("lang=de-AT&from=2026-07-18&to=today")]
    [InlineData("limit=10&layout=list")]
    public async Task Get_TheOneSpelling_IsAnswered(string query)
    {
        await using var site = await StartAsync();
        (await site.AskAsync($"/widgets/recent-smokes?{query}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_HostsOwnKindOfValue_HasOneSpellingToo()
    {
        var list = new ParameterKind<string[]>(
            "it must be words.",
            text => (true, text.Split(',', StringSplitOptions.TrimEntries)),
            _ => true,
            words => string.Join(',', words));
        var definition = new WidgetDefinition<Tags>(
            "tag-list",
            [new WidgetParameter<Tags, string[]>("words", list, w => w.Words, (w, v) => w with { Words = v }, "Words.")],
            (_, _) => new WidgetPlan([], _ => null));
        using var templates = new TestSupport.TemporaryFolder();
        templates.Write("tag-list.liquid", "<p>x</p>");
        await using var site = await EndpointSite.StartAsync(
            o => o.AllowedParameters.Add("words"),
            configure: b => b.AddWidget(definition),
            settings: ("SessionsWidgets:Templates", templates.Path));
        (await site.AskAsync("/widgets/tag-list?words=a,b")).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var query in (string[])["words=a,%20b", "words=a%2Cb", "words=%20a,b", "words=a+,b"])
            (await site.RefusedAsync($"/widgets/tag-list?{query}")).Text.ShouldEndWith("write it as '?words=a,b'.");
    }

    private static Task<TestSite> StartAsync() =>
        EndpointSite.StartAsync(o => o.AllowedParameters.UnionWith(["from", "to", "all-url"]), settings: TestSite.Uptown);

    private sealed record Tags : Widget
    {
        public string[] Words { get; init; } = [];
    }
}
