using SessionsWidgets.TestSupport;

namespace SessionsWidgets.GeneratorTests;

/// <summary>A generator, and its site in samples/generators.</summary>
/// <param name="Name">The name of the site's folder.</param>
/// <param name="Output">The folder that the generator writes.</param>
/// <param name="Feed">The feed in it.</param>
/// <param name="Build">The command that builds the site, generator and widgets.</param>
internal sealed record Generator(string Name, string Output, string Feed, string Build)
{
    public static IReadOnlyList<Generator> All { get; } =
    [
        new("eleventy", "_site", "feed.xml", "npm run build"),
        new("astro", "_site", "rss.xml", "npm run build"),
        new("hugo", "public", "index.xml", "./build.sh"),
        new("jekyll", "_site", "feed.xml", "./build.sh"),
    ];

    public bool UsesNpm => Build.StartsWith("npm ", StringComparison.Ordinal);

    /// <summary>Where the site is in the repository.</summary>
    public string Sample => RepositoryFiles.PathOf("samples", "generators", Name);

    public static Generator Get(string name) => All.Single(g => g.Name == name);

    /// <summary>Copies the site, without what an earlier build has left there.</summary>
    public void CopyTo(string folder)
    {
        var left = File.ReadAllLines(Path.Combine(Sample, ".gitignore")).Select(line => line.TrimEnd('/')).ToHashSet();
        foreach (var file in Directory.EnumerateFiles(Sample, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(Sample, file);
            if (left.Contains(name.Split(Path.DirectorySeparatorChar)[0])) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
            File.Copy(file, Path.Combine(folder, name));
        }
    }
}
