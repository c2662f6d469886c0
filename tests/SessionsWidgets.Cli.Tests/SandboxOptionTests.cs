using AngleSharp.Html.Parser;
using Microsoft.Extensions.Time.Testing;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Cli.Tests;

public sealed class SandboxOptionTests : IDisposable
{
    private const string Note = "sessions-widgets: this is example data (--sandbox): its people and cigars do not exist.";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 7, 18, 20, 0, 0, TimeSpan.Zero));
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Widgets => new(
        WidgetCatalog.BuiltIn.Definitions.Where(t => t.Audience != WidgetAudience.Visitor).Select(t => t.Name));

    [Theory]
    [MemberData(nameof(Widgets))]
    public async Task Render_OfEachWidgetWithoutSettings_ShowsExampleDataWithoutPictures(string widget)
    {
        var run = await RunAsync(["render", widget, "--sandbox"]);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.Trim().ShouldBe(Note);
        var fragment = new HtmlParser().ParseDocument(run.Output);
        fragment.QuerySelector($".sw-{widget}").ShouldNotBeNull(run.Output);
        fragment.QuerySelector(".sw-empty").ShouldBeNull(run.Output);
        fragment.QuerySelectorAll("img, [style*='url(']").ShouldBeEmpty();
    }

    [Fact]
    public async Task Build_WithSettingsOfAnotherBusiness_ShowsExampleDataAndKeepsTheOthers()
    {
        _folder.Write("site/sessions-widgets.json", """
            {
              "SessionsWidgets": {
                "ApiBaseUrl": "https://api.example.com:1", "ApiKey": "never-sent", "BusinessId": "our-lounge", "Culture": "de",
                "Businesses": {
                  "uptown": { "BusinessType": "brand", "BusinessId": "our-brand", "ApiBaseUrl": "https://other.example.com" }
                }
              }
            }
            """);
        _folder.Write(
            "site/index.html",
            "<!doctype html><title>.</title><link rel=stylesheet href=sessions-widgets.css><recent-smokes limit=2 />"
            + "<cigar-cards business=uptown limit=2 /><session-card cigar-id=nowhere />");

        var run = await RunAsync(["build", "site", "--output", "dist", "--sandbox"]);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldContain(Note);
        var page = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(_folder.PathOf("dist/index.html")));
        page.QuerySelectorAll(".sw-recent-smokes[lang=de] article").Length.ShouldBe(2);
        page.QuerySelectorAll(".sw-cigar-cards article").Length.ShouldBe(2);
        page.QuerySelectorAll(".sw-session-card article").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("--api-base-url", "https://api.example.org", "render", "recent-smokes")]
    [InlineData("--cache", "kept", "build", "site", "--output", "dist")]
    public async Task Sandbox_WithWhatExcludesIt_IsRefused(string option, string value, params string[] command)
    {
        _folder.Write("site/index.html", "<!doctype html><title>.</title>");

        var run = await RunAsync([.. command, "--sandbox", option, value]);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain($"{option} is '");
        run.Error.ShouldContain("leave one of the two");
        Directory.Exists(_folder.PathOf("dist")).ShouldBeFalse();
    }

    public void Dispose() => _folder.Dispose();

    private Task<CliRun> RunAsync(string[] arguments) => CliRun.Of(arguments, _folder.Path, _clock);
}
