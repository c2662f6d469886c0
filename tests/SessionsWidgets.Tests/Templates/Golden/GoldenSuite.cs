using System.Text.Json;
using Fluid.Values;

namespace SessionsWidgets.Tests.Templates;

/// <summary>Cases of the Golden Liquid suite, when the repository stands next to a folder that has them.</summary>
internal static class GoldenSuite
{
    private static readonly Lazy<IReadOnlyDictionary<string, GoldenCase>> Loaded = new(Load);

    public static IReadOnlyDictionary<string, GoldenCase> Cases => Loaded.Value;

    private static Dictionary<string, GoldenCase> Load()
    {
        var path = SharedFiles.Find("liquid/golden.json");
        if (path is null) return [];
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.GetProperty("tests").EnumerateArray()
            .ToDictionary(test => test.GetProperty("name").GetString()!, test => new GoldenCase(test.Clone()), StringComparer.Ordinal);
    }
}

/// <summary>One case: a template with its data and partials, and what it writes or that it is an error.</summary>
internal sealed record GoldenCase(JsonElement Json)
{
    public IEnumerable<string> Tags => Json.TryGetProperty("tags", out var tags)
        ? tags.EnumerateArray().Select(tag => tag.GetString()!)
        : [];

    private bool IsInvalid => Json.TryGetProperty("invalid", out var invalid) && invalid.GetBoolean();

    /// <summary>What is wrong; null when the case gives its result.</summary>
    public string? Difference()
    {
        string written;
        try
        {
            var data = Json.TryGetProperty("data", out var given) ? Value(given) : null;
            written = Render.Plain(Json.GetProperty("template").GetString()!, Partials(), data);
        }
        catch (TemplateException e)
        {
            return IsInvalid ? null : e.Message;
        }

        if (IsInvalid) return $"No error, but '{written}'.";
        var results = Json.TryGetProperty("results", out var several) ? several.EnumerateArray().ToArray() : [Json.GetProperty("result")];
        return results.Any(result => result.GetString() == written) ? null : $"'{written}'";
    }

    private Dictionary<string, string> Partials() => Json.TryGetProperty("templates", out var templates)
        ? templates.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString()!, StringComparer.Ordinal)
        : [];

    private static FluidValue Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => Render.Map([.. json.EnumerateObject().Select(member => (member.Name, (object?)Value(member.Value)))]),
        JsonValueKind.Array => Render.List([.. json.EnumerateArray().Select(Value)]),
        JsonValueKind.String => new StringValue(json.GetString()!),
        JsonValueKind.Number => NumberValue.Create(json.GetDecimal()),
        JsonValueKind.True => BooleanValue.True,
        JsonValueKind.False => BooleanValue.False,
        _ => NilValue.Instance,
    };
}
