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
        ("docs/generators.md", "html", 1, "GeneratorsDocTests"),
        ("docs/generators.md", "js", 2, "GeneratorsDocTests"),
        ("docs/generators.md", "toml", 1, "GeneratorsDocTests"),
        ("docs/library.md", "razor", 1, "DocBlockTests"),
        ("docs/own-widgets.md", "liquid", 1, "ReadmeTests"),
        ("docs/pictures.md", "", 1, "PageBlockTests"),
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
        var others = DocBlocks.All.Where(b => !b.IsCommands && !IsOfTags(b) && !Languages.ContainsKey(b.Language))
            .GroupBy(b => (b.Page, b.Language)).ToDictionary(g => g.Key, g => g.ToList());
        var known = Pages.GroupBy(p => (p.Page, p.Language)).ToDictionary(g => g.Key, g => g.ToList());

        others.Keys.Except(known.Keys).SelectMany(k => others[k]).Select(b => b.ToString())
            .ShouldBeEmpty("no test runs these blocks: write one, and add it to the table");
        known.Keys.Except(others.Keys).Select(k => $"{k.Page}: {k.Language}").ShouldBeEmpty("the table has rows for blocks that are gone");
        foreach (var (key, rows) in known.Where(k => k.Value.All(r => r.Count is not null)))
            others[key].Count.ShouldBe(rows.Sum(r => r.Count!.Value), $"{key}: a test runs only those that it knows");
    }

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

    /// <summary>Whether it shows widgets' tags, which HtmlBlockTests take from every page.</summary>
    private static bool IsOfTags(DocBlock block) => block.Language is "html" or "markdown" && WidgetTag().Matches(block.Text)
        .Select(m => m.Groups["name"].Value)
        .Any(name => name == "session-widget" || WidgetCatalog.BuiltIn.Definitions.Any(d => d.Name == name));

    [GeneratedRegex("<(?<name>[a-z]+-[a-z-]+)[ >]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WidgetTag();
}
