using System.Net;
using AngleSharp.Html.Parser;
using SessionsWidgets.AspNetCore.Tests.Components;
using SessionsWidgets.AspNetCore.Tests.Endpoints;
using SessionsWidgets.Sandbox.Faults;

namespace SessionsWidgets.AspNetCore.Tests.Attributes;

/// <summary>Attributes that are nobody's parameter, in Razor and Blazor pages and in addresses.</summary>
public class ElementAttributesSiteTests
{
    private const string Rest = "lang=\"en\" dir=\"ltr\"";

    public static TheoryData<string, string> Passed => new()
    {
        {
            "stamped",
            $"<section data-v-1a2b3c data-astro-cid-x7k2 data-aos=\"fade-up\" data-n=\"5\" class=\"sw sw-recent-smokes\" {Rest}>"
        },
        {
            "styled",
            "<section style=\"color: red; font-family: &#x27;A &amp; B&#x27;\" title=\"Tom &amp; &quot;Jerry&quot; &lt;b&gt;\" "
            + $"slot=\"main\" hidden=\"until-found\" class=\"sw sw-recent-smokes\" {Rest}>"
        },
        { "cases", $"<section data-big=\"Ä&#x2B;1\" aria-describedby=\"a b\" hidden class=\"sw sw-recent-smokes\" {Rest}>" },
        { "values", $"<section hidden aria-hidden=\"true\" class=\"sw sw-recent-smokes\" {Rest}>" },
        { "named", $"<section aria-live=\"polite\" class=\"sw sw-recent-smokes wide\" id=\"own\" {Rest} aria-label=\"Upstairs\">" },
        { "empty", $"<section data-v-1 title=\"x\" class=\"sw sw-recent-smokes\" {Rest}>" },
    };

    public static TheoryData<string, string> Refused => new()
    {
        { "click", "onclick is 'alert(1)'; a widget takes no event handlers: put it on an element around the tag." },
        { "load", "a widget takes no event handlers" },
        { "online", "<guest-sessions> has no attribute 'onlin'. Did you mean 'online'?" },
        { "misspelt", "<recent-smokes> has no attribute 'titel'." },
        { "limits", "<recent-smokes> has no attribute 'limits'. Did you mean 'limit'?" },
        { "bare", "<recent-smokes> has no attribute 'data-" },
    };

    [Theory]
    [MemberData(nameof(Passed))]
    public async Task Tag_WithAttributesThatAreNoParameters_HasThemOnItsOutermostElement(string which, string startTag)
    {
        await using var site = await BlazorSite.StartAsync();
        var tag = (await site.MainAsync($"/Attributes/{which}")).Trim();
        tag.ShouldStartWith(startTag);
        (await site.MainAsync($"/blazor/attributes/{which}")).Trim().ShouldBe(tag);
        // Upstream is asked for the widget alone.
        site.Sandbox.Requests.All.ShouldHaveSingleItem().Query.ShouldBe(
            which == "empty" ? "?limit=10&from=2001-01-01&to=2001-01-02" : "?limit=1");
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Tag_WithAnAttributeThatIsRefused_SaysWhyInDevelopmentAndShowsItsContentInProduction(string which, string message)
    {
        await using (var site = await BlazorSite.StartAsync("Development"))
        {
            foreach (var path in (string[])[$"/Attributes/{which}", $"/blazor/attributes/{which}"])
                (await site.SectionAsync(path)).TextContent.ShouldContain(message);
        }

        await using (var site = await BlazorSite.StartAsync())
        {
            foreach (var path in (string[])[$"/Attributes/{which}", $"/blazor/attributes/{which}"])
                (await site.MainAsync(path)).Trim().ShouldBe("<p id=\"own\">Ours.</p>");
            site.Sandbox.Requests.Count.ShouldBe(0);
        }
    }

    [Fact]
    public async Task Tag_WithAnAttributeTwice_SaysSo()
    {
        await using var site = await BlazorSite.StartAsync("Development");
        (await site.SectionAsync("/Attributes/twice")).TextContent.ShouldContain("title is 'another'; the tag has that attribute twice");
    }

    [Theory]
    [InlineData("/Attributes/two")]
    [InlineData("/blazor/attributes/two")]
    public async Task Tags_OfTheSameWidget_HaveTheirOwnAttributesAndShareTheRequest(string path)
    {
        await using var site = await BlazorSite.StartAsync();
        var page = new HtmlParser().ParseDocument(await site.MainAsync(path));
        page.QuerySelectorAll("section").Select(s => string.Join(' ', s.Attributes.Select(a => a.Name))).ShouldBe(
            ["data-v-1 title class lang dir", "data-v-2 class lang dir", "class lang dir"]);
        page.QuerySelectorAll("[id], [aria-labelledby], section[aria-label]").ShouldBeEmpty();
        site.Sandbox.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("/Attributes/content")]
    [InlineData("/blazor/attributes/content")]
    public async Task Tag_ShowingItsContent_LeavesItAsItIs(string path)
    {
        await using var site = await BlazorSite.StartAsync();
        (await site.MainAsync(path)).Trim().ShouldBe("<p id=\"own\">Ours.</p>");
    }

    [Theory]
    [InlineData("/Attributes/stamped")]
    [InlineData("/blazor/attributes/stamped")]
    public async Task Tag_UpstreamFails_HasItsAttributesOnTheNotice(string path)
    {
        await using var site = await BlazorSite.StartAsync();
        site.Sandbox.Faults.Add("/venues/*", new StatusFault { Status = 500 });
        (await site.MainAsync(path)).TrimStart().ShouldStartWith(
            "<section data-v-1a2b3c data-astro-cid-x7k2 data-aos=\"fade-up\" data-n=\"5\" class=\"sw sw-fallback\"");
    }

    [Theory]
    [InlineData("data-v-1a2b3c=")]
    [InlineData("data-aos=fade-up")]
    [InlineData("aria-hidden=true")]
    [InlineData("aria-label=Theirs")]
    [InlineData("style=color:red")]
    [InlineData("title=x")]
    [InlineData("hidden")]
    [InlineData("slot=x")]
    [InlineData("onclick=alert(1)")]
    public async Task Get_WithAttributesInTheAddress_IsRefused(string query)
    {
        await using var site = await EndpointSite.StartAsync();
        var (status, text) = await site.RefusedAsync($"/widgets/recent-smokes?limit=1&{query}");
        status.ShouldBe(HttpStatusCode.BadRequest);
        text.ShouldContain(query.Split('=')[0]);
        site.Sandbox.Requests.Count.ShouldBe(0);
    }
}
