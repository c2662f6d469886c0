namespace SessionsWidgets.Cli.Tests.Build.Files;

/// <summary>Files of SessionsWidgets itself that lie in a site.</summary>
public sealed class OwnFilesTests : BuildTests
{
    [Theory]
    [InlineData("sessions-widgets.json")]
    [InlineData("leak/sessions-widgets.json")]
    [InlineData("leak/Sessions-Widgets.JSON")]
    public async Task Build_SettingsFileAnywhere_IsNotCopied(string name)
    {
        Site.Page(name, """{ "SessionsWidgets": { "ApiKey": "short" } }""");
        Site.File("other.json", """{ "SessionsWidgets": { "BusinessId": "x" } }""");
        var run = await Site.BuildAsync("--config", "other.json");
        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("Left out: ");
        run.Output.ShouldContain(name);
        ShouldNotBeBuilt(name);
    }

    [Theory]
    [InlineData("config/mine.json")]
    [InlineData("mine.html")]
    public async Task Build_NamedSettingsFileInTheSite_IsNotCopied(string name)
    {
        Site.Page(name, """{ "SessionsWidgets": { "BusinessId": "x" } }""");
        var run = await Site.BuildAsync("--config", $"site/{name}");
        run.ExitCode.ShouldBe(0, run.Error);
        ShouldNotBeBuilt(name);
    }

    [Fact]
    public async Task Build_TemplatesInTheSite_AreNotCopied()
    {
        Site.Page("mine/recent-smokes.liquid", "mine");
        Site.Page("index.html", Linked + "<recent-smokes></recent-smokes>");
        var run = await Site.BuildAsync("--templates", Site.PathOf("site/mine"));
        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("Left out: mine, sessions-widgets.json.");
        Site.BuiltText("index.html").ShouldEndWith("mine");
        ShouldNotBeBuilt("mine/recent-smokes.liquid");
    }

    [Theory]
    [InlineData("recent-smokes.liquid")]
    [InlineData("leak/templates/cigar-cards.liquid")]
    [InlineData("leak/partials/rating.liquid")]
    public async Task Build_TemplatesThatNoSettingNames_AreNotCopied(string name)
    {
        Site.Page(name, "mine");
        var run = await Site.BuildAsync();
        run.Output.ShouldContain($"Left out: {name}, sessions-widgets.json.");
        ShouldNotBeBuilt(name);
    }

    [Fact]
    public async Task Build_CachesInTheSite_AreNotCopied()
    {
        Site.Page("index.html", Linked + "<recent-smokes></recent-smokes>");
        (await Site.BuildAsync("--cache", "site/.cache")).ExitCode.ShouldBe(0);
        Directory.GetFiles(Site.PathOf("site/.cache")).ShouldNotBeEmpty();
        // A cache that is not the one of this build.
        Directory.Move(Site.PathOf("site/.cache"), Site.PathOf("site/older"));
        (await Site.BuildAsync("--cache", "site/.cache")).ExitCode.ShouldBe(0);
        Directory.GetFiles(Site.PathOf("out"), "*", SearchOption.AllDirectories).Select(Path.GetFileName)
            .ShouldBe([".sessions-widgets-output", "index.html", "sessions-widgets.css"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(".git/config")]
    [InlineData("sub/.svn/entries")]
    [InlineData("sub/.sessions-widgets-lock")]
    [InlineData("old.sessions-widgets-12-0123abcd/index.html")]
    public async Task Build_VersionControlAndRemains_AreNotCopiedAndNamed(string name)
    {
        Site.Page(name, "x");
        var run = await Site.BuildAsync();
        run.Output.ShouldContain("Left out: ");
        ShouldNotBeBuilt(name);
    }

    [Theory]
    [InlineData("sessions-widgets-logo.svg")]
    [InlineData("sessions-widgets.html")]
    [InlineData("my.sessions-widgets.json")]
    [InlineData(".well-known/security.txt")]
    [InlineData("index.liquid")]
    [InlineData("my-recent-smokes.liquid")]
    public async Task Build_FilesOfLikeNames_AreCopied(string name)
    {
        Site.Page(name, "x");
        await Site.BuildAsync();
        Site.BuiltText(name).ShouldBe("x");
    }

    private void ShouldNotBeBuilt(string name) => File.Exists(Site.PathOf($"out/{name}")).ShouldBeFalse();
}
