using System.Text.Json;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Templates;

/// <summary>Whatever stands in the data, the elements and attributes are those that harmless data give.</summary>
public class HostileDataTests
{
    private const string Harmless = "harmless";

    public static TheoryData<string> Widgets =>
    [
        "recent-smokes", "recent-smokes grid", "session-card", "cigar-cards", "recent-check-ins", "recent-check-ins faces",
        "lounge-activity check-ins",
    ];

    [SkippableTheory]
    [MemberData(nameof(Widgets))]
    public async Task Render_InjectionStringsInEveryField_NeverChangeTheMarkup(string name)
    {
        var path = RepositoryFiles.PathOf("..", "shared", "security", "xss-sample.json");
        Skip.IfNot(File.Exists(path), $"{path} is not there.");
        var strings = JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(path))!;
        strings.Length.ShouldBeGreaterThan(100);
        Widget widget = name switch
        {
            "recent-smokes" => new RecentSmokes { ShowCigarImage = true, ShowVenue = true, CigarUrl = "/cigars/{id}" },
            "recent-smokes grid" => new RecentSmokes { Layout = WidgetLayout.Grid, ShowVenue = true, CigarUrl = "/cigars/{id}" },
            "session-card" => new SessionCard { ShowVenue = true, CigarUrl = "/cigars/{id}" },
            "recent-check-ins" => new RecentCheckIns(),
            "recent-check-ins faces" => new RecentCheckIns { Layout = CheckInLayout.Faces },
            "lounge-activity check-ins" => new LoungeActivity { CheckIns = true, CigarUrl = "/cigars/{id}" },
            _ => new CigarCards { CigarUrl = "/cigars/{id}" },
        };
        var expected = await ShapeAsync(widget, Harmless);
        foreach (var text in strings)
        {
            // What is left of a text after cleaning may be nothing; then its part is left out, as for a blank.
            var clean = UntrustedText.Clean(text, UntrustedText.MaxNoteLength);
            if (clean is null) continue;
            (await ShapeAsync(widget, text)).ShouldBe(expected, $"with {JsonSerializer.Serialize(text)}");
        }
    }

    /// <summary>The shape without the drawing of the cigar, whose form follows the name on purpose.</summary>
    private static async Task<string> ShapeAsync(Widget widget, string text)
    {
        var body = TemplateCase.Parse(await TemplateCase.RenderAsync(widget, Sessions.Everywhere(text)));
        foreach (var drawing in body.QuerySelectorAll("svg.sw-art")) drawing.InnerHtml = "";
        return string.Join(
            '\n', body.QuerySelectorAll("*").Select(e => $"{e.LocalName} {string.Join(' ', e.Attributes.Select(a => a.Name))}"));
    }
}
