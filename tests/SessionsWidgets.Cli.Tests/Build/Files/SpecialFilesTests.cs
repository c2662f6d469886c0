using System.Diagnostics;
using System.Net.Sockets;
using SessionsWidgets.Cli.Tests.Build.Output;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Cli.Tests.Build.Files;

/// <summary>Links, pipes, sockets, devices, and files that vanish: each is named, nothing hangs, and the others are built.</summary>
public sealed class SpecialFilesTests : BuildTests
{
    [Theory]
    [InlineData("nowhere")]
    [InlineData("Jo@example.com.4711:1790000000")]
    [InlineData(".#index.html")]
    public async Task Build_LinkToNothing_IsLeftOut(string target)
    {
        File.CreateSymbolicLink(InSite(".#index.html"), target);
        await ShouldLeaveOutAsync(".#index.html", "symbolic links without a target are left out");
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("/etc/hostname")]
    [InlineData("/dev/zero")]
    public async Task Build_LinkOutOfTheSite_IsLeftOut(string target)
    {
        Site.File("outside.txt", "private");
        File.CreateSymbolicLink(InSite("link.html"), target);
        await ShouldLeaveOutAsync("link.html", "symbolic links to files outside the site are left out: put a copy of the file there");
    }

    [Fact]
    public async Task Build_LinkOutByALinkedFolder_IsLeftOut()
    {
        Site.File("other/page.html", "private");
        Directory.CreateSymbolicLink(InSite("folder"), Site.PathOf("other"));
        File.CreateSymbolicLink(InSite("link.html"), "folder/page.html");
        await ShouldLeaveOutAsync("link.html", "symbolic links to files outside the site are left out");
    }

    [Fact]
    public async Task Build_LinkWithinTheSite_IsFollowed()
    {
        Site.Page("a/page.html", "page");
        File.CreateSymbolicLink(InSite("link.html"), "a/page.html");
        await BuildAsync();
        Site.BuiltText("link.html").ShouldBe("page");
        new FileInfo(Site.PathOf("out/link.html")).LinkTarget.ShouldBeNull();
    }

    [Fact]
    public async Task Build_SiteIsALink_IsFollowed()
    {
        Site.Page("index.html", "page");
        File.CreateSymbolicLink(InSite("link.html"), "index.html");
        Directory.CreateSymbolicLink(Site.PathOf("linked"), "site");
        var run = await CliRun.Of(["build", "linked", "--output", "out"], Site.Folder, Site.Clock);
        run.ExitCode.ShouldBe(0, run.Error);
        Site.BuiltText("link.html").ShouldBe("page");
    }

    [Fact]
    public async Task Build_LinkToASettingsFile_IsNotCopied()
    {
        File.CreateSymbolicLink(InSite("settings.txt"), "sessions-widgets.json");
        (await BuildAsync()).Output.ShouldContain("Left out: sessions-widgets.json, settings.txt.");
        File.Exists(Site.PathOf("out/settings.txt")).ShouldBeFalse();
    }

    [Fact]
    public async Task Build_LinksInACircle_AreLeftOut()
    {
        File.CreateSymbolicLink(InSite("a.html"), "b.html");
        File.CreateSymbolicLink(InSite("b.html"), "a.html");
        var run = await BuildAsync();
        run.Error.ShouldContain("warning: symbolic links without a target are left out (a.html, b.html)");
    }

    [Theory]
    [InlineData("pipe")]
    [InlineData("pipe.html")]
    [InlineData("sub/pipe.txt")]
    public async Task Build_NamedPipe_IsLeftOut(string name)
    {
        Directory.CreateDirectory(InSite("sub"));
        await RunAsync("mkfifo", InSite(name));
        await ShouldLeaveOutAsync(name, "pipes, sockets and devices are left out");
    }

    [Fact]
    public async Task Build_LinkToANamedPipe_IsLeftOut()
    {
        await RunAsync("mkfifo", InSite("pipe"));
        File.CreateSymbolicLink(InSite("link.html"), "pipe");
        var run = await BuildAsync();
        run.Error.ShouldContain("warning: pipes, sockets and devices are left out (link.html, pipe)");
    }

    [Fact]
    public async Task Build_Socket_IsLeftOut()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(InSite("s.sock")));
        await ShouldLeaveOutAsync("s.sock", "pipes, sockets and devices are left out");
    }

    [SkippableFact]
    public async Task Build_Device_IsLeftOut()
    {
        Skip.IfNot(Environment.IsPrivilegedProcess, "Only root makes devices.");
        var made = await ProgramRun.OfProcessAsync(new ProcessStartInfo("mknod", [InSite("zero.html"), "c", "1", "5"]));
        Skip.If(made.ExitCode != 0, $"This machine lets nobody make devices: {made.Error}");
        await ShouldLeaveOutAsync("zero.html", "pipes, sockets and devices are left out");
    }

    [Fact]
    public async Task Build_EmptyFiles_AreCopied()
    {
        Site.Page("empty.html", "");
        Site.Page("empty.txt", "");
        (await BuildAsync()).Error.ShouldNotContain("left out");
        Site.BuiltText("empty.html").ShouldBeEmpty();
        Site.BuiltText("empty.txt").ShouldBeEmpty();
    }

    [Fact]
    public async Task Build_NamesThatAreNotUtf8_AreErrors()
    {
        await RunAsync("sh", "-c", $"cd '{InSite("")}' && : > \"$(printf '\\377.txt')\" && mkdir \"$(printf '\\351')\"");
        Site.Page("a.html", "a");
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain(
            "\uFFFD.txt: error: the name is not in UTF-8, and cannot be opened: rename it, or move it out of the site.");
        run.Error.ShouldContain("site/\uFFFD: error: the name is not in UTF-8");
        Site.BuiltText("a.html").ShouldBe("a");
        // .NET cannot delete them either.
        await RunAsync("rm", "-r", Site.PathOf("site"));
    }

    [Fact]
    public async Task Build_FolderDeeperThanPathsGo_IsAnErrorAndTheOthersAreBuilt()
    {
        Site.Page("a.html", "a");
        const string Deep = "i=0; while [ $i -lt 900 ]; do mkdir dddd && cd dddd || exit 1; i=$((i+1)); done";
        await RunAsync("bash", "-c", $"cd '{InSite("")}' && {Deep}");
        var run = await Site.BuildAsync();
        // .NET cannot delete it either.
        await RunAsync("rm", "-r", Site.PathOf("site"));
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("/dddd: error: the folder cannot be read (");
        Site.BuiltText("a.html").ShouldBe("a");
    }

    [Theory]
    [InlineData("back\\slash.txt")]
    [InlineData("..\\..\\up.html")]
    [InlineData("a\nb 'c' \"d\".html")]
    public async Task Build_OddNames_StayAsTheyAre(string name)
    {
        Site.Page("back/slash.txt", "other");
        Site.Page(name, "mine");
        await BuildAsync();
        Site.BuiltText(name).ShouldBe("mine");
        Site.BuiltText("back/slash.txt").ShouldBe("other");
        Directory.EnumerateFileSystemEntries(Site.Folder).Count().ShouldBe(2);
    }

    [Fact]
    public async Task Build_FilesVanish_AreLeftOutAndTheOthersAreBuilt()
    {
        // Every worker waits for the API when the files go.
        await using var held = new HeldBuild(Math.Max(4, Environment.ProcessorCount));
        foreach (var name in (string[])["y.html", "y.txt", "z.txt"]) held.Folder.Write($"site/{name}", "x");
        using var build = await held.StartAsync();
        await held.WhenAskedAsync(Math.Max(4, Environment.ProcessorCount));
        File.Delete(held.Folder.PathOf("site/y.html"));
        File.Delete(held.Folder.PathOf("site/y.txt"));
        held.Release();
        var run = await build.EndAsync();
        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldContain("warning: files that vanished while the site was built are left out (y.html, y.txt)");
        File.Exists(held.Folder.PathOf("out/z.txt")).ShouldBeTrue();
    }

    private async Task ShouldLeaveOutAsync(string name, string warning)
    {
        Site.Page("a.html", "a");
        Site.Page("z.html", "z");
        var run = await BuildAsync();
        run.Error.ShouldContain($"warning: {warning}");
        run.Error.ShouldContain($"({name})");
        File.Exists(Site.PathOf($"out/{name}")).ShouldBeFalse();
        Site.BuiltText("a.html").ShouldBe("a");
        Site.BuiltText("z.html").ShouldBe("z");
    }

    private async Task<CliRun> BuildAsync()
    {
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(0, run.Error);
        return run;
    }

    private static async Task RunAsync(string program, params string[] arguments) =>
        (await ProgramRun.OfProcessAsync(new ProcessStartInfo(program, arguments))).OrThrow(program);

    private string InSite(string name) => Site.PathOf($"site/{name}");
}
