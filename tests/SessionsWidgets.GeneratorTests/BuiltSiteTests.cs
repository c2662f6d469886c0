using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SessionsWidgets.GeneratorTests;

[Collection(nameof(GeneratorSites))]
public sealed class BuiltSiteTests(GeneratorSites sites)
{
    /// <summary>The second room has no sessions: there, the content of the tag is shown.</summary>
    private const string PageOfContent = "second-room/index.html";

    private static readonly string[] OwnFiles = [".sessions-widgets-output", "sessions-widgets.css"];

    public static TheoryData<string> Names => GeneratorSites.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Build_OfAGeneratorsSite_ChangesNothingButTheWidgets(string generator)
    {
        var site = await sites.GetAsync(generator);
        await using var library = new ExpectedWidgets(site, sites.Sandbox);
        var (tags, pages) = (0, 0);
        foreach (var (name, content) in site.Generated)
        {
            var found = site.Pages.Contains(name) ? GeneratedPage.TagsOf(content) : [];
            if (found.Count == 0)
            {
                site.Built[name].ShouldBe(content, name);
                continue;
            }

            (tags, pages) = (tags + found.Count, pages + 1);
            var expected = new Dictionary<string, IReadOnlyList<string>>();
            foreach (var tag in found) expected[tag.ToString()] = await library.OfAsync(tag);
            content.ShouldHaveBecome(site.Built[name], tag => expected[tag.ToString()]);
        }

        site.Run.OutputText.ShouldContain("Built: ");
        site.Run.OutputText.ShouldContain("; 12 widgets, ");
        site.Run.Error.ShouldNotContain(": error: ");
        tags.ShouldBe(12);
        pages.ShouldBe(9);
        site.Built.Keys.Except(site.Generated.Keys).Except(OwnFiles).ShouldBeEmpty();
        site.Built["sessions-widgets.css"].ShouldBe(Encoding.Latin1.GetString(BuiltInTemplates.Stylesheet.Span));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Build_OfAGeneratorsSite_HasAWidgetForEachTag(string generator)
    {
        var site = await sites.GetAsync(generator);
        var names = string.Join(", ", WidgetCatalog.BuiltIn.Definitions.Select(d => d.Name));
        foreach (var page in site.Pages)
        {
            var (generated, built) = (Parse(site.Generated[page]), Parse(site.Built[page]));
            var tags = generated.QuerySelectorAll(names).Length;

            built.QuerySelectorAll(names).ShouldBeEmpty(page);
            built.QuerySelectorAll(".sw-fallback, .sw-error").ShouldBeEmpty(page);
            built.QuerySelectorAll("section.sw").Length.ShouldBe(page == PageOfContent ? tags - 1 : tags, page);
            if (page == PageOfContent) built.QuerySelector(".quiet")!.TextContent.ShouldStartWith("Nobody has smoked here yet.");
            built.QuerySelectorAll("p").Count(p => p.ChildNodes.Length == 0)
                .ShouldBe(generated.QuerySelectorAll("p").Count(p => p.ChildNodes.Length == 0), page);
            // Nothing of the page has become a part of a widget, nor gone with a tag.
            built.QuerySelectorAll("section.sw h1, section.sw main, section.sw footer").ShouldBeEmpty(page);
            built.QuerySelectorAll("h1, main, footer").Length.ShouldBe(3, page);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Build_TagThatAPageShowsAsCode_StaysCode(string generator)
    {
        var site = await sites.GetAsync(generator);

        var page = Parse(site.Built["journal/how-this-site-is-made/index.html"]);

        page.QuerySelector("pre")!.TextContent.Trim().ShouldBe("<recent-smokes limit=\"2\"></recent-smokes>");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Build_Feed_StaysAsTheGeneratorWroteIt(string generator)
    {
        var site = await sites.GetAsync(generator);
        var feed = site.Generator.Feed;

        site.Built[feed].ShouldBe(site.Generated[feed]);

        site.Built[feed].ShouldContain("&lt;session-card ");
        site.Built[feed].ShouldNotContain("class=\"sw");
    }

    [Fact]
    public async Task Build_TagInAComponentWithAScopedStyle_GivesItsMarkToTheWidget()
    {
        var site = await sites.GetAsync("astro");

        var aside = Parse(site.Built["journal/blend-night/index.html"]).QuerySelector("aside")!;

        var mark = aside.Attributes.Single(a => a.Name.StartsWith("data-astro-cid-", StringComparison.Ordinal)).Name;
        aside.QuerySelector("section.sw-recent-check-ins")!.HasAttribute(mark).ShouldBeTrue();
    }

    private static IHtmlDocument Parse(string bytes) =>
        new HtmlParser().ParseDocument(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(bytes)));
}
