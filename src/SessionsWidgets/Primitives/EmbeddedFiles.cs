using System.Collections.Frozen;
using System.Reflection;

namespace SessionsWidgets;

/// <summary>The embedded templates, locales and stylesheet, by path. Immutable and thread-safe.</summary>
internal static class EmbeddedFiles
{
    public static FrozenDictionary<string, byte[]> All { get; } = Read("templates/").ToFrozenDictionary(StringComparer.Ordinal);

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
