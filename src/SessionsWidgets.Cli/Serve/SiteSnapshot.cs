using System.Globalization;
using SessionsWidgets.Cli.Build;
using SessionsWidgets.Cli.Build.Pictures;

namespace SessionsWidgets.Cli.Serve;

/// <summary>A site at one moment. Immutable.</summary>
internal sealed record SiteSnapshot
{
    private const string Index = "index.html";

    /// <summary>All that there is, by name: nothing else is ever looked for, neither here nor on the disk.</summary>
    public required IReadOnlyDictionary<string, ServedFile> Files { get; init; }

    /// <summary>Builds the pages; null while nothing can be built.</summary>
    public required PageBuilder? Pages { get; init; }

    /// <summary>The pictures of the widgets; null where they are not shown from here.</summary>
    public SitePictures? Pictures { get; init; }

    /// <summary>Checks what may be shown.</summary>
    public required FileCheck Check { get; init; }

    /// <summary>Why nothing can be built.</summary>
    public string? Failure { get; init; }

    /// <summary>Another number whenever all pages with widgets become others.</summary>
    public int WidgetsVersion { get; init; }

    /// <summary>Another number whenever anything changes that pages may show.</summary>
    public int AssetsVersion { get; init; }

    /// <summary>Finds what stands at a path, as hosts of static sites do.</summary>
    /// <returns>The file; or the path with a slash at its end, where that is the address; or nothing.</returns>
    public (ServedFile? File, string? Redirect) Find(string path)
    {
        if (path.Length == 0 || path[0] != '/' || IsHidden(path)) return default;
        var name = path[1..];
        if (name.Length == 0 || name[^1] == '/')
            return (Files.GetValueOrDefault(name + Index) ?? Files.GetValueOrDefault(name + "index.htm"), null);
        if ((Files.GetValueOrDefault(name) ?? Files.GetValueOrDefault($"{name}.html")) is { } file) return (file, null);
        return (null, Files.ContainsKey($"{name}/{Index}") || Files.ContainsKey($"{name}/index.htm") ? $"{path}/" : null);
    }

    /// <summary>Another text whenever what stands at a path looks different.</summary>
    public string StampOf(string path)
    {
        var (file, redirect) = Find(path);
        file ??= Files.GetValueOrDefault("404.html");
        var widgets = file is ServedPage { HasWidgets: true } ? WidgetsVersion : 0;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{file?.Version ?? 0}.{widgets}.{AssetsVersion}.{(Failure is null ? 0 : WidgetsVersion)}{(redirect is null ? "" : "r")}");
    }

    /// <summary>Whether a path leads to a file or folder that begins with a dot: hosts do not show them, and some hold secrets.</summary>
    private static bool IsHidden(string path)
    {
        for (var dot = path.IndexOf("/.", StringComparison.Ordinal); dot >= 0; dot = path.IndexOf("/.", dot + 2, StringComparison.Ordinal))
        {
            if (!path.AsSpan(dot).StartsWith("/.well-known/", StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
