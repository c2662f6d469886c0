namespace SessionsWidgets.Preview;

/// <summary>The gallery's own stylesheet and script.</summary>
internal static class GalleryAssets
{
    public const string Style = "gallery.css";
    public const string Script = "gallery.js";

    private static readonly Dictionary<string, GalleryFile> Files = new(StringComparer.Ordinal)
    {
        [Style] = new("text/css; charset=utf-8", Read(Style)),
        [Script] = new("text/javascript; charset=utf-8", Read(Script)),
    };

    public static GalleryFile? Find(string name) => Files.GetValueOrDefault(name);

    private static byte[] Read(string name)
    {
        using var stream = typeof(GalleryAssets).Assembly.GetManifestResourceStream($"preview/{name}")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
