using SessionsWidgets.TestSupport;
using SessionsWidgets.Tests.Templates;

namespace SessionsWidgets.Tests.Widgets.CheckInWidgets;

/// <summary>What the template makes of typical data in every language, byte for byte, and that it is sound HTML.</summary>
public class RecentCheckInsSnapshotTests
{
    private static readonly string Full = Sessions.Page(
        CheckIns.Full("chk_1", "2026-07-18T23:12:00Z"),
        CheckInSite.CheckIn("chk_2", "2026-07-18T21:00:00Z", "u2", "María López", "\"rating\":4.5"),
        CheckInSite.CheckIn("chk_3", "2026-07-17T20:00:00Z", "u3", "نورة ع.", "\"note\":\"هادئ ومتوازن.\""),
        CheckInSite.CheckIn("chk_4", "2026-07-02T20:00:00Z", null, "佐藤 美咲"));

    private static readonly string Sparse = Sessions.Page(
        """{"id":"chk_1","createdAt":"2026-07-18T23:12:00Z","user":{}}""",
        """{"id":"chk_2","createdAt":"no date","user":{"displayName":"D"},"rating":"none","note":null,"venue":null}""");

    private static readonly RecentCheckIns Faces = new() { Layout = CheckInLayout.Faces };

    private static readonly Dictionary<string, (RecentCheckIns Widget, string Json)> Widgets = new(StringComparer.Ordinal)
    {
        ["list"] = (new RecentCheckIns { AllUrl = "/visits" }, Full),
        ["list-bare"] = (
            new RecentCheckIns { ShowAvatars = false, ShowNote = false, ShowRatings = false, Heading = "", CssClass = "wide", Id = "in" },
            Full),
        ["list-sparse"] = (new RecentCheckIns { HeadingLevel = 3 }, Sparse),
        ["list-hostile"] = (new RecentCheckIns(), CheckIns.Everywhere("\"><img src=x onerror=alert(1)>{{ 7 | times: 7 }}&amp;'")),
        ["list-absolute-de"] = (new RecentCheckIns { Language = "de", Dates = DateStyle.Absolute }, Full),
        ["list-es"] = (new RecentCheckIns { Language = "es" }, Full),
        ["list-fr"] = (new RecentCheckIns { Language = "fr" }, Full),
        ["list-ar"] = (new RecentCheckIns { Language = "ar", AllUrl = "/visits" }, Full),
        ["faces"] = (Faces with { AllUrl = "/visits" }, Full),
        ["faces-sparse"] = (Faces, Sparse),
        ["faces-names"] = (Faces with { ShowAvatars = false }, Full),
        ["faces-hostile"] = (Faces, CheckIns.Everywhere("\"><img src=x onerror=alert(1)>{{ 7 | times: 7 }}&amp;'")),
        ["faces-de"] = (Faces with { Language = "de" }, Full),
        ["faces-es"] = (Faces with { Language = "es" }, Full),
        ["faces-absolute-fr"] = (Faces with { Language = "fr", Dates = DateStyle.Absolute }, Full),
        ["faces-ar"] = (Faces with { Language = "ar" }, Full),
        ["empty"] = (new RecentCheckIns { AllUrl = "/visits" }, Sessions.Page()),
        ["empty-fr"] = (Faces with { Language = "fr" }, Sessions.Page()),
    };

    public static TheoryData<string> Cases => [.. Widgets.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Render(string name)
    {
        var (widget, json) = Widgets[name];
        using var site = new CheckInSite { CheckIns = json };
        var fragment = await site.RenderAsync(widget);
        fragment.Error.ShouldBeNull();
        var html = fragment.ToString();
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
