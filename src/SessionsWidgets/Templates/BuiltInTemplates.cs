using System.Collections.Frozen;
using System.Reflection;

namespace SessionsWidgets;

/// <summary>The templates, locales and stylesheet that come with the library. Immutable and thread-safe.</summary>
public static class BuiltInTemplates
{
    private const string Prefix = "templates/";
    private const string TemplateSuffix = ".liquid";
    private const string LocalePrefix = "locales/";

    private static readonly FrozenDictionary<string, byte[]> Files = ReadAll();

    /// <summary>The stylesheet of the widgets, in UTF-8.</summary>
    public static ReadOnlyMemory<byte> Stylesheet => Files["sessions-widgets.css"];

    /// <summary>The names of the templates and partials, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Files.Keys.Where(f => f.EndsWith(TemplateSuffix, StringComparison.Ordinal)).Select(f => f[..^TemplateSuffix.Length]).Order(StringComparer.Ordinal)];

    /// <summary>The text of a template or partial; null when there is none of that name.</summary>
    public static string? Find(string name) => Files.TryGetValue(name + TemplateSuffix, out var file) ? Encoding.UTF8.GetString(file) : null;

    internal static IEnumerable<(string Source, byte[] Json)> Locales =>
        Files.Where(f => f.Key.StartsWith(LocalePrefix, StringComparison.Ordinal)).Select(f => (f.Key, f.Value));

    private static FrozenDictionary<string, byte[]> ReadAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            var name = resource.Replace('\\', '/');
            if (!name.StartsWith(Prefix, StringComparison.Ordinal)) continue;
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            files[name[Prefix.Length..]] = bytes;
        }

        return files.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
