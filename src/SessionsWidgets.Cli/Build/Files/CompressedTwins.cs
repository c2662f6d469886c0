using System.IO.Compression;

namespace SessionsWidgets.Cli.Build;

/// <summary>Compressed copies beside pages, such as <c>index.html.gz</c>, which servers send instead of them.</summary>
internal static class CompressedTwins
{
    private static readonly string[] Extensions = [".gz", ".br", ".zst"];

    /// <summary>Puts the twins of pages with their pages.</summary>
    /// <param name="files">All files, in order.</param>
    public static IReadOnlyList<SiteFile> Join(IReadOnlyList<SiteFile> files)
    {
        if (!files.Any(file => ExtensionOf(file) is not null)) return files;
        var pages = files.Where(file => file.IsPage).Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        var twins = files
            .Where(file => ExtensionOf(file) is { } extension && pages.Contains(file.Name[..^extension.Length]))
            .ToLookup(file => file.Name[..^ExtensionOf(file)!.Length], StringComparer.Ordinal);
        return
        [
            .. from file in files
               where ExtensionOf(file) is not { } extension || !pages.Contains(file.Name[..^extension.Length])
               select twins.Contains(file.Name) ? file with { Twins = [.. twins[file.Name]] } : file,
        ];
    }

    /// <summary>Compresses a page as its twin is compressed.</summary>
    /// <returns>The compressed page; null if .NET cannot compress in that way.</returns>
    public static byte[]? Compress(SiteFile twin, ReadOnlySpan<byte> page)
    {
        using var compressed = new MemoryStream();
        using (Stream? stream = ExtensionOf(twin) switch
        {
            ".gz" => new GZipStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true),
            ".br" => new BrotliStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true),
            _ => null,
        })
        {
            if (stream is null) return null;
            stream.Write(page);
        }

        return compressed.ToArray();
    }

    private static string? ExtensionOf(SiteFile file) =>
        file.IsPage ? null : Array.Find(Extensions, extension => file.Name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}
