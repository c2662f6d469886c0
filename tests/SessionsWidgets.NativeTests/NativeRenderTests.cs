using SessionsWidgets.Sandbox;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.NativeTests;

/// <summary>The native command line gives the bytes of the managed one.</summary>
[Collection(nameof(NativePrograms))]
public sealed class NativeRenderTests(NativePrograms programs) : IAsyncLifetime
{
    private SandboxApi _sandbox = null!;
    private CommandLinePrograms _both = null!;

    public static TheoryData<string, string> WidgetsAndLanguages
    {
        get
        {
            var languages = Directory.EnumerateFiles(RepositoryFiles.PathOf("templates", "locales"), "*.json")
                .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal).ToList();
            var data = new TheoryData<string, string>();
            foreach (var type in OfCommandLine)
                foreach (var language in languages) data.Add(type.Name, language);
            return data;
        }
    }

    private static IEnumerable<WidgetDefinition> OfCommandLine =>
        WidgetCatalog.BuiltIn.Definitions.Where(t => t.Audience != WidgetAudience.Visitor);

    public async Task InitializeAsync()
    {
        // No minute passes on a clock that stands, and two ask.
        var clock = CommandLinePrograms.CreateClock();
        _sandbox = await SandboxApi.StartAsync(new SandboxOptions { Clock = clock, GuestWifi = new() { RequestsAMinute = 1000 } });
        _both = new CommandLinePrograms(programs.CommandLine, _sandbox);
    }

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Theory]
    [MemberData(nameof(WidgetsAndLanguages))]
    public async Task Render_AnyWidgetInAnyLanguage_GivesTheBytesOfTheManagedProgram(string widget, string language)
    {
        var layouts = WidgetCatalog.BuiltIn.Get(widget).FindParameter("layout")?.Choices.Select(layout => (string[])["--layout", layout]);
        foreach (var layout in layouts ?? [[]])
        {
            var run = await _both.ShouldBeSameAsync(["render", widget, "--lang", language, .. layout]);
            run.ExitCode.ShouldBe(0, run.Error);
            run.OutputText.ShouldContain($"lang=\"{language}\"");
        }
    }

    [Fact]
    public async Task Render_OwnTemplateWithEveryFilter_GivesTheBytesOfTheManagedProgram()
    {
        using var folder = new TemporaryFolder();
        var template = await File.ReadAllTextAsync(RepositoryFiles.PathOf("tests", "SessionsWidgets.NativeTests", "every-filter.liquid"));
        folder.Write("recent-smokes.liquid", template);
        foreach (var name in StandardFilters.All.Keys.Concat(WidgetFilters.All.Keys)) template.ShouldMatch($@"\| {name}\b(?!_)");
        var run = await _both.ShouldBeSameAsync("render", "recent-smokes", "--templates", folder.Path);
        run.ExitCode.ShouldBe(0, run.Error);
        run.OutputText.ShouldContain("<h2>Every tag</h2>");
    }

    [Fact]
    public async Task Render_TimeZoneByItsWindowsId_GivesTheBytesOfTheManagedProgram()
    {
        var run = await _both.ShouldBeSameAsync(
            "render", "recent-smokes", "--dates", "absolute", "--time-zone", "W. Europe Standard Time");
        run.ExitCode.ShouldBe(0, run.Error);
        run.OutputText.ShouldContain("<article");
    }

    [Fact]
    public async Task Check_WrongTemplates_GivesTheMessagesOfTheManagedProgram()
    {
        using var folder = new TemporaryFolder();
        folder.Write("recent-smokes.liquid", "<p>{{ heading | upcas }}</p>");
        folder.Write("session-card.liquid", "<p class={{ class }}></p>");
        folder.Write("cigar-cards.liquid", "{% for session in sessions %}");
        folder.Write("guests-online.liquid", "<p>{{ heading | raw }}{{ (1..1000000) | join }}</p>");
        var run = await _both.ShouldBeSameAsync("check", folder.Path);
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("'upcase'");
    }

    [Fact]
    public async Task Build_StaticSite_WritesTheFilesOfTheManagedProgram()
    {
        using var folder = new TemporaryFolder();
        var files = await _both.ShouldBuildSameAsync(RepositoryFiles.PathOf("samples", "StaticSite", "site"), folder);
        files.ShouldContain("index.html");
        files.ShouldContain("sessions-widgets.css");
    }
}
