using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.NativeTests;

[Collection(nameof(NativePrograms))]
public sealed partial class NpmPackageTests(NpmPackages packages) : IClassFixture<NpmPackages>
{
    private string PlatformPackage => $"@sessions-widgets/{Path.GetFileName(
        Directory.GetDirectories(packages.Installed("@sessions-widgets")).ShouldHaveSingleItem())}";

    [Fact]
    public async Task Pack_OfTheSameProgram_GivesTheSameBytes()
    {
        var again = await packages.PackAsync("again");

        again.Select(Path.GetFileName).ShouldBe(packages.Packed.Select(Path.GetFileName));
        again.Select(Hash).ShouldBe(packages.Packed.Select(Hash));
    }

    [Fact]
    public async Task Packages_Installed_HaveTheProgramsVersionAndNoScript()
    {
        var version = (await packages.RunAsync(packages.Project, packages.Program, "--version")).OutputText.Split('+')[0];
        var (launcher, platform) = (Metadata("sessions-widgets"), Metadata(PlatformPackage));

        foreach (var package in (JsonObject[])[launcher, platform])
        {
            package["version"]!.GetValue<string>().ShouldBe(version);
            package["license"]!.GetValue<string>().ShouldBe("MIT");
            package["description"]!.GetValue<string>().ShouldNotBeEmpty();
            package.ContainsKey("scripts").ShouldBeFalse();
            package.ContainsKey("dependencies").ShouldBeFalse();
        }

        var optional = launcher["optionalDependencies"]!.AsObject();
        optional.ShouldContainKey(PlatformPackage);
        optional.ShouldAllBe(dependency => dependency.Value!.GetValue<string>() == version);
    }

    [Fact]
    public void Packages_Packed_HoldTheirFilesAndCanBeExecuted()
    {
        const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        var (launcher, platform) = (FilesOf(packages.Packed[0]), FilesOf(packages.Packed[1]));

        launcher.Keys.ShouldBe(["package/LICENSE", "package/README.md", "package/launcher.js", "package/package.json"]);
        platform.Keys.ShouldBe(["package/LICENSE", "package/README.md", "package/bin/sessions-widgets", "package/package.json"]);
        (launcher["package/launcher.js"] & Execute).ShouldBe(Execute);
        (platform["package/bin/sessions-widgets"] & Execute).ShouldBe(Execute);
    }

    [Fact]
    public void PlatformPackage_ForLinux_IsForItsProcessorAndGlibc()
    {
        var platform = Metadata(PlatformPackage);

        platform["os"]!.ToJsonString().ShouldBe("[\"linux\"]");
        PlatformPackage.ShouldBe($"@sessions-widgets/linux-{platform["cpu"]!.AsArray().ShouldHaveSingleItem()}");
        platform["libc"]!.ToJsonString().ShouldBe("[\"glibc\"]");
    }

    [Fact]
    public async Task Npm_Ls_FindsNothingWrong()
    {
        var run = await packages.RunAsync(packages.Project, "npm", "ls", "--all");

        (run.ExitCode, run.Error).ShouldBe((0, ""));
        run.OutputText.ShouldContain("sessions-widgets@");
    }

    private JsonObject Metadata(string package) =>
        JsonNode.Parse(File.ReadAllBytes(packages.Installed(package, "package.json")))!.AsObject();

    /// <returns>The files of a packed package, and their modes.</returns>
    private static SortedDictionary<string, UnixFileMode> FilesOf(string packed)
    {
        var files = new SortedDictionary<string, UnixFileMode>(StringComparer.Ordinal);
        using var content = new GZipStream(File.OpenRead(packed), CompressionMode.Decompress);
        using var tar = new TarReader(content);
        while (tar.GetNextEntry() is { } entry) files.Add(entry.Name, entry.Mode);
        return files;
    }

    private static string Hash(string file) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)));
}
