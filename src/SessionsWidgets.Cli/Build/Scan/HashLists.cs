using System.Security.Cryptography;
using System.Text;

namespace SessionsWidgets.Cli.Build.Scan;

/// <summary>
/// Lists of hashes that a service worker compares pages with, such as those of Workbox. A browser that has them refuses pages that
/// a build has put widgets into. Thread-safe.
/// </summary>
internal sealed class HashLists(BuildReport report)
{
    private static readonly string[] Extensions = [".js", ".mjs", ".json"];

    private readonly Lock _lock = new();
    private readonly List<SiteFile> _scripts = [];
    private readonly List<SiteFile> _changed = [];

    /// <summary>Adds a file that may be such a list.</summary>
    public void Add(SiteFile file)
    {
        if (!Array.Exists(Extensions, extension => file.Name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))) return;
        lock (_lock) _scripts.Add(file);
    }

    /// <summary>Adds a page that has widgets now.</summary>
    public void AddChanged(SiteFile page)
    {
        lock (_lock) _changed.Add(page);
    }

    /// <summary>Reports the lists that hold the hash of a page as it was.</summary>
    public void Report()
    {
        if (_changed.Count == 0) return;
        byte[][]? hashes = null;
        foreach (var script in _scripts)
        {
            if (Read(script) is not { } text || !IsList(text)) continue;
            hashes ??= [.. _changed.SelectMany(HashesOf)];
            if (Array.Exists(hashes, hash => text.AsSpan().IndexOf(hash) >= 0))
                report.AddShared(
                    script.Name,
                    "a service worker's list has the hashes of pages as they were before they had widgets, and browsers would refuse or "
                    + "hide these: make the list (Workbox or what else makes it) after 'sessions-widgets build', from its output",
                    DiagnosticCode.HashList);
        }
    }

    /// <summary>Whether a script names hashes: Workbox a "revision", Angular a "hashTable", Blazor a "hash".</summary>
    private static bool IsList(ReadOnlySpan<byte> text) => text.IndexOf("revision"u8) >= 0 || text.IndexOf("hash"u8) >= 0;

    /// <summary>Gets the hashes that such lists have: MD5 and SHA-1 in hexadecimal digits, SHA-256 in Base64.</summary>
    private static IEnumerable<byte[]> HashesOf(SiteFile page)
    {
        if (Read(page) is not { } text) return [];
#pragma warning disable CA5350, CA5351 // Only to find what others made; nothing is protected by it.
        string[] hashes =
        [
            Convert.ToHexStringLower(MD5.HashData(text)),
            Convert.ToHexStringLower(SHA1.HashData(text)),
            Convert.ToHexStringLower(SHA256.HashData(text)),
            Convert.ToBase64String(SHA256.HashData(text)),
        ];
#pragma warning restore CA5350, CA5351
        return hashes.Select(Encoding.ASCII.GetBytes);
    }

    private static byte[]? Read(SiteFile file)
    {
        try
        {
            return File.ReadAllBytes(file.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It was there when it was built: whoever changes the site meanwhile builds again.
            return null;
        }
    }
}
