using System.Text.RegularExpressions;
using SessionsWidgets.Cli.Tests.Build;
using SessionsWidgets.TestSupport.Docs;

namespace SessionsWidgets.Cli.Tests.Docs;

/// <summary>What pages show of the program's output is what it writes.</summary>
public sealed class OutputBlockTests : IAsyncLifetime
{
    private const string Head = "<!doctype html><title>.</title>";

    private const string Linked = Head + "<link rel=stylesheet href=sessions-widgets.css>";

    private const string Widget = "<recent-smokes limit=\"1\"></recent-smokes>";

    private BuildSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await BuildSite.StartAsync();
        _site.File("sessions-widgets.json", await File.ReadAllTextAsync(_site.PathOf("site/sessions-widgets.json")));
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Error_InASetting_IsAsThePageShowsIt()
    {
        _site.File("sessions-widgets.json", """{ "SessionsWidgets": { "BusinesId": "stogies-chapin" } }""");
        _site.File("public/index.html", Linked + Widget);

        var run = await RunAsync("build", "public", "--output", "dist");

        ShouldBeOf(run.Error, "docs/static-sites.md", "BusinesId");
    }

    [Fact]
    public async Task Warnings_OfABuild_AreAsThePageShowsThem()
    {
        _site.File("public/about.html", $"{Linked}\n\n\n<p>A {Widget}</p>");
        foreach (var page in (string[])["contact", "events"]) _site.File($"public/{page}.html", Head + Widget);
        _site.File("public/index.html", Head + new string('\n', 11) + " <recent-smokes limit=\"0\"></recent-smokes>");

        var run = await RunAsync("build", "public", "--output", "dist");

        ShouldBeOf(run.Error, "docs/static-sites.md", "is in a <p>");
    }

    [Fact]
    public async Task Warning_OfACheck_IsAsThePageShowsIt()
    {
        _site.File(
            "templates/recent-smokes.liquid",
            "<section>\n{% for session in sessions %}<p> {{ sesion.rating }}</p>{% endfor %}\n</section>\n");

        var run = await RunAsync("check", "templates");

        ShouldBeOf(run.Output + run.Error, "docs/templates.md", "sesion");
    }

    [Fact]
    public async Task Lines_OfServe_AreAsThePageShowsThem()
    {
        var settings = await File.ReadAllTextAsync(_site.PathOf("sessions-widgets.json"));
        const string Id = "\"BusinessId\": \"stogies-chapin\"";
        var templates = _site.PathOf("templates");
        _site.File("sessions-widgets.json", settings.Replace(Id, $"{Id}, \"Templates\": \"{templates}\"", StringComparison.Ordinal));
        _site.File("templates/recent-smokes.liquid", "<p>One</p>");
        for (var i = 0; i < 11; i++) _site.File($"public/{i}.html", Linked + Widget);
        _site.File("public/about.html", Linked + Widget);
        await using var server = RunningCli.Start(
            _site.Folder, ["serve", "public"], _site.Clock, ("SessionsWidgets__ApiKey", _site.Sandbox.ApiKey));
        await server.ServesAsync();
        _site.File("public/about.html", Linked + Widget + Widget);
        await server.SaysAsync("about.html changed");
        _site.File("templates/recent-smokes.liquid", "<p>Two</p>");
        await server.SaysAsync("recent-smokes.liquid changed");

        ShouldBeOf(server.Output + server.Error, "docs/static-sites.md", "Press Ctrl+C to stop.");
    }

    /// <summary>The lines of a block are there in their order, but for folder, port and time. A line may be cut short.</summary>
    private void ShouldBeOf(string output, string page, string text)
    {
        var block = DocBlocks.With(page, "", text).Text.Replace("/srv/lounge", _site.Folder, StringComparison.Ordinal);
        var pattern = Regex.Escape(block).Replace("…\\n", ".*\\n", StringComparison.Ordinal);
        pattern = Regex.Replace(pattern, @":\d{5}/", @":\d+/", RegexOptions.None, TimeSpan.FromSeconds(1));
        pattern = Regex.Replace(pattern, @"\d\\.\d\d\\ s", @"\d+\.\d+ s", RegexOptions.None, TimeSpan.FromSeconds(1));
        output.ShouldMatch(pattern);
    }

    private Task<CliRun> RunAsync(params string[] arguments) =>
        CliRun.Of(arguments, _site.Folder, _site.Clock, ("SessionsWidgets__ApiKey", _site.Sandbox.ApiKey));
}
