using SessionsWidgets.Cli.Build.Output;

namespace SessionsWidgets.Cli.Build;

/// <summary>What is never published: version control, and files of SessionsWidgets itself.</summary>
/// <param name="paths">The full paths of settings files, template folders and caches.</param>
internal sealed class OwnFiles(IEnumerable<string> paths)
{
    private const string TemplateExtension = ".liquid";

    private static readonly string[] Names = [".git", ".hg", ".svn", SettingsSource.FileName];

    private readonly HashSet<string> _paths = [.. paths.SelectMany(static path => (string[])[path, RealPath.Of(path)])];

    /// <summary>Whether a file or folder is one of them.</summary>
    public bool Contains(string path)
    {
        var name = Path.GetFileName(path);
        return Array.Exists(Names, own => own.Equals(name, StringComparison.OrdinalIgnoreCase))
            || FolderCache.IsEntry(name)
            || OutputNames.IsOwn(name)
            || IsTemplate(path)
            || _paths.Contains(path);
    }

    /// <summary>Whether a file has the name of a built-in template or partial, as templates of a host's own have.</summary>
    private static bool IsTemplate(string path)
    {
        if (!path.EndsWith(TemplateExtension, StringComparison.OrdinalIgnoreCase)) return false;
        var name = path[..^TemplateExtension.Length].Replace('\\', '/');
        return BuiltInTemplates.Names.Any(template => name.EndsWith($"/{template}", StringComparison.Ordinal));
    }
}
