using System.Text.RegularExpressions;
using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Docs;

namespace SessionsWidgets.Tests.Docs;

/// <summary>Every code block of every page runs in a test: in one that takes all blocks of its language, or in one of its page.</summary>
public sealed partial class BlockGuardTests
{
    /// <summary>The tests that take every block of a language, of whatever page: a new one runs, or fails there.</summary>
    private static readonly Dictionary<string, string> Languages = new(StringComparer.Ordinal)
    {
        ["csharp"] = "CSharpBlockTests",
        ["css"] = "PageBlockTests",
        ["json"] = "JsonBlockTests",
        ["xml"] = "XmlBlockTests",
        ["yaml"] = "YamlBlockTests",
    };

    /// <summary>The tests that run the other blocks of a page, and how many they run; null where they count them themselves.</summary>
    private static readonly (string Page, string Language, int? Count, string Test)[] Pages =
    [
        ("README.md", "razor", 1, "ReadmeTests"),
        ("CONTRIBUTING.md", "", 1, "RoomTests"),
        ("docs/blazor.md", "razor", 1, "ReadmeTests"),
        ("docs/blazor.md", "razor", 2, "AutoSiteTests"),
        ("docs/calendar.md", "html", 1, "DocBlockTests"),
        ("docs/command-line.md", "text", 7, "CommandLineDocTests"),
        ("docs/fragments.md", "html", 1, "PageBlockTests"),
        ("docs/fragments.md", "html", 2, "DocBlockTests"),
        ("docs/fragments.md", "js", 1, "PageBlockTests"),
        ("docs/generators.md", "html", 1, "GeneratorsDocTests"),
        ("docs/generators.md", "js", 2, "GeneratorsDocTests"),
        ("docs/generators.md", "toml", 1, "GeneratorsDocTests"),
        ("docs/library.md", "razor", 1, "DocBlockTests"),
        ("docs/operations.md", "text", 4, "LogSampleTests"),
        ("docs/own-widgets.md", "liquid", 2, "ReadmeTests"),
        ("docs/quick-start.md", "html", 1, "SiteTests"),
        ("docs/quick-start.md", "razor", 1, "DocumentationTests"),
        ("docs/security.md", "", 1, "PageBlockTests"),
        ("docs/static-sites.md", "", 3, "OutputBlockTests"),
        ("docs/template-extensions.md", "liquid", 1, "ReadmeTests"),
        ("docs/template-extensions.md", "html", 1, "ReadmeTests"),
        ("docs/template-reference.md", "liquid", null, "TemplatesDocTests"),
        ("docs/template-reference.md", "liquid-error", null, "TemplatesDocTests"),
        ("docs/template-reference.md", "html", null, "TemplatesDocTests"),
        ("docs/template-reference.md", "text", null, "TemplatesDocTests"),
        ("docs/templates.md", "", 1, "OutputBlockTests"),
        ("docs/templates.md", "liquid", null, "TemplatesDocTests"),
        ("docs/templates.md", "liquid-error", null, "TemplatesDocTests"),
        ("docs/templates.md", "html", null, "TemplatesDocTests"),
        ("docs/templates.md", "text", null, "TemplatesDocTests"),
        ("docs/theming.md", "html", 1, "PageBlockTests"),
        ("src/SessionsWidgets.Pictures/README.md", "liquid", 1, "ScalingSiteTests"),
    ];

    [Fact]
    public void Blocks_OfAllPages_RunInATest()
    {
        Unrun(DocBlocks.All).ShouldBeEmpty("write a test that runs them, and add it to the table");
        var gone = Pages.Where(p => DocBlocks.On(p.Page, p.Language).Count == 0).Select(p => $"{p.Page}: {p.Language}");
        gone.ShouldBeEmpty("the table has rows for blocks that are gone");
    }

    [Theory]
    [InlineData("docs/new.md", "text", "Serving.", "docs/new.md: 1 of 'text', and tests run 0")]
    [InlineData("docs/theming.md", "html", "<html>", "docs/theming.md: 2 of 'html', and tests run 1")]
    [InlineData("docs/theming.md", "scss", "a { }", "docs/theming.md: 1 of 'scss', and tests run 0")]
    public void Block_ThatIsNew_IsNoticed(string page, string language, string text, string message) =>
        Unrun([.. DocBlocks.All, new DocBlock(page, 1, language, text)]).ShouldBe([message]);

    [Theory]
    [InlineData("docs/new.md", "csharp", "int x = 1;")]
    [InlineData("docs/new.md", "", "sessions-widgets check")]
    [InlineData("docs/new.md", "html", "<recent-smokes></recent-smokes>")]
    public void Block_OfALanguageThatIsTaken_NeedsNoRow(string page, string language, string text) =>
        Unrun([.. DocBlocks.All, new DocBlock(page, 1, language, text)]).ShouldBeEmpty();

    [Fact]
    public void Tests_OfTheTables_AreThereAndNameTheirPageOrLanguage()
    {
        var sources = Directory.EnumerateFiles(RepositoryFiles.PathOf("tests"), "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(Path.GetFileNameWithoutExtension, File.ReadAllText);
        foreach (var (language, test) in Languages)
            sources[test].ShouldContain(s => s.Contains($"DocBlocks.Of(\"{language}\""), language);
        foreach (var (page, _, _, test) in Pages) sources[test].ShouldNotBeEmpty($"{test}: {page}");
        foreach (var test in (string[])["CommandBlockTests", "HtmlBlockTests"]) sources[test].ShouldNotBeEmpty(test);
    }

    /// <summary>The pages with more or fewer blocks than tests run.</summary>
    private static IEnumerable<string> Unrun(IEnumerable<DocBlock> blocks)
    {
        foreach (var group in blocks.Where(b => !b.IsCommands && !IsOfTags(b) && !Languages.ContainsKey(b.Language))
            .GroupBy(b => (b.Page, b.Language)))
        {
            var rows = Pages.Where(p => (p.Page, p.Language) == group.Key).ToList();
            var run = rows.Sum(r => r.Count ?? group.Count());
            if (run != group.Count()) yield return $"{group.Key.Page}: {group.Count()} of '{group.Key.Language}', and tests run {run}";
        }
    }

    /// <summary>Whether it shows widgets' tags, which HtmlBlockTests take from every page.</summary>
    private static bool IsOfTags(DocBlock block) => block.Language is "html" or "markdown" && WidgetTag().Matches(block.Text)
        .Select(m => m.Groups["name"].Value)
        .Any(name => name == "session-widget" || WidgetCatalog.BuiltIn.Definitions.Any(d => d.Name == name));

    [GeneratedRegex("<(?<name>[a-z]+-[a-z-]+)[ >]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WidgetTag();
}
