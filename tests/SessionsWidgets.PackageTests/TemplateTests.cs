using AngleSharp.Html.Parser;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.PackageTests;

/// <summary>The templates of <c>dotnet new</c>, in a list of templates of their own.</summary>
[Collection(nameof(Packages))]
public sealed class TemplateTests : IDisposable
{
    private readonly Packages _packages;
    private readonly TemporaryFolder _hive = new();

    public TemplateTests(Packages packages)
    {
        _packages = packages;
    }

    [Fact]
    public async Task Site_Created_RunsWithoutAKey()
    {
        var project = await NewAsync("sessions-site", "Cedar Row");
        await using var site = await RunningProject.StartAsync(project);

        var home = new HtmlParser().ParseDocument(await site.GetAsync("/"));

        home.Title!.ShouldEndWith("Cedar Row");
        foreach (var widget in (string[])["session-card", "upcoming-events", "recent-smokes", "recent-check-ins", "cigar-cards"])
            home.QuerySelector($".sw-{widget}").ShouldNotBeNull(widget);
        foreach (var page in (string[])["/sessions", "/events", "/humidor"])
            (await site.GetAsync(page)).ShouldContain("class=\"sw ");
        (await site.GetAsync("/widgets/events.ics")).ShouldStartWith("BEGIN:VCALENDAR");
    }

    [Fact]
    public async Task OwnTemplates_Created_AreFineButForTheirChange()
    {
        var folder = await NewAsync("sessions-template", "own");

        var text = await File.ReadAllTextAsync(Path.Combine(folder, "recent-smokes.liquid"));

        var builtIn = await File.ReadAllTextAsync(RepositoryFiles.PathOf("templates", "recent-smokes.liquid"));
        text.ShouldContain("<p class=\"house-line\">");
        string.Concat(text.Split('\n').Where(l => !l.Contains("house-line", StringComparison.Ordinal))).TrimEnd()
            .ShouldBe(builtIn.Replace("\n", "", StringComparison.Ordinal).TrimEnd());
        var program = RepositoryFiles.PathOf("src", "SessionsWidgets.Cli", "bin", Configuration, "net10.0", "sessions-widgets.dll");
        var check = await Packages.DotnetAsync(folder, program, "check", ".");
        check.ExitCode.ShouldBe(0, check.OutputText + check.Error);
    }

    public void Dispose() => _hive.Dispose();

#if RELEASE
    private const string Configuration = "Release";
#else
    private const string Configuration = "Debug";
#endif

    private async Task<string> NewAsync(string template, string name)
    {
        var hive = $"--debug:custom-hive={_hive.Path}";
        var package = Path.Combine(_packages.Folder, $"SessionsWidgets.Templates.{_packages.Version}.nupkg");
        (await Packages.DotnetAsync(_packages.Projects, "new", hive, "install", package)).OrThrow("dotnet new install");
        (await Packages.DotnetAsync(_packages.Projects, "new", hive, template, "-o", name)).OrThrow($"dotnet new {template}");
        return Path.Combine(_packages.Projects, name);
    }
}
