namespace SessionsWidgets.Cli.Tests.Build;

/// <summary>Messages in the form in which MSBuild reads them.</summary>
public sealed class MSBuildFormatTests : BuildTests
{
    [Fact]
    public async Task Build_ForMSBuild_GivesEachMessageAPlaceAndACode()
    {
        Site.Page("a.html", "<recent-smokes limit=1></recent-smokes>");
        Site.Page("b/index.html", Linked + "\n<cigar-cards limit=0></cigar-cards>");
        Site.Page("feed.xml", "<x>\n <recent-smokes></recent-smokes></x>");

        var run = await Site.BuildAsync("--format", "msbuild");

        run.ExitCode.ShouldBe(1);
        var lines = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3, run.Error);
        lines[0].ShouldStartWith($"{Site.PathOf("site/a.html")} : warning SW1001: pages have widgets and do not link their stylesheet.");
        lines[1].ShouldStartWith($"{Site.PathOf("site/b/index.html")}(2,14): error SW0001: limit is '0'; it must be a whole number");
        lines[2].ShouldStartWith($"{Site.PathOf("site/feed.xml")}(2,2): warning SW1001: <recent-smokes> is in a file that is not a page");
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("error", "--strict")]
    public async Task Build_WithoutFreshDataForMSBuild_HasACodeOfItsOwn(string category, params string[] options)
    {
        Site.Page("index.html", Linked + "<recent-smokes></recent-smokes>");

        var run = await Site.BuildAsync(["--format", "msbuild", "--api-base-url", "http://127.0.0.1:1", .. options]);

        run.Error.ShouldContain($"{Site.PathOf("site/index.html")} : {category} SW1002: <recent-smokes> has no data, and shows a notice.");
    }

    [Fact]
    public async Task Build_WithoutATagForMSBuild_WarnsAtTheFolderOfTheSite()
    {
        Site.Page("index.html", "plain");

        (await Site.BuildAsync("--format", "msbuild")).Error
            .ShouldStartWith($"{Site.PathOf("site")} : warning SW1001: no page has the tag of a widget.");
    }

    [Fact]
    public async Task Build_WrongSettingForMSBuild_IsAnError()
    {
        Site.Page("index.html", Linked + "<recent-smokes></recent-smokes>");

        var run = await Site.BuildAsync("--format", "msbuild", "--business-type", "vnue");

        run.Error.ShouldContain("sessions-widgets : error SW0001: SessionsWidgets:BusinessType is 'vnue'");
        (await Site.BuildAsync("--format", "msbuild", "--strct")).Error
            .ShouldStartWith("sessions-widgets : error SW0001: There is no option '--strct'. Did you mean '--strict'?");
    }

    [Fact]
    public async Task Build_OfACopy_NamesTheFilesItWasCopiedFromWhereTheyAreTheSame()
    {
        const string Wrong = "<recent-smokes limit=0></recent-smokes>";
        foreach (var name in (string[])["same.html", "other.html", "new.html"]) Site.Page(name, Wrong);
        Site.File("source/same.html", Wrong);
        Site.File("source/other.html", Wrong + "\n");

        var run = await Site.BuildAsync("--source", "source");

        run.Error.ShouldContain(Path.Combine("source", "same.html") + ":1:16: error: limit is '0'");
        run.Error.ShouldContain(Path.Combine("site", "other.html") + ":1:16: error: limit is '0'");
        run.Error.ShouldContain(Path.Combine("site", "new.html") + ":1:16: error: limit is '0'");
    }
}
