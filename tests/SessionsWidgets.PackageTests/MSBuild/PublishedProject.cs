using System.Text.RegularExpressions;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.PackageTests.MSBuild;

/// <summary>A project that refers to the package of MSBuild targets, and what <c>dotnet publish</c> makes of it.</summary>
internal sealed partial class PublishedProject
{
    /// <param name="packages">Where the package comes from.</param>
    /// <param name="name">The name of the project, and of its folder.</param>
    /// <param name="sdk">The SDK of the project.</param>
    /// <param name="content">What its file has besides.</param>
    public PublishedProject(Packages packages, string name, string sdk, string content)
    {
        Folder = Path.Combine(packages.Projects, name);
        // A block of the docs brings its own.
        const string ShownVersion = "0.1.0-alpha";
        const string Package = "Include=\"SessionsWidgets.MSBuild\"";
        const string Reference =
            $"<ItemGroup><PackageReference {Package} Version=\"{ShownVersion}\" PrivateAssets=\"all\" /></ItemGroup>";
        var parts = content.Contains(Package, StringComparison.Ordinal) ? content : Reference + content;
        Write(
            $"{name}.csproj",
            $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              {parts.Replace(ShownVersion, packages.Version, StringComparison.Ordinal)}
            </Project>
            """);
    }

    /// <summary>Its folder.</summary>
    public string Folder { get; }

    /// <summary>The version that a package has in the tests of this repository.</summary>
    public static string VersionOf(string package)
    {
        var lines = File.ReadLines(RepositoryFiles.PathOf("Directory.Packages.props"));
        var line = lines.Single(l => l.Contains($"\"{package}\"", StringComparison.Ordinal));
        return VersionAttribute().Match(line).Groups["version"].Value;
    }

    /// <summary>Writes a file of the project.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Runs <c>dotnet publish</c>.</summary>
    public Task<ProgramRun> PublishAsync(params string[] arguments) => Dotnet.RunAsync(Folder, ["publish", .. arguments]);

    /// <summary>The path of a published file.</summary>
    public string PathOf(string name) => Path.Combine(Folder, "bin", "Release", "net10.0", "publish", name);

    /// <summary>Reads a published file.</summary>
    public string Read(string name) => File.ReadAllText(PathOf(name));

    /// <summary>The names of the published files.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(PathOf(""), "*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(PathOf(""), f));

    [GeneratedRegex("Version=\"(?<version>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionAttribute();
}
