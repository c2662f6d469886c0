using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Docs;

namespace SessionsWidgets.AspNetCore.Tests;

/// <summary>What the pages show of a site, in a site.</summary>
public sealed partial class DocBlockTests
{
    [Fact]
    public async Task LibraryCall_OfThePage_StandsInAPage()
    {
        File.ReadAllText(RepositoryFiles.PathOf("tests", "SessionsWidgets.AspNetCore.Tests", "Pages", "Library.cshtml")).TrimEnd()
            .ShouldBe(DocBlocks.On("docs/library.md", "razor").ShouldHaveSingleItem().Text);
        await using var site = await TestSite.StartAsync();

        var page = new HtmlParser().ParseDocument(await site.Http.GetStringAsync("/Library"));

        page.QuerySelectorAll("main .sw-recent-smokes article").Length.ShouldBe(6);
    }

    /// <summary>For scripts, htmx, ESI, SSI, and programs that subscribe.</summary>
    [Fact]
    public async Task Addresses_OfAllPages_AreServed()
    {
        await using var site = await TestSite.StartAsync(map: app => app.MapSessionsWidgets("/widgets"));
        var addresses = DocBlocks.Of("html", "razor").SelectMany(b => Address().Matches(b.Text)).Select(m => m.Value).Distinct().ToList();
        addresses.Count.ShouldBeGreaterThan(2);
        foreach (var address in addresses)
        {
            using var answer = await site.Http.GetAsync(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        }
    }

    [GeneratedRegex("/widgets/[^\"]+(?=\")", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
