namespace SessionsWidgets;

/// <summary>A host's folder of templates, read once as a whole: nothing is ever looked up in it by a name that data could bring.</summary>
internal sealed class TemplateFolder
{
    private const string TemplateExtension = ".liquid";
    private const string LocaleFolder = "locales/";

    private TemplateFolder(string path)
    {
        Path = path;
    }

    public string Path { get; }

    public Dictionary<string, string> Templates { get; } = new(StringComparer.Ordinal);

    public List<(string Source, byte[] Json)> Locales { get; } = [];

    /// <exception cref="ParameterException">The folder does not exist, or a file in it has a name that no template can have.</exception>
    public static TemplateFolder Read(string path)
    {
        if (!Directory.Exists(path)) throw new ParameterException("Templates", System.IO.Path.GetFullPath(path), "there is no such folder: create it, or leave the setting out.");
        var folder = new TemplateFolder(path);
        foreach (var file in Files(path))
        {
            var name = System.IO.Path.GetRelativePath(path, file).Replace('\\', '/');
            if (name.EndsWith(TemplateExtension, StringComparison.Ordinal))
            {
                var template = name[..^TemplateExtension.Length];
                if (!TemplateName.IsValid(template)) throw new ParameterException("The template file", name, "its name must be lower-case words of a-z, 0-9, '_' and '-', in folders named so too.");
                folder.Templates[template] = File.ReadAllText(file);
            }
            else if (name.StartsWith(LocaleFolder, StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal))
            {
                folder.Locales.Add((name, File.ReadAllBytes(file)));
            }
        }

        return folder;
    }

    /// <summary>What changes whenever a file of the folder changes: names, sizes and times of writing.</summary>
    public static string Stamp(string path) => Directory.Exists(path)
        ? string.Join('\n', Files(path).Select(f => new FileInfo(f)).Select(f => $"{f.FullName}|{f.Length}|{f.LastWriteTimeUtc.Ticks}"))
        : "";

    /// <summary>The regular files below a folder, in order. Links are left out: they could lead anywhere.</summary>
    private static IEnumerable<string> Files(string path) => Directory
        .EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System })
        .Order(StringComparer.Ordinal);
}
