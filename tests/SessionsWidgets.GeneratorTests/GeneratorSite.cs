using System.Text;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.GeneratorTests;

/// <summary>A site that its generator has written and <c>sessions-widgets</c> has built.</summary>
/// <param name="Generator">What it is.</param>
/// <param name="Folder">The folder of the project.</param>
/// <param name="Run">What the build wrote.</param>
/// <param name="Start">When the build began.</param>
/// <param name="End">When it ended.</param>
internal sealed record GeneratorSite(Generator Generator, string Folder, ProgramRun Run, DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>The folder that is published.</summary>
    public string BuiltFolder => Path.Combine(Folder, "dist");

    /// <summary>What the generator has written: names with slashes and content, each byte as the character of that number.</summary>
    public IReadOnlyDictionary<string, string> Generated { get; } = Read(Path.Combine(Folder, Generator.Output));

    /// <summary>The same, of what is published.</summary>
    public IReadOnlyDictionary<string, string> Built { get; } = Read(Path.Combine(Folder, "dist"));

    /// <summary>The names of the pages.</summary>
    public IEnumerable<string> Pages => Generated.Keys.Where(name => name.EndsWith(".html", StringComparison.Ordinal));

    private static SortedDictionary<string, string> Read(string folder)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            files[Path.GetRelativePath(folder, file).Replace('\\', '/')] = Encoding.Latin1.GetString(File.ReadAllBytes(file));
        return files;
    }
}
