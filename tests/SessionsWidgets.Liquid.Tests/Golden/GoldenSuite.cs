using System.Text.Json;

namespace SessionsWidgets.Liquid.Tests;

/// <summary>Cases of the Golden Liquid suite, when the repository stands next to a folder that has them.</summary>
internal static class GoldenSuite
{
    private static readonly Lazy<IReadOnlyDictionary<string, JsonElement>> Loaded = new(Load);

    public static IReadOnlyDictionary<string, JsonElement> Cases => Loaded.Value;

    private static Dictionary<string, JsonElement> Load()
    {
        var path = SharedFiles.Find("liquid/golden.json");
        if (path is null) return [];
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        var cases = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var test in document.RootElement.GetProperty("tests").EnumerateArray())
            cases.Add(test.GetProperty("name").GetString()!, test.Clone());
        return cases;
    }
}
