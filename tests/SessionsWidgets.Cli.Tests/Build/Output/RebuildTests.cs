namespace SessionsWidgets.Cli.Tests.Build.Output;

/// <summary>A build over the output of an earlier one.</summary>
public sealed class RebuildTests : BuildTests
{
    private const string Widget = Linked + "<div><recent-smokes limit=1></recent-smokes></div>";

    private static readonly DateTime Earlier = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    [Fact]
    public async Task Build_NothingChanged_WritesNothingAndSaysSo()
    {
        Site.Page("index.html", Widget);
        Site.Page("a/picture.png", "\0not text");
        await Site.BuildAsync();
        Age();
        var run = await Site.BuildAsync();
        run.Output.ShouldContain("/out (nothing has changed)");
        Changed().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("index.html", Widget + "<p>More.</p>")]
    [InlineData("a/plain.html", "<p>Another.")]
    [InlineData("a/picture.png", "\0not_text")]
    [InlineData("a/picture.png", "\0shorter")]
    [InlineData("empty.txt", "no longer")]
    [InlineData("a/picture.png", "")]
    public async Task Build_OneFileChanged_WritesThatAlone(string name, string content)
    {
        Site.Page("index.html", Widget);
        Site.Page("a/plain.html", "<p>Plain.</p>");
        Site.Page("a/picture.png", "\0not text");
        Site.Page("empty.txt", "");
        await Site.BuildAsync();
        Age();
        Site.Page(name, content);
        var run = await Site.BuildAsync();
        run.Output.ShouldContain("/out (1 file written, 4 unchanged)");
        Changed().ShouldBe([name]);
        if (name != "index.html") Site.BuiltText(name).ShouldBe(content);
    }

    [Fact]
    public async Task Build_BlocksOfALargeFileChanged_WritesIt()
    {
        var content = new string('x', 200_000);
        Site.Page("large.txt", content);
        await Site.BuildAsync();
        Age();
        (await Site.BuildAsync()).Output.ShouldContain("(nothing has changed)");
        Site.Page("large.txt", content[..^1] + "y");
        (await Site.BuildAsync()).Output.ShouldContain("(1 file written, 1 unchanged)");
        Site.BuiltText("large.txt").ShouldEndWith("xy");
    }

    [Fact]
    public async Task Build_SomeoneChangedTheOutput_WritesItAgain()
    {
        Site.Page("index.html", "mine");
        await Site.BuildAsync();
        Site.File("out/index.html", "theirs");
        await Site.BuildAsync();
        Site.BuiltText("index.html").ShouldBe("mine");
    }

    [Theory]
    [InlineData("out/news/index.html", "site/news", "'news' is a folder in it, and a file of the site")]
    [InlineData("out/news", "site/news/index.html", "'news' is a file in it, and a folder of the site")]
    public async Task Build_FileAndFolderOfOneName_IsRefusedAndLeavesTheOutput(string old, string file, string message)
    {
        Site.Page("a.html", "old");
        await Site.BuildAsync();
        Site.File(old, "x");
        Site.File(file, "x");
        Site.Page("a.html", "new");
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain($"{message}: delete the output folder, and build again.");
        Site.BuiltText("a.html").ShouldBe("old");
        Directory.EnumerateFileSystemEntries(Site.PathOf("out")).Count().ShouldBe(4);
    }

    [Theory]
    [InlineData("out/sub")]
    [InlineData("out/sub/deep")]
    public async Task Build_FolderOfTheOutputIsALink_IsRefusedAndNotWrittenThrough(string link)
    {
        Site.Page("sub/deep/file.txt", "old");
        await Site.BuildAsync();
        Site.File("victim/file.txt", "mine");
        Site.File("victim/deep/file.txt", "mine");
        Directory.Delete(Site.PathOf(link), recursive: true);
        Directory.CreateSymbolicLink(Site.PathOf(link), Site.PathOf("victim"));
        var run = await Site.BuildAsync();
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("'sub/deep' in it is a link, and would be written through: delete the link, and build again.");
        File.ReadAllText(Site.PathOf("victim/file.txt")).ShouldBe("mine");
        File.ReadAllText(Site.PathOf("victim/deep/file.txt")).ShouldBe("mine");
    }

    private void Age()
    {
        foreach (var file in Files()) File.SetLastWriteTimeUtc(file, Earlier);
    }

    private IEnumerable<string> Changed() =>
        Files().Where(file => File.GetLastWriteTimeUtc(file) != Earlier).Select(file => Path.GetRelativePath(Site.PathOf("out"), file));

    private string[] Files() => Directory.GetFiles(Site.PathOf("out"), "*", SearchOption.AllDirectories);
}
