namespace SessionsWidgets.Cli.Tests.Build.Files;

/// <summary>Which files are pages.</summary>
public sealed class PageNamesTests : BuildTests
{
    private const string Page = Linked + "<p>Text.</p><recent-smokes limit=1></recent-smokes>";

    [Theory]
    [InlineData("a.xhtml", "*.xhtml")]
    [InlineData("a.XHTML", "*.xhtml")]
    [InlineData("sub/deep/a.shtml", "*.shtml")]
    [InlineData("shop/a.php", "shop/*.php")]
    [InlineData("shop/deep/a.php", "shop/**/*.php")]
    [InlineData("shop/a.php", "/shop/*.php")]
    [InlineData("about", "about")]
    [InlineData("sub/about", "about")]
    public async Task Build_IncludedName_IsAPage(string name, string pattern)
    {
        Site.Page(name, Page);
        var run = await Site.BuildAsync("--include", pattern);
        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldStartWith("Built: 1 page, 1 with widgets; ");
        Site.BuiltText(name).ShouldBe(Linked + "<p>Text.</p>" + await Site.FragmentAsync("recent-smokes", ("limit", "1")));
    }

    [Fact]
    public async Task Build_SeveralPatterns_AllCount()
    {
        Site.Page("a.xhtml", Page);
        Site.Page("b.shtml", Page);
        Site.Page("c.html", Page);
        var run = await Site.BuildAsync("--include", "*.xhtml", "--include", "*.shtml");
        run.Output.ShouldStartWith("Built: 3 pages, 3 with widgets; ");
    }

    [Theory]
    [InlineData("shop/a.php", "*.html5", "*.php")]
    [InlineData("shop/a.php", "other/*.php", "*.php")]
    [InlineData("about", "*.php", "about")]
    public async Task Build_TagInAFileOfAnotherName_IsAWarningWithThePlaceAndThePattern(string name, string other, string pattern)
    {
        Site.Page(name, "<p>Text.</p>\n  <recent-smokes limit=1></recent-smokes>");
        var run = await Site.BuildAsync("--include", other);
        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldContain("<recent-smokes> is in a file that is not a page, and is left unchanged there.");
        run.Error.ShouldContain($"give --include \"{pattern}\".");
        run.Error.ShouldContain($"({name}:2:3)");
        run.Error.ShouldContain($"warning: --include \"{other}\" matches no file");
        Site.BuiltText(name).ShouldContain("<recent-smokes");
    }

    [Fact]
    public async Task Build_PhpPage_LeavesItsCodeAlone()
    {
        const string Code = "<?php if ($a > 1) echo '<recent-smokes limit=1></recent-smokes>'; ?>";
        Site.Page("a.php", $"{Linked}{Code}<recent-smokes limit=1></recent-smokes><?= \"</p> <cigar-cards>\" ?>");
        var run = await Site.BuildAsync("--include", "*.php");
        run.ExitCode.ShouldBe(0, run.Error);
        Site.BuiltText("a.php").ShouldBe(
            Linked + Code + await Site.FragmentAsync("recent-smokes", ("limit", "1")) + "<?= \"</p> <cigar-cards>\" ?>");
    }

    [Fact]
    public async Task Build_PhpPageWithADrawing_LeavesItsCodeAlone()
    {
        const string Code = "<svg></svg><?php if ($a > 1) echo '<recent-smokes limit=1></recent-smokes>'; ?>";
        Site.Page("a.php", $"{Linked}{Code}<recent-smokes limit=1></recent-smokes><?php echo '<cigar-cards>'");
        var run = await Site.BuildAsync("--include", "*.php");
        run.ExitCode.ShouldBe(0, run.Error);
        Site.BuiltText("a.php").ShouldBe(
            Linked + Code + await Site.FragmentAsync("recent-smokes", ("limit", "1")) + "<?php echo '<cigar-cards>'");
    }
}
