using System.Diagnostics;
using System.IO.Compression;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.PackageTests;

/// <summary>The packages of this build, made once for all tests, and a folder in which they can be installed from.</summary>
/// <remarks>Their version is of this run alone: the machine's package folder would give those of an earlier build with the same
/// version.</remarks>
[CollectionDefinition(nameof(Packages))]
public sealed class Packages : IAsyncLifetime, ICollectionFixture<Packages>
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The version of this run.</summary>
    public string Version { get; } = $"0.1.0-test.{TimeProvider.System.GetUtcNow():yyyyMMdd.Hmmssfff}";

    /// <summary>Where the packages are.</summary>
    public string Folder => _folder.PathOf("packages");

    /// <summary>What packing wrote.</summary>
    public ProgramRun Packing { get; private set; } = null!;

    /// <summary>A folder for projects, whose packages may come from <see cref="Folder"/>.</summary>
    public string Projects => _folder.PathOf("projects");

    public async Task InitializeAsync()
    {
        Packing = await DotnetAsync(
            RepositoryFiles.PathOf(),
            "pack", "-c", "Release", "-o", Folder, $"-p:MinVerVersionOverride={Version}", "-nologo", "-nodeReuse:false",
            "-p:UseSharedCompilation=false");
        Packing.OrThrow("dotnet pack");
        Directory.CreateDirectory(Projects);
        // Beside the sources of the machine.
        await File.WriteAllTextAsync(
            Path.Combine(Projects, "nuget.config"),
            $"""<configuration><packageSources><add key="this-build" value="{Folder}" /></packageSources></configuration>""");
    }

    /// <summary>Runs <c>dotnet</c> in a folder to its end.</summary>
    public static Task<ProgramRun> DotnetAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder };
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        // Settings of the test run are not those of what it starts.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        return ProgramRun.OfProcessAsync(start);
    }

    /// <summary>Creates a project by <c>dotnet new</c>.</summary>
    /// <returns>Its folder.</returns>
    public async Task<string> NewAsync(string template, string name)
    {
        (await DotnetAsync(Projects, "new", template, "-o", name, "--no-update-check")).OrThrow($"dotnet new {template}");
        return Path.Combine(Projects, name);
    }

    /// <summary>Adds packages of this build to a project.</summary>
    public async Task AddAsync(string project, params string[] packages)
    {
        foreach (var package in packages)
            (await DotnetAsync(project, "add", "package", package, "--version", Version)).OrThrow($"dotnet add package {package}");
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
        var known = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        if (!Directory.Exists(known)) return Task.CompletedTask;
        foreach (var package in Directory.EnumerateDirectories(known, "sessionswidgets*"))
        {
            var ours = Path.Combine(package, Version);
            if (Directory.Exists(ours)) Directory.Delete(ours, recursive: true);
        }

        return Task.CompletedTask;
    }

    private ZipArchive Open(string package) => ZipFile.OpenRead(Path.Combine(Folder, $"{package}.{Version}.nupkg"));
}
