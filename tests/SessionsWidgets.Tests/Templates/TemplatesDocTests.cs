using System.Text.RegularExpressions;
using SessionsWidgets.Liquid;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Templates;

/// <summary>What docs/templates.md says of the widgets' own filters, members and texts.</summary>
public sealed partial class TemplatesDocTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 7, 18, 22, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Filters
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var row in Row().Matches(Document()).Cast<Match>()) rows.Add(row.Groups["template"].Value.Replace("\\|", "|", StringComparison.Ordinal), row.Groups["written"].Value);
            return rows;
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Filters))]
    public void Filter_InTheTable_WritesWhatItSays(string template, string expected) => Render(template).ShouldBe(expected);

    [Fact]
    public void Filters_OfTheLibrary_AreAllInTheTable()
    {
        var document = Document();
        Filters.Count.ShouldBeGreaterThan(WidgetFilters.All.Count);
        foreach (var filter in WidgetFilters.All) document.ShouldContain($"| `{filter.Name}`: ");
    }

    [Fact]
    public void Texts_OfTheExample_AreThereWithTheRestOfTheLanguage()
    {
        _folder.Write("locales/en.json", Readme.Blocks(RepositoryFiles.PathOf("docs", "templates.md"), "json")[0]);
        var templates = new TemplateSet(new LiquidEngine(new WidgetModels(WidgetCatalog.BuiltIn)), TemplateFolder.Read(_folder.Path));

        Render("{{ 'all_sessions' | t }}, {{ 'humidor' | t: count: 1 }}, {{ 'humidor' | t: count: 1200 }}, {{ 'all_cigars' | t }}", templates)
            .ShouldBe("Every smoke, 1 cigar in the humidor, 1,200 cigars in the humidor, All cigars");
    }

    private static string Render(string template, TemplateSet? templates = null)
    {
        var models = new WidgetModels(WidgetCatalog.BuiltIn);
        var locale = (templates ?? new TemplateSet(new LiquidEngine(models), null)).FindLocale("en")!;
        var session = LiquidValue.FromMap(new Dictionary<string, LiquidValue> { ["created_at"] = Now.AddHours(-2), ["rating"] = 4.8 });
        var settings = new LiquidRenderSettings { Now = Now, State = new TemplateRun(models, Now, TimeZoneInfo.Utc, locale) };
        return LiquidTemplate.Parse(template, "example", new LiquidOptions { Filters = WidgetFilters.All })
            .Render(LiquidValue.FromMap(new Dictionary<string, LiquidValue> { ["session"] = session }), settings)
            .Replace('\u00A0', ' ');
    }

    private static string Document() => File.ReadAllText(RepositoryFiles.PathOf("docs", "templates.md"));

    [GeneratedRegex(@"^\|[^\n]*\| `(?<template>\{\{ [^`\n]+ \}\})` \| (?<written>[^|\n]+) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Row();
}
