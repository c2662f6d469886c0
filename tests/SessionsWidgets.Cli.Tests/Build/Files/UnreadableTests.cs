using System.Diagnostics;
using System.Runtime.Versioning;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Cli.Tests.Build.Files;

/// <summary>Sites of which a user may not read everything. Where the tests run as root, who may, the user nobody builds.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class UnreadableTests : IDisposable
{
    private const UnixFileMode Everyone =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly TemporaryFolder _folder = new();

    public UnreadableTests()
    {
        File.SetUnixFileMode(_folder.Path, Everyone);
        _folder.Write("site/index.html", "index");
        _folder.Write("site/private/page.html", "page");
        _folder.Write("site/secret.html", "page");
        _folder.Write("site/secret.txt", "text");
        _folder.Write("site/style.css", "style");
        Directory.CreateDirectory(_folder.PathOf("writable"), Everyone | UnixFileMode.OtherWrite);
        File.SetUnixFileMode(_folder.PathOf("writable"), Everyone | UnixFileMode.OtherWrite);
    }

    public void Dispose()
    {
        foreach (var folder in (string[])["site/private", "site"]) File.SetUnixFileMode(_folder.PathOf(folder), Everyone);
        _folder.Dispose();
    }

    [Theory]
    [InlineData("site/private", "the folder cannot be read")]
    [InlineData("site/secret.html", "the file cannot be read")]
    [InlineData("site/secret.txt", "the file cannot be read")]
    public async Task Build_CannotRead_IsAnErrorWithTheNameAndTheOthersAreBuilt(string name, string message)
    {
        File.SetUnixFileMode(_folder.PathOf(name), UnixFileMode.None);
        var run = await BuildAsync("writable/out");
        run.ExitCode.ShouldBe(1, run.Error);
        run.Error.ShouldContain($"{name}: error: {message} (");
        run.Error.ShouldContain("make it readable, or move it out of the site.");
        run.OutputText.ShouldStartWith("Built with errors: ");
        string[] all = ["index.html", "private/page.html", "secret.html", "secret.txt", "style.css"];
        Directory.EnumerateFiles(_folder.PathOf("writable/out"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_folder.PathOf("writable/out"), file))
            .Where(all.Contains)
            .ShouldBe(all.Where(file => !$"site/{file}".StartsWith(name, StringComparison.Ordinal)), ignoreOrder: true);
    }

    [Fact]
    public async Task Build_CannotReadTheSite_IsRefused()
    {
        File.SetUnixFileMode(_folder.PathOf("site"), UnixFileMode.None);
        var run = await BuildAsync("writable/out");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("it cannot be read (");
        Directory.EnumerateFileSystemEntries(_folder.PathOf("writable")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("out")]
    [InlineData("site/../old")]
    public async Task Build_CannotWrite_IsRefused(string output)
    {
        _folder.Write("old/.sessions-widgets-output", "");
        var run = await BuildAsync(output);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("--output is '");
        run.Error.ShouldContain("it cannot be written to (");
        run.Error.ShouldContain("name another folder, or make this one writable.");
    }

    [Fact]
    public async Task Check_CannotReadAFolderOfTemplates_IsAnError()
    {
        _folder.Write("templates/recent-smokes.liquid", "{{ x }}");
        _folder.Write("templates/partials/a.liquid", "x");
        File.SetUnixFileMode(_folder.PathOf("templates/partials"), UnixFileMode.None);
        var run = await RunAsync("check", "templates");
        File.SetUnixFileMode(_folder.PathOf("templates/partials"), Everyone);
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("templates/partials");
    }

    private Task<ProgramRun> BuildAsync(string output) => RunAsync("build", "site", "--output", output);

    private Task<ProgramRun> RunAsync(params string[] arguments)
    {
        if (!Environment.IsPrivilegedProcess)
            return RunAsync(["dotnet", Path.Combine(AppContext.BaseDirectory, "sessions-widgets.dll"), .. arguments], _folder.Path);
        // What lies in the folder of the tests may not be open to others.
        foreach (var file in Directory.EnumerateFiles(RepositoryFiles.OutputOf("src", "SessionsWidgets.Cli")))
        {
            Directory.CreateDirectory(_folder.PathOf("program"), Everyone);
            var copy = Path.Combine(_folder.PathOf("program"), Path.GetFileName(file));
            File.Copy(file, copy);
            File.SetUnixFileMode(copy, Everyone);
        }

        return RunAsync(
            [
                "setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--",
                "dotnet", _folder.PathOf("program/sessions-widgets.dll"), .. arguments,
            ],
            _folder.Path);
    }

    private static Task<ProgramRun> RunAsync(string[] command, string folder)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = folder };
        start.Environment["HOME"] = folder;
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return ProgramRun.OfProcessAsync(start);
    }
}
