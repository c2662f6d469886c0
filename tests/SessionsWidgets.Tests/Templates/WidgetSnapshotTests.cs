using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Templates;

/// <summary>What the built-in templates make of typical data, byte for byte, and that it is sound HTML.</summary>
public class WidgetSnapshotTests
{
    public static TheoryData<string> Cases => [.. Widgets.Keys];

    private static readonly Dictionary<string, (Widget Widget, string Json)> Widgets = new(StringComparer.Ordinal)
    {
        ["recent-smokes-list-full"] = (new RecentSmokes { AllUrl = "/sessions", CigarUrl = "/cigars/{id}" }, TemplateCase.Full),
        ["recent-smokes-list-pictures"] = (new RecentSmokes { ShowCigarImage = true, ShowVenue = true, Heading = "" }, TemplateCase.Full),
        ["recent-smokes-list-bare"] = (
            new RecentSmokes
            {
                ShowAvatars = false, ShowDuration = false, ShowNote = false, ShowRatings = false, CssClass = "wide", Id = "smokes",
            },
            TemplateCase.Full),
        ["recent-smokes-grid-full"] =
            (new RecentSmokes { Layout = WidgetLayout.Grid, AllUrl = "/sessions", HeadingLevel = 3 }, TemplateCase.Full),
        ["recent-smokes-list-sparse"] = (new RecentSmokes(), TemplateCase.Sparse),
        ["recent-smokes-grid-sparse"] = (new RecentSmokes { Layout = WidgetLayout.Grid }, TemplateCase.Sparse),
        ["recent-smokes-empty"] = (new RecentSmokes { AllUrl = "/sessions" }, TemplateCase.Empty),
        ["recent-smokes-rtl"] = (new RecentSmokes { Language = "ar", AllUrl = "/sessions" }, TemplateCase.Full),
        ["recent-smokes-absolute-de"] = (new RecentSmokes { Language = "de", Dates = DateStyle.Absolute }, TemplateCase.Full),
        ["recent-smokes-hostile"] = (new RecentSmokes(), Sessions.Everywhere("\"><img src=x onerror=alert(1)>{{ 7 | times: 7 }}&amp;'")),
        ["recent-smokes-list-page"] = (
            new RecentSmokes { Summary = true, Limit = 1, Page = 2, PageUrl = "/s?page={page}", CigarId = "cgr_11" }, TemplateCase.Full),
        ["recent-smokes-grid-page"] = (
            new RecentSmokes { Layout = WidgetLayout.Grid, Summary = true, Limit = 3, PageUrl = "/s?page={page}", Language = "ru" },
            TemplateCase.Full),
        ["cigar-cards-page"] =
            (new CigarCards { Summary = true, Limit = 2, PageUrl = "/s?page={page}", Language = "de" }, TemplateCase.Full),
        ["session-card-link"] = (new SessionCard { AllUrl = "/sessions", Loading = PictureLoading.Eager, Offset = 1 }, TemplateCase.Full),
        ["session-card-full"] = (new SessionCard { CigarUrl = "/cigars/{id}", Offset = 0 }, TemplateCase.Full),
        ["session-card-sparse"] = (new SessionCard { Heading = "Newest" }, TemplateCase.Sparse),
        ["session-card-empty"] = (new SessionCard(), TemplateCase.Empty),
        ["cigar-cards-full"] = (new CigarCards { AllUrl = "/humidor", CigarUrl = "/cigars/{id}" }, TemplateCase.Full),
        ["cigar-cards-sparse"] = (new CigarCards(), TemplateCase.Sparse),
        ["cigar-cards-empty"] = (new CigarCards(), TemplateCase.Empty),
        ["cigar-cards-rtl"] = (new CigarCards { Language = "ar" }, TemplateCase.Full),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Render(string name)
    {
        var (widget, json) = Widgets[name];
        var html = await TemplateCase.RenderAsync(widget, json);
        var body = TemplateCase.Parse(html);
        body.Children.ShouldHaveSingleItem().LocalName.ShouldBe("section");
        body.QuerySelectorAll("script, style, [style], [onclick], [onerror]").ShouldBeEmpty();
        body.QuerySelectorAll("[id]").Select(e => e.Id).ShouldBe(widget.Id is null ? [] : [widget.Id]);
        foreach (var picture in body.QuerySelectorAll("img"))
            foreach (var needed in (string[])["alt", "width", "height", "loading"])
                picture.HasAttribute(needed).ShouldBeTrue($"{needed} of {picture.OuterHtml}");
        body.QuerySelectorAll("[aria-labelledby]").ShouldBeEmpty();
        body.QuerySelectorAll("section[aria-label]").Select(e => e.GetAttribute("aria-label"))
            .ShouldBe(string.IsNullOrEmpty(widget.Heading) ? [] : [widget.Heading]);
        Snapshot.Verify(html, name);
    }
}
