using SessionsWidgets.Sandbox.Faults;

namespace SessionsWidgets.Cli.Tests.Build;

/// <summary>What <c>--cache</c> keeps, and what a build shows of it when the API is down.</summary>
public sealed class BuildCacheTests : BuildTests
{
    private const string Page = Linked + "<div><recent-smokes limit=150><p>Soon.</p></recent-smokes></div>";

    [Fact]
    public async Task Build_ApiIsDown_ShowsTheLastGoodDataAndWarns()
    {
        Site.Page("index.html", Page);
        (await Site.BuildAsync("--cache", "kept")).ExitCode.ShouldBe(0);
        var good = Site.BuiltText("index.html");
        Site.Sandbox.Faults.Add("/*", new StatusFault { Status = 500 });
        Site.Clock.Advance(TimeSpan.FromDays(20));

        var run = await Site.BuildAsync("--cache", "kept");
        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldContain("warning: <recent-smokes> shows the last good data. GET ");
        Site.BuiltText("index.html").ShouldBe(good);
        (await Site.BuildAsync("--cache", "kept", "--strict")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Build_ApiIsDownOnAnotherDay_ShowsTheLastGoodDataOfTheSameQuery()
    {
        Site.Page("index.html", Linked + "<div><recent-smokes from='7 days ago' to=today limit=5><p>Soon.</p></recent-smokes></div>");
        (await Site.BuildAsync("--cache", "kept")).ExitCode.ShouldBe(0);
        var good = Site.BuiltText("index.html");
        good.ShouldContain("<article");
        Site.Sandbox.Faults.Add("/*", new StatusFault { Status = 500 });
        Site.Clock.Advance(TimeSpan.FromDays(3));
        (await Site.BuildAsync("--cache", "kept")).Error.ShouldContain("warning: <recent-smokes> shows the last good data. GET ");
        Site.BuiltText("index.html").ShouldBe(good);
        Directory.GetFiles(Site.PathOf("kept")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Build_OnAnotherDay_QueriesTheNewDays()
    {
        Site.Page("index.html", Linked + "<recent-smokes from='7 days ago' limit=5></recent-smokes>");
        await Site.BuildAsync("--cache", "kept");
        Site.Clock.Advance(TimeSpan.FromDays(3));
        (await Site.BuildAsync("--cache", "kept", "--strict")).ExitCode.ShouldBe(0);
        Site.Sandbox.Requests.All.Select(r => r.Query).ShouldBe(["?limit=5&from=2026-07-11", "?limit=5&from=2026-07-14"]);
    }

    [Fact]
    public async Task Build_CacheFileCannotBeRead_IsAMissAndTheOthersAreStillThere()
    {
        Site.Page(
            "index.html",
            Linked + "<recent-smokes limit=5><p>Soon.</p></recent-smokes><div><recent-smokes limit=6><p>Later.</p></recent-smokes></div>");
        await Site.BuildAsync("--cache", "kept");
        // A folder in place of a file fails for every user, the one that permissions do not bind included.
        var file = Directory.GetFiles(Site.PathOf("kept"))[0];
        File.Delete(file);
        Directory.CreateDirectory(file);
        Site.Sandbox.Faults.Add("/*", new StatusFault { Status = 500 });
        var run = await Site.BuildAsync("--cache", "kept");
        run.Error.ShouldContain("has no data, and shows its content");
        run.Error.ShouldContain("shows the last good data");
    }

    [Fact]
    public async Task Build_BusinessIsGone_RemovesItsLastGoodData()
    {
        Site.Page("index.html", Page);
        await Site.BuildAsync("--cache", "kept");
        Site.Sandbox.Faults.Add("/*", new StatusFault { Status = 410 });
        await Site.BuildAsync("--cache", "kept");
        Site.BuiltText("index.html").ShouldContain("<div><p>Soon.</p></div>");
        Directory.GetFiles(Site.PathOf("kept")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Build_ApiIsDownForVeryLong_ShowsTheContent()
    {
        Site.Page("index.html", Page);
        await Site.BuildAsync("--cache", "kept");
        Site.Sandbox.Faults.Add("/*", new StatusFault { Status = 500 });
        Site.Clock.Advance(TimeSpan.FromDays(35));
        await Site.BuildAsync("--cache", "kept");
        Site.BuiltText("index.html").ShouldContain("<div><p>Soon.</p></div>");
    }

    [Fact]
    public async Task Build_ApiIsUp_ShowsNewDataDespiteTheCache()
    {
        Site.Page("index.html", Page);
        await Site.BuildAsync("--cache", "kept");
        var before = Site.Sandbox.Requests.Count;
        await Site.BuildAsync("--cache", "kept");
        Site.Sandbox.Requests.Count.ShouldBe(2 * before);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(1000)]
    public async Task Build_DamagedCacheFile_IsAMiss(int length)
    {
        Site.Page("index.html", Page);
        await Site.BuildAsync("--cache", "kept");
        var file = Directory.GetFiles(Site.PathOf("kept")).ShouldHaveSingleItem();
        var bytes = await File.ReadAllBytesAsync(file);
        await File.WriteAllBytesAsync(file, bytes[..length]);
        await ShowsContentAsync();
        bytes[length] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        await ShowsContentAsync();
    }

    [Fact]
    public async Task Build_CacheFiles_AreTheOwnersAloneAndHoldNoKey()
    {
        Site.Page("index.html", Page);
        await Site.BuildAsync("--cache", "kept");
        var file = Directory.GetFiles(Site.PathOf("kept")).ShouldHaveSingleItem();
        (await File.ReadAllTextAsync(file)).ShouldNotContain(Site.Sandbox.ApiKey);
        Path.GetFileName(file).ShouldNotContain(Site.Sandbox.ApiKey);
        if (OperatingSystem.IsWindows()) return;
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(Site.PathOf("kept")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task Build_CacheInTheSite_IsNotCopied()
    {
        Site.Page("index.html", Page);
        await Site.BuildAsync("--cache", "site/.kept");
        (await Site.BuildAsync("--cache", "site/.kept")).ExitCode.ShouldBe(0);
        Directory.Exists(Site.PathOf("out/.kept")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("out/kept", "would be published")]
    [InlineData("site", "that is the site itself")]
    public async Task Build_CacheWhereItMayNotBe_IsRefused(string folder, string message)
    {
        var run = await Site.BuildAsync("--cache", folder);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(message);
    }

    private async Task ShowsContentAsync()
    {
        var rule = Site.Sandbox.Faults.Add("/*", new StatusFault { Status = 500 });
        rule.ShouldNotBeNull();
        (await Site.BuildAsync("--cache", "kept")).Error.ShouldContain("has no data, and shows its content");
        Site.BuiltText("index.html").ShouldContain("<div><p>Soon.</p></div>");
        Site.Sandbox.Faults.Clear();
    }
}
