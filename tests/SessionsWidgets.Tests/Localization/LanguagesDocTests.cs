using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Docs;
using SessionsWidgets.Tests.Templates;

namespace SessionsWidgets.Tests.Localization;

/// <summary>docs/languages.md: its tables are those of the code, and its file is a language.</summary>
public sealed class LanguagesDocTests : IDisposable
{
    private static readonly string Document = RepositoryFiles.PathOf("docs", "languages.md");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Table_OfTheLanguages_IsThatOfTheLibrary()
    {
        var locales = new LocaleSet([]);

        Rows("| `lang` |").Select(row => (row[0].Trim('`'), row[2], row[3], row[4])).ShouldBe(LocaleSet.BuiltInLanguages.Select(language =>
        {
            var locale = locales.Find(language)!;
            var forms = Plural.Categories.Intersect(Plural.CategoriesOf(language));
            return (
                language, Plain(locale.Date(new DateTime(2026, 7, 18), "date")!), Plain(locale.Duration(TimeSpan.FromMinutes(70))),
                string.Join(", ", forms));
        }));
    }

    [Fact]
    public void Table_OfTheEntries_NamesAllOfThem()
    {
        var error = Should.Throw<ParameterException>(() => LocaleFile.Parse("""{ "x": 1 }"""u8.ToArray(), "x.json"));

        var entries = error.Message.Split("takes ")[1].TrimEnd('.').Split(", ");
        Rows("| entry |").SelectMany(row => row[0].Split(", ")).Select(name => name.Trim('`')).Order().ShouldBe(entries.Order());
        foreach (var part in LocaleTextBuilder.DateParts) File.ReadAllText(Document).ShouldContain($"`{{{part}}}`");
    }

    [Fact]
    public async Task File_OfTheExample_IsALanguageWithoutAWordOfEnglishInItsWidgets()
    {
        _folder.Write("locales/sv.json", DocBlocks.With("docs/languages.md", "json", "\"sv\"").Text);
        using var handler = new StubHandler(TemplateCase.Full);
        await using var client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = handler,
            TimeProvider = new ManualClock(), WaitingClock = new ManualClock(),
        });
        var renderer = new WidgetRenderer(client, new WidgetRendererOptions { TemplateFolder = _folder.Path });
        renderer.Languages.ShouldContain("sv");
        var (english, swedish) = (renderer.Templates.Locales.Find("en")!, LocaleFile.Parse(File.ReadAllBytes(
            Path.Combine(_folder.Path, "locales", "sv.json")), "sv.json"));
        var left = english.Keys.Where(key => !swedish.Texts.ContainsKey(key)).Select(key => english.Text(key, 2)!).ToList();

        Widget[] widgets =
        [
            new RecentSmokes { Language = "sv", AllUrl = "/alla" }, new SessionCard { Language = "sv", AllUrl = "/alla" },
            new CigarCards { Language = "sv-FI", AllUrl = "/alla" },
        ];
        foreach (var widget in widgets)
        {
            var fragment = await renderer.RenderAsync(client.GetBusiness(BusinessType.Venue, "lounge"), widget);
            fragment.Origin.ShouldBe(FragmentOrigin.Fresh);
            var html = fragment.ToString();
            html.ShouldContain("lang=\"sv\" dir=\"ltr\"");
            foreach (var text in left.Where(text => text.Length > 3)) html.ShouldNotContain($">{text}<");
        }
    }

    private static IEnumerable<string[]> Rows(string head) => File.ReadLines(Document)
        .SkipWhile(line => !line.StartsWith(head, StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1]);

    private static string Plain(string text) => text.Replace('\u00A0', ' ');
}
