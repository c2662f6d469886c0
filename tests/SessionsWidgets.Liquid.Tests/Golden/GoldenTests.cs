using System.Text.Json;

namespace SessionsWidgets.Liquid.Tests;

public class GoldenTests
{
    private const string Absent = "(the suite is not there)";

    public static IEnumerable<object[]> Names => GoldenSuite.Cases.Count == 0
        ? [[Absent]]
        : GoldenSuite.Cases.Keys.Select(name => new object[] { name });

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Case_OfTheSuite_GivesItsResult(string name)
    {
        Skip.If(name == Absent, "../shared/liquid/golden.json is not there.");
        var test = GoldenSuite.Cases[name];
        var template = test.GetProperty("template").GetString()!;
        var options = new LiquidOptions
        {
            Encoding = LiquidEncoding.Text,
            StrictFilters = false,
            Loader = new DictionaryTemplateLoader(Templates(test)),
        };

        if (test.TryGetProperty("invalid", out var invalid) && invalid.GetBoolean())
        {
            Should.Throw<LiquidException>(() => Render(test, template, options));
            return;
        }

        var expected = test.TryGetProperty("results", out var several)
            ? several.EnumerateArray().Select(item => item.GetString()!).ToArray()
            : [test.GetProperty("result").GetString()!];
        expected.ShouldContain(Render(test, template, options));
    }

    private static string Render(JsonElement test, string template, LiquidOptions options)
    {
        var data = test.TryGetProperty("data", out var given)
            ? LiquidValue.FromJson(given)
            : LiquidValue.FromMap(new Dictionary<string, LiquidValue>());
        return LiquidTemplate.Parse(template, "test", options).Render(data, Settings.Standard);
    }

    private static Dictionary<string, string> Templates(JsonElement test)
    {
        var templates = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!test.TryGetProperty("templates", out var given)) return templates;
        foreach (var template in given.EnumerateObject()) templates.Add(template.Name, template.Value.GetString()!);
        return templates;
    }
}
