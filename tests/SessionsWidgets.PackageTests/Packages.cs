using System.Globalization;
using System.IO.Compression;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.PackageTests;

/// <summary>The packages of this build, made once for all tests, and a folder in which projects install them.</summary>
/// <remarks>They have a version of this run alone, and a package folder of their own: nothing can give an earlier build's instead, and
/// nothing of them stays on the machine.</remarks>
[CollectionDefinition(nameof(Packages))]
public sealed class Packages : IAsyncLifetime, ICollectionFixture<Packages>
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The version of this run.</summary>
    public string Version { get; } =
        string.Create(CultureInfo.InvariantCulture, $"0.1.0-test.{TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()}");

    /// <summary>Where the packages are.</summary>
    public string Folder => _folder.PathOf("packages");

    /// <summary>What packing wrote.</summary>
    public ProgramRun Packing { get; private set; } = null!;

    /// <summary>A folder for projects, whose packages may come from <see cref="Folder"/>.</summary>
    public string Projects => _folder.PathOf("projects");

    public async Task InitializeAsync()
    {
        // The build of these tests has built what is packed.
        Packing = await Dotnet.RunAsync(
            RepositoryFiles.PathOf(),
            "pack", "--no-build", "-c", RepositoryFiles.Configuration, "-o", Folder, $"-p:MinVerVersionOverride={Version}", "-nologo");
        Packing.OrThrow("dotnet pack");
        // Beside the sources of the machine, and what it has of their packages.
        _folder.Write(
            "projects/nuget.config",
            $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{_folder.PathOf("installed")}" /></config>
              <fallbackPackageFolders><add key="machine" value="{MachinePackages}" /></fallbackPackageFolders>
              <packageSources><add key="this-build" value="{Folder}" /></packageSources>
            </configuration>
            """);
    }

    /// <summary>Creates a project by <c>dotnet new</c>.</summary>
    /// <returns>Its folder.</returns>
    public async Task<string> NewAsync(string template, string name)
    {
        (await Dotnet.RunAsync(Projects, "new", template, "-o", name, "--no-update-check")).OrThrow($"dotnet new {template}");
        return Path.Combine(Projects, name);
    }

    /// <summary>Adds packages of this build to a project.</summary>
    public static async Task AddAsync(string project, params string[] packages)
    {
        foreach (var package in packages)
            (await Dotnet.RunAsync(project, "add", "package", package, "--prerelease")).OrThrow($"dotnet add package {package}");
    }

    /// <summary>Reads a file of a package.</summary>
    public string Read(string package, string file)
    {
        using var zip = Open(package);
        using var reader = new StreamReader(zip.GetEntry(file)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>The names of the files in a package.</summary>
    public IReadOnlyList<string> FilesOf(string package)
    {
        using var zip = Open(package);
        return [.. zip.Entries.Select(e => e.FullName)];
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    private static string MachinePackages => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private ZipArchive Open(string package) => ZipFile.OpenRead(Path.Combine(Folder, $"{package}.{Version}.nupkg"));
}
