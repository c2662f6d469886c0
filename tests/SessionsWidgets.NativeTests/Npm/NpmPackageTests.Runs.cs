using SessionsWidgets.TestSupport;

namespace SessionsWidgets.NativeTests;

/// <summary>What someone with the packages runs.</summary>
public sealed partial class NpmPackageTests
{
    public static TheoryData<string, string> PlatformsWithoutProgram => new()
    {
        { "Object.defineProperty(process, 'arch', { value: 'riscv64' })", "there is no program for linux-riscv64; there is one for" },
        { "Object.defineProperty(process, 'platform', { value: 'sunos' })", "there is no program for sunos-" },
        { "process.report.getReport = () => ({ header: {} })", " with musl; there is one for" },
    };

    [Fact]
    public async Task Npx_Build_WritesTheFilesOfTheNativeProgram()
    {
        // What is on depends on the day, and one may end meanwhile.
        var before = await BuildAsync("before", packages.Program);
        var actual = await BuildAsync("npx", "npx", "--no-install", "sessions-widgets");
        var after = await BuildAsync("after", packages.Program);

        new[] { before, after }.ShouldContain(actual);
        actual.ShouldContain("sw-upcoming-events");
    }

    [Fact]
    public async Task Npm_RunOfTheReadmesScript_BuildsTheSite()
    {
        (await packages.RunAsync(packages.Project, "npm", "run", "build", "--", "--sandbox")).OrThrow("npm run build");

        File.ReadAllText(Path.Combine(packages.Project, "dist", "index.html")).ShouldContain("sw-upcoming-events");
    }

    [Fact]
    public void Script_OfTheDocs_IsTheReadmes() =>
        Readme.Blocks(RepositoryFiles.PathOf("docs", "packages.md"), "json").ShouldContain(NpmPackages.Example);

    [Fact]
    public async Task Npx_WrongArguments_GivesExitCodeAndMessageOfTheProgram()
    {
        var expected = await packages.RunAsync(packages.Project, packages.Program, "rendr", "a b", "");
        var run = await packages.RunAsync(packages.Project, "npx", "--no-install", "sessions-widgets", "rendr", "a b", "");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("Did you mean 'render'?");
        run.Everything.ShouldBe(expected.Everything);
    }

    [Fact]
    public async Task Npx_WithoutThePlatformsPackage_NamesItAndTheRemedy()
    {
        var project = Directory.CreateDirectory(packages.PathOf("without-optional")).FullName;
        await File.WriteAllTextAsync(Path.Combine(project, "package.json"), "{}");
        (await packages.RunAsync(project, "npm", "install", "--omit=optional", packages.Packed[0])).OrThrow("npm install");

        var run = await packages.RunAsync(project, "npx", "--no-install", "sessions-widgets", "--help");

        run.ExitCode.ShouldBe(1);
        run.OutputText.ShouldBeEmpty();
        run.Error.ShouldStartWith($"sessions-widgets: the package {PlatformPackage}, which has the program for this platform, is not ");
        run.Error.ShouldContain("\"npm install --include=optional\"");
    }

    [Theory]
    [MemberData(nameof(PlatformsWithoutProgram))]
    public async Task Launcher_OnAPlatformWithoutProgram_SaysWhichThereAre(string platform, string message)
    {
        var project = Directory.CreateDirectory(packages.PathOf($"platform-{Guid.NewGuid():n}")).FullName;
        await File.WriteAllTextAsync(Path.Combine(project, "platform.js"), platform);
        foreach (var file in (string[])["launcher.js", "package.json"])
            File.Copy(packages.Installed("sessions-widgets", file), Path.Combine(project, file));

        var run = await packages.RunAsync(project, "node", "--require", "./platform.js", "launcher.js");

        (run.ExitCode, run.OutputText).ShouldBe((1, ""));
        run.Error.ShouldContain(message);
        run.Error.ShouldContain("darwin-arm64, linux-arm64, linux-x64, win32-x64 (linux: with glibc). The .NET tool SessionsWidgets.Cli");
    }

    [Theory]
    [InlineData("TERM", 143)]
    [InlineData("INT", 130)]
    [InlineData("HUP", 129)]
    public async Task Signal_ToTheLauncher_EndsTheProgramWithin1Second(string signal, int exitCode)
    {
        await using var launcher = await WaitingLauncher.StartAsync(packages);
        await Signal.SendAsync(signal, launcher.Id);
        var start = TimeProvider.System.GetTimestamp();

        (await launcher.WaitForEndAsync()).ShouldBe(exitCode);

        TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Signal_ToTheProgram_EndsTheLauncherByTheSameSignal()
    {
        await using var launcher = await WaitingLauncher.StartAsync(packages);
        await Signal.SendAsync("KILL", await launcher.ReadProgramIdAsync());

        (await launcher.WaitForEndAsync()).ShouldBe(128 + 9);
    }

    private async Task<string> BuildAsync(string output, string program, params string[] arguments)
    {
        var run = await packages.RunAsync(
            packages.Project, program, [.. arguments, "build", "site", "--output", packages.PathOf(output), "--sandbox"]);
        run.ExitCode.ShouldBe(0, run.Error);
        var files = Directory.GetFiles(packages.PathOf(output), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        return string.Concat(files.Select(file => $"{Path.GetRelativePath(packages.PathOf(output), file)}\n{File.ReadAllText(file)}"));
    }
}
