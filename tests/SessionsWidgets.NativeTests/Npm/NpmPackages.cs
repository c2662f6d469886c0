using System.Diagnostics;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.NativeTests;

/// <summary>The npm packages of the native command line, packed and installed once for all tests, beside a site, by someone who has
/// Node.js and no .NET. npm asks no registry.</summary>
public sealed class NpmPackages(NativePrograms programs) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The <c>package.json</c> of the packages' page.</summary>
    public static string Example { get; } = Readme.Blocks(RepositoryFiles.PathOf("eng", "npm", "README.md"), "json")[0];

    /// <summary>The program that is packed.</summary>
    public string Program => programs.CommandLine.Path;

    /// <summary>The packed files: the launcher's, then the platform's.</summary>
    public IReadOnlyList<string> Packed { get; private set; } = [];

    /// <summary>The folder in which they are installed.</summary>
    public string Project => PathOf("project");

    /// <summary>All that is on the path.</summary>
    private string Programs => PathOf("bin");

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Programs);
        foreach (var (name, file) in InstalledPrograms.Require("node", "npm", "npx", "sh"))
            File.CreateSymbolicLink(Path.Combine(Programs, name), file);
        _folder.Write("home/.npmrc", "update-notifier=false\naudit=false\nfund=false\noffline=true\n");
        Packed = await PackAsync("packages");
        _folder.Write("project/package.json", Example);
        _folder.Write(
            "project/site/index.html",
            """
            <!doctype html><title>Lounge</title><link rel="stylesheet" href="sessions-widgets.css">
            <main><upcoming-events limit="4"></upcoming-events></main>
            """);
        (await RunAsync(Project, "npm", ["install", .. Packed])).OrThrow("npm install");
    }

    /// <summary>Packs into a new folder, by the shell and the environment of the tests.</summary>
    public async Task<IReadOnlyList<string>> PackAsync(string folder)
    {
        var run = await ProgramRun.OfProcessAsync(new ProcessStartInfo(
            "bash", [RepositoryFiles.PathOf("eng", "npm-pack.sh"), PathOf(folder), Program]));
        var names = run.OrThrow("npm-pack.sh").OutputText.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. names.Select(name => Path.Combine(PathOf(folder), name))];
    }

    /// <summary>The path of a file among what the tests write.</summary>
    public string PathOf(string name) => _folder.PathOf(name);

    /// <summary>The path of a file of an installed package.</summary>
    public string Installed(params string[] parts) => Path.Combine([Project, "node_modules", .. parts]);

    /// <summary>What starts a program of the path, or by its path, in an environment that has nothing else.</summary>
    public ProcessStartInfo Start(string folder, string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Programs, program), arguments) { WorkingDirectory = folder };
        start.Environment.Clear();
        start.Environment["PATH"] = Programs;
        start.Environment["HOME"] = PathOf("home");
        return start;
    }

    /// <summary>Runs a program of the path, or by its path, to its end.</summary>
    public Task<ProgramRun> RunAsync(string folder, string program, params string[] arguments) =>
        ProgramRun.OfProcessAsync(Start(folder, program, arguments));

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }
}
