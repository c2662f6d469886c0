using SessionsWidgets.Cli.Tests.Build;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Cli.Tests.Watch;

/// <summary><c>build --watch</c>, with files that really change.</summary>
public sealed class WatchedBuildTests : BuildTests
{
    private const string Widget = Linked + "<div><recent-smokes limit=1></recent-smokes></div>";

    [Fact]
    public async Task Build_FilesChange_BuildsThemAgain()
    {
        Site.Page("index.html", Widget);
        Site.Page("about.html", "one");
        await using var build = await StartAsync();

        // As editors save: a new file in place of the old one.
        Site.File("aside.html", "two");
        File.Move(Site.PathOf("aside.html"), Site.PathOf("site/about.html"), overwrite: true);
        await build.SaysAsync($"{Path.Combine("site", "about.html")} changed: 1 file written, ");
        Site.BuiltText("about.html").ShouldBe("two");

        // As generators write: many files in new folders at once.
        for (var i = 0; i < 50; i++) Site.Page($"news/{i / 10}/{i}.html", $"<p>{i}</p>");
        for (var i = 0; i < 50; i++) await BuiltAsync($"news/{i / 10}/{i}.html", $"<p>{i}</p>", build);

        // What is gone stays in the output, as with any build; what comes in its place is built.
        Directory.Delete(Site.PathOf("site/news"), recursive: true);
        Site.Page("news/0/0.html", "again");
        await BuiltAsync("news/0/0.html", "again", build);

        // The whole site is replaced.
        Directory.Move(Site.PathOf("site"), Site.PathOf("old"));
        await build.SaysAsync("it cannot be read");
        Directory.Move(Site.PathOf("old"), Site.PathOf("site"));
        Site.Page("about.html", "three");
        await BuiltAsync("about.html", "three", build);
        Site.Page("about.html", "four");
        await BuiltAsync("about.html", "four", build);
    }

    [Fact]
    public async Task Build_SettingsAndTemplatesBreakAndAreMended_FollowsThem()
    {
        Site.Page("index.html", Widget);
        Site.File("own/recent-smokes.liquid", "<b>one</b>");
        var settings = await File.ReadAllTextAsync(Site.PathOf("site/sessions-widgets.json"));
        await using var build = await StartAsync("--templates", Site.PathOf("own"));
        Site.BuiltText("index.html").ShouldContain("<b>one</b>");
        var requests = Site.Sandbox.Requests.Count;

        Site.File("own/recent-smokes.liquid", "<b>two</b>{{ nothing | nofilter }}");
        await build.SaysAsync("index.html:1:");
        await build.SaysAsync("nofilter");
        await build.SaysAsync("changed: 0 files written, 1 error, ");
        Site.BuiltText("index.html").ShouldContain("<b>one</b>");
        Site.File("own/recent-smokes.liquid", "<b>three</b>");
        await BuiltAsync("index.html", "<b>three</b>", build);
        // The data is that of the start.
        Site.Sandbox.Requests.Count.ShouldBe(requests);

        Site.File("site/sessions-widgets.json", "{ ");
        await build.SaysAsync("sessions-widgets.json:1:3: it must be JSON");
        await build.SaysAsync("changed: nothing was written, because of an error.");
        Site.File("own/recent-smokes.liquid", "<b>{{ heading }}</b>");
        Site.File("site/sessions-widgets.json", settings.Replace("\"Businesses\"", "\"Culture\": \"de\", \"Businesses\""));
        await build.SaysAsync($"{Path.Combine("site", "sessions-widgets.json")}, ");
        await Eventually.BeTrueAsync(
            () => Site.BuiltText("index.html").Contains("Zuletzt", StringComparison.Ordinal), () => build.Output + build.Error);
    }

    [Fact]
    public async Task Build_NothingButTimesChange_DoesNothing()
    {
        Site.Page("index.html", Widget);
        Site.Page("about.html", "one");
        await using var build = await StartAsync();
        File.SetLastWriteTimeUtc(Site.PathOf("site/index.html"), DateTime.UnixEpoch);
        Site.Page("about.html", "two");
        await BuiltAsync("about.html", "two", build);
        build.Output.ShouldNotContain("index.html");
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task Build_Signal_Ends(string signal, int exitCode)
    {
        Site.Page("about.html", "one");
        var program = Path.Combine(AppContext.BaseDirectory, "sessions-widgets.dll");
        await using var build = TalkingProcess.Start(
            Site.Folder, "dotnet", program, "build", "site", "--output", "out", "--watch", "--cache", "kept");
        await build.SaysAsync("Watching ");
        Site.Page("about.html", "two");
        await build.SaysAsync("changed: 1 file written, ");
        Site.BuiltText("about.html").ShouldBe("two");

        await build.SignalAsync(signal);

        (await build.EndAsync()).ShouldBe(exitCode);
        build.Error.ShouldContain("sessions-widgets: interrupted.");
        Directory.GetFileSystemEntries(Site.Folder, ".sessions-widgets-*", SearchOption.AllDirectories)
            .Select(Path.GetFileName).ShouldBe([".sessions-widgets-output"]);
    }

    private async Task<RunningCli> StartAsync(params string[] options)
    {
        var build = RunningCli.Start(
            Site.Folder,
            ["build", "site", "--output", "out", "--watch", .. options],
            Site.Clock,
            ("SessionsWidgets__ApiKey", Site.Sandbox.ApiKey));
        await build.SaysAsync("Press Ctrl+C to stop.");
        return build;
    }

    /// <summary>Waits until a built file has a text.</summary>
    private Task BuiltAsync(string name, string text, RunningCli build) => Eventually.BeTrueAsync(
        () => File.Exists(Site.PathOf($"out/{name}")) && Site.BuiltText(name).Contains(text, StringComparison.Ordinal),
        () => $"{name} is '{text}', but:\n{build.Output}{build.Error}");
}
