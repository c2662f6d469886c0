using System.Text.Json;
using SessionsWidgets.Tests.Templates;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Widgets;

/// <summary>Where the links of events lead, and what stands in the data never leads elsewhere.</summary>
public class EventLinkTests
{
    [Fact]
    public async Task Links_OfAnEvent_AreThreeAndToldApartByTheTitle()
    {
        var widget = await EventCase.ElementAsync(new UpcomingEvents { CalendarUrl = "/c/{id}.ics" }, Sessions.Page(Events.Full("evt_1")));

        widget.QuerySelectorAll("a").Select(a => a.GetAttribute("href"))
            .ShouldBe(["https://example.com/e/evt_1", "https://example.com/t/evt_1", "/c/evt_1.ics"]);
        widget.QuerySelectorAll("a.sw-action").Select(e => e.GetAttribute("aria-label"))
            .ShouldBe(["Tickets for Cigar Night", "Add to calendar: Cigar Night"]);
        widget.QuerySelectorAll("a.sw-action").Select(e => e.TextContent).ShouldBe(["Tickets", "Add to calendar"]);
    }

    [Theory]
    [InlineData(null, null, new string[0])]
    [InlineData("/c/{id}", null, new[] { "/c/evt_1" })]
    [InlineData(null, "/r/{id}?business=uptown", new[] { "/r/evt_1?business=uptown" })]
    [InlineData("/c/{id}", "/r/{id}", new[] { "/c/evt_1" })]
    [InlineData("", "/r/{id}", new string[0])]
    [InlineData(null, "~/r/{id}", new[] { "/app/r/evt_1" })]
    [InlineData("~/all.ics", null, new[] { "/app/all.ics" })]
    [InlineData(null, "/all.ics", new[] { "/all.ics" })]
    public async Task CalendarUrl_OfTheWidget_ComesBeforeThatOfTheRequest(string? own, string? request, string[] links)
    {
        var widget = await EventCase.ElementAsync(
            new UpcomingEvents { CalendarUrl = own },
            Sessions.Page(Events.Item("evt_1")),
            new RenderRequest { CalendarUrl = request, PathBase = "/app" });

        widget.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ShouldBe(links);
    }

    [Fact]
    public async Task CalendarUrl_OfTheRequest_IsOfOtherWidgetsNoneAndValidated()
    {
        var request = new RenderRequest { CalendarUrl = "javascript:alert(1)//{id}" };

        (await EventCase.RenderAsync(new RecentSmokes(), Sessions.Page(), request)).ShouldNotContain("alert");
        (await Should.ThrowAsync<ParameterException>(() => EventCase.RenderAsync(new UpcomingEvents(), Sessions.Page(), request)))
            .Message.ShouldStartWith("calendar-url is 'javascript:alert(1)//{id}'; it must be");
    }

    [Theory]
    [InlineData("../../x", "/c/..%2F..%2Fx.ics")]
    [InlineData("a b&c?#", "/c/a%20b%26c%3F%23.ics")]
    [InlineData("\"><b>", "/c/%22%3E%3Cb%3E.ics")]
    public async Task CalendarUrl_HostileId_IsOneSegment(string id, string link)
    {
        var item = Events.Item("evt_1").Replace("\"evt_1\"", JsonSerializer.Serialize(id), StringComparison.Ordinal);

        var widget = await EventCase.ElementAsync(new UpcomingEvents { CalendarUrl = "/c/{id}.ics" }, Sessions.Page(item));

        widget.QuerySelector("a.sw-action")!.GetAttribute("href").ShouldBe(link);
    }

    [Theory]
    [InlineData("/c/{id}")]
    [InlineData("/all.ics")]
    public async Task Links_OfAnEventThatIsOver_AreItsPageAlone(string calendar)
    {
        var widget = await EventCase.ElementAsync(
            new UpcomingEvents { Status = EventStatus.Past, CalendarUrl = calendar },
            Sessions.Page(Events.Full("evt_1", "2026-07-17T23:00:00Z", "2026-07-18T02:00:00Z")));

        widget.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ShouldBe(["https://example.com/e/evt_1"]);
        widget.QuerySelector(".sw-heading")!.TextContent.ShouldBe("Past events");
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,<b>")]
    [InlineData("//evil.example")]
    [InlineData("https://user:pw@evil.example/")]
    [InlineData("/relative")]
    [InlineData("\u0001https://evil.example")]
    public async Task Links_HostileAddresses_AreLeftOut(string address)
    {
        var json = JsonSerializer.Serialize(address);
        var widget = await EventCase.ElementAsync(
            new UpcomingEvents { Layout = EventLayout.Cards },
            Sessions.Page(Events.Item("evt_1", more: $"\"externalUrl\":{json},\"ticketUrl\":{json},\"imageUrl\":{json}")));

        widget.QuerySelectorAll("a, img").ShouldBeEmpty();
    }

    [SkippableTheory]
    [InlineData(EventLayout.List)]
    [InlineData(EventLayout.Cards)]
    public async Task Render_InjectionStringsInEveryField_NeverChangeTheMarkup(EventLayout layout)
    {
        var path = RepositoryFiles.PathOf("..", "shared", "security", "xss-sample.json");
        Skip.IfNot(File.Exists(path), $"{path} is not there.");
        var strings = JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(path))!;
        var widget = new UpcomingEvents { Layout = layout, ShowImage = true, CalendarUrl = "/c/{id}.ics" };
        var expected = await ShapeAsync(widget, "harmless");
        foreach (var text in strings.Where(t => UntrustedText.Clean(t, UntrustedText.MaxNoteLength) is not null))
            (await ShapeAsync(widget, text)).ShouldBe(expected, $"with {JsonSerializer.Serialize(text)}");
    }

    private static async Task<string> ShapeAsync(Widget widget, string text) => string.Join(
        '\n',
        TemplateCase.Parse(await EventCase.RenderAsync(widget, Events.Everywhere(text))).QuerySelectorAll("*")
            .Select(e => $"{e.LocalName} {string.Join(' ', e.Attributes.Select(a => a.Name))}"));
}
