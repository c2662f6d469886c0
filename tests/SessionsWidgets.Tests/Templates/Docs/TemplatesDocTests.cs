using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Templates;

/// <summary>What docs/templates.md and docs/template-reference.md say, run as it stands there.</summary>
public sealed partial class TemplatesDocTests : IDisposable
{
    private static readonly Dictionary<string, string> Partials = new()
    {
        ["partials/tag"] = "{% if strong %}<b>{{ tag }}</b>{% else %}{{ tag }}{% endif %} ",
    };

    private static readonly (string, object?)[] Model =
    [
        ("session", Render.Map(
            ("rating", 4.8),
            ("note", "Cedar and cocoa, then a long finish."),
            ("created_at", Render.Now.AddHours(-2)),
            ("user", Render.Map(("display_name", "Jo Example"))))),
        ("event", Render.Map(("when", new PeriodValue(new(new(2026, 7, 18, 19, 0, 0), true, new(2026, 7, 18, 22, 0, 0), true))))),
        ("tags", Render.List("mild", "creamy", "short")),
        ("sizes", Render.List(Render.Map(("ring", 50)), Render.Map(("ring", 9)))),
        ("hostile", "<b>\"&"),
        ("script_url", "javascript:alert(1)"),
        ("url", "https://example.com/?a=1&b=2"),
    ];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string, string> Examples
    {
        get
        {
            var examples = new TheoryData<string, string, string>();
            foreach (var match in Example().Matches(Document()).Cast<Match>())
                examples.Add(match.Groups["kind"].Value, match.Groups["template"].Value, match.Groups["written"].Value);
            return examples;
        }
    }

    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var row in Row().Matches(Document()).Cast<Match>())
                rows.Add(Unescape(row.Groups["template"].Value), row.Groups["written"].Value);
            return rows;
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Examples_InTheDocument_AreAllFound() =>
        Examples.Count.ShouldBe(Document().Split('\n').Count(line => line.StartsWith("```liquid", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_InTheDocument_DoesWhatItSays(string kind, string template, string expected)
    {
        if (kind == "liquid-error") Render.Error(template, Partials).Message.ShouldBe(expected);
        else Render.Html(template, Partials, Model).ShouldBe(expected);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_OfATable_WritesWhatItSays(string template, string expected) =>
        Render.Html(template, Partials, Model).Replace('\u00A0', ' ').ShouldBe(expected);

    [Fact]
    public void Filters_InTheTables_AreAllThatThereAre()
    {
        var section = Document().Split("\n## Filters\n")[1].Split("\n## ")[0];
        var named = FilterName().Matches(section).Select(match => match.Groups["name"].Value).ToList();

        named.ShouldBeUnique();
        named.Order(StringComparer.Ordinal).ShouldBe(StandardFilters.All.Keys.Concat(WidgetFilters.All.Keys).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Limits_InTheTable_AreTheDefaults()
    {
        var limits = TemplateLimits.Default;
        string[] rows =
        [
            $"| length of a template with its partials; a partial used in text and in an attribute counts twice "
                + $"| {limits.SourceLength:N0} characters |",
            $"| nesting of tags and brackets | {limits.Nesting} |",
            $"| filters, or conditions, in a row | {limits.ChainLength} |",
            $"| nesting of partials | {limits.PartialDepth} |",
            $"| different partials of a template | {limits.Partials} |",
            $"| steps of one render | {limits.Steps:N0} |",
            $"| items of a range | {limits.RangeLength:N0} |",
            $"| output of one render | {limits.OutputBytes / 1024 / 1024} MiB |",
            $"| memory for the values of one render | {limits.AllocatedBytes / 1024 / 1024} MiB |",
        ];

        var table = Document().Split("\n## Limits\n")[1].Split("\n## ")[0].Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(2);
        table.Order(StringComparer.Ordinal).ShouldBe(rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Texts_OfTheExample_AreThereWithTheRestOfTheLanguage()
    {
        const string First = "\"recent_smokes\": \"Recent smokes\",";
        const string Own = "\"humidor\": { \"one\": \"{count} cigar\", \"other\": \"{count} cigars\" }";
        var block = Readme.Blocks(RepositoryFiles.PathOf("docs", "templates.md"), "json")[0];
        var builtIn = new LocaleSet(TemplateFolder.Read(_folder.Path).Locales).Find("en")!;
        using (var json = JsonDocument.Parse(block))
            foreach (var text in json.RootElement.GetProperty("texts").EnumerateObject())
                builtIn.Text(text.Name, 1).ShouldBe(text.Value.GetString(), text.Name);
        block.ShouldContain(First);
        Document().ShouldContain(Own);
        _folder.Write("locales/en.json", block.Replace(First, $"\"recent_smokes\": \"Lit lately\", {Own},", StringComparison.Ordinal));
        var engine = Render.Engine();
        var locale = new LocaleSet(TemplateFolder.Read(_folder.Path).Locales).Find("en")!;
        var template = engine.Compile(
            "test",
            "{{ 'recent_smokes' | t }}, {{ 'humidor' | t: count: 1 }}, {{ 'humidor' | t: count: 120 }}, {{ 'all_cigars' | t }}",
            new TemplateTexts(_ => null, []),
            default);

        Encoding.UTF8.GetString(Render.Utf8(template, Render.Map(), Render.Run(locale)).Span)
            .ShouldBe("Lit lately, 1 cigar, 120 cigars, All cigars");
    }

    private static string Unescape(string cell) => cell.Replace("\\|", "|", StringComparison.Ordinal);

    private static string Document() => string.Join(
        '\n',
        File.ReadAllText(RepositoryFiles.PathOf("docs", "templates.md")),
        File.ReadAllText(RepositoryFiles.PathOf("docs", "template-reference.md")));

    [GeneratedRegex(
        @"^```(?<kind>liquid|liquid-error)\n(?<template>[\s\S]*?)\n```\n```(html|text)\n(?<written>[\s\S]*?)\n```$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Example();

    [GeneratedRegex(
        @"^\|[^\n]*\| `(?<template>[^`\n]*\{[{%][^`\n]*)` \| (?<written>[^|\n]+) \|$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Row();

    /// <summary>A filter's name at the beginning of a row, or among others in the second cell of one.</summary>
    [GeneratedRegex(
        @"(?<=^\| )`(?<name>[a-z0-9_]+)`(?=: )|(?<=^\| [a-z ]+ \| [a-z0-9_` ]*)`(?<name>[a-z0-9_]+)`(?=[a-z0-9_` ]* \|$)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex FilterName();
}
