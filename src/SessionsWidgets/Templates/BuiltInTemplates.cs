using System.Collections.Frozen;
using System.Reflection;

namespace SessionsWidgets;

/// <summary>The templates, locales and stylesheet that come with the library. Immutable and thread-safe.</summary>
public static class BuiltInTemplates
{
    private static readonly FrozenDictionary<string, byte[]> Files = Read("templates/").ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The stylesheet of the widgets, in UTF-8.</summary>
    public static ReadOnlyMemory<byte> Stylesheet => Files["sessions-widgets.css"];

    /// <summary>The names of the templates and partials, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Files.Keys.Where(f => Path.GetExtension(f) == ".liquid").Select(f => Path.ChangeExtension(f, null)).Order(StringComparer.Ordinal)];

    /// <summary>The text of a template or partial; null when there is none of that name.</summary>
    public static string? Find(string name) => Files.TryGetValue($"{name}.liquid", out var file) ? Encoding.UTF8.GetString(file) : null;

    internal static IEnumerable<(string Source, byte[] Json)> Locales =>
        Files.Where(f => Path.GetExtension(f.Key) == ".json").Select(f => (f.Key, f.Value));

    private static IEnumerable<KeyValuePair<string, byte[]>> Read(string folder)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            var name = resource.Replace('\\', '/');
            if (!name.StartsWith(folder, StringComparison.Ordinal)) continue;
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            yield return new(name[folder.Length..], bytes);
        }
    }
}
