using AngleSharp.Html.Parser;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Cli.Tests;

public class ReadmeTests
{
    private static readonly IReadOnlyList<string> Commands =
        [.. Readme.Blocks("bash").SelectMany(b => b.Split('\n')).Where(l => l.StartsWith("sessions-widgets ", StringComparison.Ordinal))];

    [Fact]
    public async Task RenderCommand_AsWritten_PrintsFiveSessions()
    {
        var run = await CliRun.Of(Arguments("render"), null, TimeProvider.System);
        run.ExitCode.ShouldBe(0, run.Error);
        new HtmlParser().ParseDocument(run.Output).QuerySelectorAll("article").Length.ShouldBe(5);
    }

    [Fact]
    public async Task BuildCommand_AsWritten_PutsTheWidgetIntoThePage()
    {
        using var folder = new TemporaryFolder();
        folder.Write("site/index.html", "<!doctype html><title>Lounge</title><recent-smokes limit=\"3\"></recent-smokes>");
        var run = await CliRun.Of(Arguments("build"), folder.Path, TimeProvider.System);
        run.ExitCode.ShouldBe(0, run.Error);
        var page = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(folder.PathOf("dist/index.html")));
        page.QuerySelectorAll(".sw-recent-smokes article").Length.ShouldBe(3);
    }

    [Fact]
    public async Task TemplateCommands_AsWritten_WriteTemplatesThatPass()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in (string[])["eject", "check"])
        {
            var run = await CliRun.Of(Arguments(name), folder.Path, TimeProvider.System);
            run.ExitCode.ShouldBe(0, run.Error);
        }

        File.Exists(folder.PathOf("my-templates/recent-smokes.liquid")).ShouldBeTrue();
    }

    private static string[] Arguments(string command) =>
        Commands.Single(c => c.StartsWith($"sessions-widgets {command} ", StringComparison.Ordinal)).Split(' ')[1..];
}
