using System.Collections.Frozen;
using System.Reflection;

namespace SessionsWidgets;

/// <summary>The embedded templates, locales and stylesheet, by path. Each is read at its first use. Thread-safe.</summary>
internal static class EmbeddedFiles
{
    private const string Folder = "templates/";

    private static readonly FrozenDictionary<string, Lazy<byte[]>> Files = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Select(static resource => (Resource: resource, Name: resource.Replace('\\', '/')))
        .Where(static file => file.Name.StartsWith(Folder, StringComparison.Ordinal))
        .ToFrozenDictionary(
            static file => file.Name[Folder.Length..], static file => new Lazy<byte[]>(() => Read(file.Resource)), StringComparer.Ordinal);

    /// <summary>The paths, such as <c>locales/en.json</c>.</summary>
    public static IEnumerable<string> Names => Files.Keys;

    /// <summary>Gets the content of a file; null if there is none with that path.</summary>
    public static byte[]? Find(string name) => Files.GetValueOrDefault(name)?.Value;

    private static byte[] Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
