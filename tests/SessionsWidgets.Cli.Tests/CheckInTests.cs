using AngleSharp.Html.Parser;
using SessionsWidgets.Cli.Tests.Build;

namespace SessionsWidgets.Cli.Tests;

/// <summary>Check-ins on the command line and in static pages.</summary>
public sealed class CheckInTests : IAsyncLifetime
{
    private BuildSite _site = null!;

    public async Task InitializeAsync() => _site = await BuildSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("recent-check-ins", "layout", "faces")]
    [InlineData("recent-check-ins", "show-note", "false")]
    [InlineData("lounge-activity", "check-ins", "true")]
    public async Task BuildAndRender_AnyLayout_GiveTheBytesOfTheLibraryCall(string name, string parameter, string value)
    {
        var fragment = await _site.FragmentAsync(name, (parameter, value));
        _site.Page("index.html", $"<div><{name} {parameter}={value}></{name}></div>");
        var run = await _site.BuildAsync();
        run.ExitCode.ShouldBe(0, run.Error);
        _site.BuiltText("index.html").ShouldBe($"<div>{fragment}</div>");
        run = await CliRun.Of(
            ["render", name, $"--{parameter}", value, "--dates", "absolute", "--config", _site.PathOf("site/sessions-widgets.json")],
            null, _site.Clock, ("SessionsWidgets__ApiKey", _site.Sandbox.ApiKey));
        run.Output.ShouldBe(fragment, run.Error);
        new HtmlParser().ParseDocument(fragment).QuerySelectorAll("bdi").Length.ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public async Task Build_OfABrand_NamesThePlaceAndTheReason()
    {
        _site.Page("index.html", "<!doctype html><title>.</title>\n<recent-check-ins business=brand></recent-check-ins>");
        var run = await _site.BuildAsync();
        run.ExitCode.ShouldBe(1, run.Error);
        run.Error.ShouldContain("index.html:2:1");
        run.Error.ShouldContain("brands have no check-ins");
    }

    [Fact]
    public async Task Eject_ThenCheck_CoversEveryLayout()
    {
        (await CliRun.Of(["eject", "recent-check-ins", "partials/names"], _site.Folder)).ExitCode.ShouldBe(0);
        var run = await CliRun.Of(["check", "templates"], _site.Folder);
        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("(2 of your own)");
        // What only one layout shows is rendered too.
        var path = _site.PathOf("templates/partials/names.liquid");
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace("</ul>", "", StringComparison.Ordinal));
        run = await CliRun.Of(["check", "templates"], _site.Folder);
        run.ExitCode.ShouldBe(1, run.Output);
        run.Error.ShouldContain("recent-check-ins layout=\"faces\" on full data: the output is not well-formed HTML");
    }
}
