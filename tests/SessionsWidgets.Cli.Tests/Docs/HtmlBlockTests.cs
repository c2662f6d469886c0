using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SessionsWidgets.Cli.Tests.Build;
using SessionsWidgets.TestSupport.Docs;

namespace SessionsWidgets.Cli.Tests.Docs;

/// <summary>
/// The tags of every HTML and Markdown block: those that a static site can have are built, and the attributes of the others are known.
/// </summary>
public sealed class HtmlBlockTests
{
    private const string Head = "<!doctype html><title>.</title><link rel=stylesheet href=sessions-widgets.css>";

    private static readonly HtmlParser Parser = new();

    [Fact]
    public async Task Tags_OfAllPages_AreBuilt()
    {
        await using var site = await BuildSite.StartAsync();
        var settings = await File.ReadAllTextAsync(site.PathOf("site/sessions-widgets.json"));
        site.Page("sessions-widgets.json", settings.Replace("\"brand\": {", "\"uptown\": {", StringComparison.Ordinal));
        var expected = new Dictionary<string, int>();
        foreach (var block in DocBlocks.Of("html", "markdown").Where(b => Tags(b).Any() && Tags(b).All(IsStatic)))
        {
            var page = $"{block.Page.Replace('/', '-')}-{block.Line}.html";
            site.Page(page, $"{Head}<main>{WithoutKramdown(block)}</main>");
            expected[page] = Tags(block).Count();
        }

        var run = await CliRun.Of(
            ["build", "site", "--output", "out"],
            site.Folder,
            site.Clock,
            ("SessionsWidgets__ApiKey", site.Sandbox.ApiKey),
            ("SessionsWidgets__GuestWifi__AccessToken", "sandbox-wifi-token"),
            ("SessionsWidgets__GuestWifi__LocationId", "oVq3TzKcWnB"),
            ("SessionsWidgets__GuestWifi__ApiBaseUrl", site.Sandbox.GuestWifiUrl.AbsoluteUri));

        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldBeEmpty();
        expected.Count.ShouldBeGreaterThan(15);
        foreach (var (page, count) in expected)
        {
            // In the shadow root of an isolated widget, too.
            (site.BuiltText(page).Split("class=\"sw sw-").Length - 1).ShouldBe(count, page);
        }
    }

    [Fact]
    public void Tags_OfAllPagesOfASite_AreKnownWithTheirAttributes()
    {
        var tags = DocBlocks.Of("html", "markdown", "razor").SelectMany(Tags).Where(t => !IsStatic(t)).ToList();
        tags.Count.ShouldBeGreaterThan(5);
        foreach (var tag in tags)
        {
            // The widget that docs/own-widgets.md makes is run there.
            var name = tag.GetAttribute("name") ?? tag.LocalName;
            if (name == "house-stats") continue;
            var widget = WidgetCatalog.BuiltIn.Get(name);
            var attributes = tag.Attributes.Where(a => a.Name is not ("name" or "business" or "session" or "@rendermode")).ToList();
            foreach (var attribute in attributes) widget.FindParameter(attribute.Name).ShouldNotBeNull($"{attribute.Name} of {name}");
            widget.Parse(attributes.Where(a => !a.Value.StartsWith('@'))
                .Select(a => new KeyValuePair<string, string>(a.Name, a.Value.Length == 0 ? "true" : a.Value)));
        }
    }

    private static IEnumerable<IElement> Tags(DocBlock block) => Parser.ParseDocument(WithoutKramdown(block)).QuerySelectorAll("*")
        .Where(e => e.LocalName is "session-widget" or "sessionwidget" || Find(e) is not null);

    private static WidgetDefinition? Find(IElement tag) => WidgetCatalog.BuiltIn.Definitions.SingleOrDefault(d => d.Name == tag.LocalName);

    /// <summary>Kramdown takes its own attribute out.</summary>
    private static string WithoutKramdown(DocBlock block) => block.Text.Replace(" markdown=\"block\"", "", StringComparison.Ordinal);

    /// <summary>Whether a static site can have it: no value of Razor, and nothing about the visitor.</summary>
    private static bool IsStatic(IElement tag) =>
        Find(tag) is { Audience: not WidgetAudience.Visitor }
        && tag.Attributes.All(a => !a.Value.StartsWith('@'));
}
