namespace SessionsWidgets.Cli.Tests.Build;

/// <summary>Where a build writes, and where it refuses to.</summary>
public sealed class BuildFoldersTests : BuildTests
{
    private const string Widget = Linked + "<div><recent-smokes limit=1 /></div>";

    [Theory]
    [InlineData("site", "that is the site itself")]
    [InlineData("site/../site/", "that is the site itself")]
    [InlineData("site/out", "it is inside the site")]
    [InlineData(".", "the site is inside it")]
    [InlineData("linked/out", "it is inside the site")]
    [InlineData("site/index.html", "it is inside the site")]
    [InlineData("file", "it is a file")]
    public async Task Build_OutputWhereItMayNotBe_IsRefusedEvenByForce(string output, string message)
    {
        Site.Page("index.html", Widget);
        Site.File("file", "");
        Directory.CreateSymbolicLink(Site.PathOf("linked"), Site.PathOf("site"));
        var run = await CliRun.Of(["build", "site", "--output", output, "--force"], Site.Folder);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(message);
        Site.Sandbox.Requests.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Build_FolderThatNoBuildWrote_NeedsForce()
    {
        Site.Page("index.html", "new");
        Site.File("out/index.html", "old");
        Site.File("out/mine.txt", "mine");
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("it holds files that no build wrote");
        Site.BuiltText("index.html").ShouldBe("old");
        (await Site.BuildAsync("--force")).ExitCode.ShouldBe(0);
        Site.BuiltText("index.html").ShouldBe("new");
        Site.BuiltText("mine.txt").ShouldBe("mine");
    }

    [Fact]
    public async Task Build_EmptyFolder_IsTaken()
    {
        Directory.CreateDirectory(Site.PathOf("out"));
        Site.Page("index.html", "new");
        (await Site.BuildAsync()).ExitCode.ShouldBe(0);
        Site.BuiltText("index.html").ShouldBe("new");
    }

    [Fact]
    public async Task Build_OverItsOwnOutput_GivesTheSameFilesAndLeavesNoOthers()
    {
        Site.Page("index.html", Widget);
        Site.Page("a/b.txt", "text");
        (await Site.BuildAsync()).ExitCode.ShouldBe(0);
        var before = Snapshot();
        before.Keys.ShouldBe([".sessions-widgets-output", "a/b.txt", "index.html", "sessions-widgets.css"], ignoreOrder: true);
        (await Site.BuildAsync()).ExitCode.ShouldBe(0);
        Snapshot().ShouldBe(before);
        Directory.EnumerateFileSystemEntries(Site.Folder).Select(Path.GetFileName).ShouldBe(["out", "site"], ignoreOrder: true);
    }

    [Fact]
    public async Task Build_BrokenPageOverItsOwnOutput_KeepsTheOldPage()
    {
        Site.Page("index.html", "good");
        await Site.BuildAsync();
        Site.Page("index.html", "<recent-smokes>");
        (await Site.BuildAsync()).ExitCode.ShouldBe(1);
        Site.BuiltText("index.html").ShouldBe("good");
    }

    [Fact]
    public async Task Build_DryRun_WritesNothing()
    {
        Site.Page("index.html", Widget);
        var run = await Site.BuildAsync("--dry-run", "--cache", "kept");
        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldStartWith("Would build: 1 page, 1 with widgets; 1 widget, 1 different; 0 other files; 1 request;");
        run.Output.ShouldContain("Nothing was written.");
        Directory.EnumerateFileSystemEntries(Site.Folder).Select(Path.GetFileName).ShouldBe(["site"]);
    }

    [Fact]
    public async Task Build_Css_GoesWhereItIsWanted()
    {
        Site.Page("a/index.html", "<link rel=stylesheet href='../css/widgets.css'><recent-smokes limit=1 />");
        var run = await Site.BuildAsync("--css", "css/widgets.css");
        run.Error.ShouldBeEmpty();
        Site.BuiltText("css/widgets.css").ShouldContain("--sw-");
        File.Exists(Site.PathOf("out/sessions-widgets.css")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("../x.css")]
    [InlineData("/x.css")]
    [InlineData("a//x.css")]
    public async Task Build_CssOutsideTheOutput_IsRefused(string path)
    {
        var run = await Site.BuildAsync("--css", path);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("--css is");
    }

    [Fact]
    public async Task Build_SiteHasAStylesheetOfThatName_KeepsIt()
    {
        Site.Page("sessions-widgets.css", "mine");
        (await Site.BuildAsync()).ExitCode.ShouldBe(0);
        Site.BuiltText("sessions-widgets.css").ShouldBe("mine");
    }

    [Fact]
    public async Task Build_LinkedFolder_IsLeftOutWithAWarning()
    {
        Site.Page("index.html", "x");
        Directory.CreateSymbolicLink(Site.PathOf("site/loop"), Site.PathOf("site"));
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(0);
        run.Error.ShouldContain("warning: symbolic links to folders are left out (loop)");
        Directory.Exists(Site.PathOf("out/loop")).ShouldBeFalse();
    }

    private Dictionary<string, string> Snapshot() => Directory.EnumerateFiles(Site.PathOf("out"), "*", SearchOption.AllDirectories)
        .ToDictionary(f => Path.GetRelativePath(Site.PathOf("out"), f), f => Convert.ToHexString(File.ReadAllBytes(f)));
}
