namespace SessionsWidgets;

/// <summary>A host's folder of templates, read as a whole: nothing is ever looked up in it by a name that data could bring.</summary>
/// <param name="Templates">The texts of the templates by name.</param>
/// <param name="Locales">The files of texts.</param>
internal sealed record TemplateFolder(IReadOnlyDictionary<string, string> Templates, IReadOnlyList<(string Source, byte[] Json)> Locales)
{
    /// <param name="path">The folder; null for none.</param>
    /// <exception cref="ParameterException">The folder does not exist, or a file in it has a name that no template can have.</exception>
    public static TemplateFolder Read(string? path)
    {
        if (path is null) return new(new Dictionary<string, string>(), []);
        CheckExists(path, "Templates");
        var files = Files(path)
            .Select(f => (Name: Path.GetRelativePath(path, f.FullName).Replace('\\', '/'), f.Extension, f.FullName)).ToList();
        return new(
            files.Where(f => f.Extension == ".liquid")
                .ToDictionary(f => TemplateOf(f.Name), f => File.ReadAllText(f.FullName), StringComparer.Ordinal),
            [.. files.Where(f => f.Extension == ".json" && f.Name.StartsWith("locales/", StringComparison.Ordinal))
                .Select(f => (f.Name, File.ReadAllBytes(f.FullName)))]);
    }

    /// <param name="path">The folder.</param>
    /// <param name="setting">The name of the setting.</param>
    /// <exception cref="ParameterException">The folder does not exist.</exception>
    public static void CheckExists(string path, string setting)
    {
        if (!Directory.Exists(path))
            throw new ParameterException(
                setting, Path.GetFullPath(path), "there is no such folder: create it, or leave the setting out.");
    }

    /// <summary>A text that changes when a file of the folder changes: the names, sizes and times of writing.</summary>
    public static string Stamp(string path) => Directory.Exists(path)
        ? string.Join('\n', Files(path).Select(f => $"{f.FullName}|{f.Length}|{f.LastWriteTimeUtc.Ticks}"))
        : "";

    private static string TemplateOf(string file) => TemplateName.IsValid(file[..^".liquid".Length])
        ? file[..^".liquid".Length]
        : throw new ParameterException(
            "Templates",
            $"The template file is '{file}'; its name must be lower-case words of a-z, 0-9, '_' and '-', in folders named so too.");

    /// <summary>The regular files below a folder, in order. Links are left out: they could lead anywhere.</summary>
    /// <exception cref="UnauthorizedAccessException">A folder cannot be read.</exception>
    private static IEnumerable<FileInfo> Files(string path)
    {
        const FileAttributes Skipped = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System;
        return new DirectoryInfo(path)
            .EnumerateFiles(
                "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = Skipped, IgnoreInaccessible = false })
            .OrderBy(file => file.FullName, StringComparer.Ordinal);
    }
}

/// <summary>The names of templates and partials: lower-case words of a-z, 0-9, '_' and '-', joined by '/'.</summary>
internal static class TemplateName
{
    /// <summary>Whether it is only called by others.</summary>
    public static bool IsPartial(string name) => name.StartsWith("partials/", StringComparison.Ordinal);

    public static bool IsValid(string name) => name.Split('/').All(static part =>
        part.Length > 0 && part.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '-'));
}
