using AngleSharp.Html.Parser;
using SessionsWidgets.Cli.Tests.Build;

namespace SessionsWidgets.Cli.Tests;

/// <summary>Events on the command line and in static pages.</summary>
public sealed class EventTests : IAsyncLifetime
{
    private BuildSite _site = null!;

    public async Task InitializeAsync() => _site = await BuildSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("layout", "cards")]
    [InlineData("status", "past")]
    [InlineData("show-image", "true")]
    public async Task BuildAndRender_AnyLayout_GiveTheBytesOfTheLibraryCall(string parameter, string value)
    {
        var fragment = await _site.FragmentAsync("upcoming-events", (parameter, value));
        _site.Page("index.html", $"<div><upcoming-events {parameter}={value}></upcoming-events></div>");
        var run = await _site.BuildAsync();
        run.ExitCode.ShouldBe(0, run.Error);
        _site.BuiltText("index.html").ShouldBe($"<div>{fragment}</div>");
        run = await CliRun.Of(
            [
                "render", "upcoming-events", $"--{parameter}", value, "--dates", "absolute",
                "--config", _site.PathOf("site/sessions-widgets.json"),
            ],
            null, _site.Clock, ("SessionsWidgets__ApiKey", _site.Sandbox.ApiKey));
        run.Output.ShouldBe(fragment, run.Error);
        var page = new HtmlParser().ParseDocument(fragment);
        page.QuerySelectorAll("article").Length.ShouldBe(6);
        // A static page may be read at any time.
        page.QuerySelectorAll(".sw-live, .sw-today").ShouldBeEmpty();
        foreach (var word in (string[])["Today", "Tomorrow", "Happening now"]) fragment.ShouldNotContain(word);
    }

    [Fact]
    public async Task Eject_ThenCheck_CoversEveryLayoutAndStatus()
    {
        (await CliRun.Of(["eject", "upcoming-events", "partials/event-links"], _site.Folder)).ExitCode.ShouldBe(0);
        var run = await CliRun.Of(["check", "templates"], _site.Folder);
        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("(2 of your own)");
        // What only one layout shows is rendered too.
        var path = _site.PathOf("templates/upcoming-events.liquid");
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace("</ul>", "", StringComparison.Ordinal));
        run = await CliRun.Of(["check", "templates"], _site.Folder);
        run.ExitCode.ShouldBe(1, run.Output);
        run.Error.ShouldContain("upcoming-events layout=\"cards\" on full data: the output is not well-formed HTML");
    }
}
