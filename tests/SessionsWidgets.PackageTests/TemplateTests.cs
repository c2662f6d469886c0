using AngleSharp.Html.Parser;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.PackageTests;

/// <summary>What the templates of <c>dotnet new</c> make.</summary>
[Collection(nameof(Packages))]
public sealed class TemplateTests(InstalledTemplates templates) : IClassFixture<InstalledTemplates>
{
    [Fact]
    public async Task Site_Created_RunsWithoutAKey()
    {
        // All that could end a string, a tag, a path or Razor's text too soon.
        const string Name = "Jürgens \"Smoke\" & <Ash> @ O'Hara; 100 %";
        var project = await templates.NewAsync("sessions-site", "lounge", "--name", Name);
        await using var site = await RunningProject.StartAsync(project);

        var home = new HtmlParser().ParseDocument(await site.GetAsync("/"));

        home.Title.ShouldBe($"A quiet room for a good cigar · {Name}");
        home.QuerySelector(".brand")!.TextContent.Trim().ShouldBe(Name);
        foreach (var widget in (string[])["session-card", "upcoming-events", "recent-smokes", "recent-check-ins", "cigar-cards"])
            home.QuerySelector($".sw-{widget}").ShouldNotBeNull(widget);
        foreach (var page in (string[])["/sessions", "/events", "/humidor"])
            (await site.GetAsync(page)).ShouldContain("class=\"sw ");
        var calendar = await site.GetAsync("/widgets/events.ics");
        calendar.ShouldStartWith("BEGIN:VCALENDAR");
        calendar.ShouldContain("Jürgens \"Smoke\" & <Ash> @ O'Hara");
    }

    [Fact]
    public async Task OwnTemplates_Created_AreFineButForTheirChange()
    {
        var folder = await templates.NewAsync("sessions-template", "own");

        var lines = await File.ReadAllLinesAsync(Path.Combine(folder, "recent-smokes.liquid"));

        var change = lines.Single(l => l.Contains("<p class=\"house-line\">", StringComparison.Ordinal));
        lines.Where(l => l != change).ShouldBe(File.ReadLines(RepositoryFiles.PathOf("templates", "recent-smokes.liquid")));
        var program = Path.Combine(RepositoryFiles.OutputOf("src", "SessionsWidgets.Cli"), "sessions-widgets.dll");
        var check = await Dotnet.RunAsync(folder, program, "check", ".");
        check.ExitCode.ShouldBe(0, check.OutputText + check.Error);
    }
}
