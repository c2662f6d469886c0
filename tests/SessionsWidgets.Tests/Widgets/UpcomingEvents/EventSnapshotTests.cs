using SessionsWidgets.Tests.Templates;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Widgets;

/// <summary>What the template makes of typical events, byte for byte, in every language, and that it is sound HTML.</summary>
public class EventSnapshotTests
{
    private static readonly Dictionary<string, (UpcomingEvents Widget, string Json)> Widgets = new(StringComparer.Ordinal)
    {
        ["list"] = (new UpcomingEvents { AllUrl = "/events", CalendarUrl = "/widgets/events/{id}.ics" }, EventCase.Full),
        ["list-pictures"] = (
            new UpcomingEvents { ShowImage = true, ShowDescription = false, ShowAddress = false, CalendarUrl = "/e.ics", HeadingLevel = 3 },
            EventCase.Full),
        ["cards"] = (new UpcomingEvents { Layout = EventLayout.Cards, CalendarUrl = "/events.ics" }, EventCase.Full),
        ["cards-bare"] = (new UpcomingEvents { Layout = EventLayout.Cards, ShowImage = false, Heading = "" }, EventCase.Full),
        ["cards-absolute"] = (new UpcomingEvents { Layout = EventLayout.Cards, Dates = DateStyle.Absolute }, EventCase.Full),
        ["sparse"] = (new UpcomingEvents { Id = "events", CssClass = "wide" }, EventCase.Sparse),
        ["empty"] = (new UpcomingEvents { AllUrl = "/events" }, Sessions.Page()),
        ["empty-past"] = (new UpcomingEvents { Status = EventStatus.Past }, Sessions.Page()),
        ["de"] = (new UpcomingEvents { Language = "de", CalendarUrl = "/e/{id}" }, EventCase.Full),
        ["es"] = (new UpcomingEvents { Language = "es", CalendarUrl = "/e/{id}" }, EventCase.Full),
        ["fr"] = (new UpcomingEvents { Language = "fr", CalendarUrl = "/e/{id}" }, EventCase.Full),
        ["ar"] = (new UpcomingEvents { Language = "ar", CalendarUrl = "/e/{id}" }, EventCase.Full),
        ["hostile"] = (new UpcomingEvents(), Events.Everywhere("\"><img src=x onerror=alert(1)>{{ 7 | times: 7 }}&amp;'")),
    };

    public static TheoryData<string> Cases => [.. Widgets.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Render(string name)
    {
        var (widget, json) = Widgets[name];
        var html = await EventCase.RenderAsync(widget, json);
        var body = TemplateCase.Parse(html);
        body.Children.ShouldHaveSingleItem().LocalName.ShouldBe("section");
        body.QuerySelectorAll("script, style, [style], [onclick], [onerror]").ShouldBeEmpty();
        body.QuerySelectorAll("[id]").Select(e => e.Id).ShouldBe(widget.Id is null ? [] : [widget.Id]);
        foreach (var picture in body.QuerySelectorAll("img"))
            foreach (var needed in (string[])["alt", "width", "height", "loading"])
                picture.HasAttribute(needed).ShouldBeTrue($"{needed} of {picture.OuterHtml}");
        Snapshot.Verify(html, name);
    }
}
