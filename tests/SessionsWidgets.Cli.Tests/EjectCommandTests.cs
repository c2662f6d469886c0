using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Cli.Tests;

public sealed class EjectCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Eject_ByName_WritesTheBuiltInTemplates()
    {
        var run = await CliRun.Of(["eject", "recent-smokes", "partials/rating"], _folder.Path);
        run.ExitCode.ShouldBe(0, run.Error);
        foreach (var name in (string[])["recent-smokes", "partials/rating"])
        {
            var path = Path.Combine(_folder.Path, "templates", $"{name}.liquid");
            (await File.ReadAllTextAsync(path)).ShouldBe(BuiltInTemplates.Find(name));
            run.Output.ShouldContain(path);
        }
    }

    [Fact]
    public async Task Eject_TextsOfALanguage_WritesTheirFile()
    {
        var run = await CliRun.Of(["eject", "locales/de"], _folder.Path);
        run.ExitCode.ShouldBe(0, run.Error);
        (await File.ReadAllTextAsync(Path.Combine(_folder.Path, "templates", "locales", "de.json"))).ShouldContain("\"Zuletzt geraucht\"");
    }

    [Fact]
    public async Task Eject_FileIsThere_IsRefusedUnlessForced()
    {
        var path = _folder.Write("own/recent-smokes.liquid", "mine");
        var run = await CliRun.Of(["eject", "recent-smokes", "--output", "own"], _folder.Path);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("use --force");
        (await File.ReadAllTextAsync(path)).ShouldBe("mine");
        (await CliRun.Of(["eject", "recent-smokes", "--output", "own", "--force"], _folder.Path)).ExitCode.ShouldBe(0);
        (await File.ReadAllTextAsync(path)).ShouldBe(BuiltInTemplates.Find("recent-smokes"));
    }

    [Fact]
    public async Task Eject_FolderThatCannotBeWritten_NamesTheOption()
    {
        _folder.Write("file", "");
        var run = await CliRun.Of(["eject", "recent-smokes", "--output", "file"], _folder.Path);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldStartWith("sessions-widgets: --output is '");
        run.Error.ShouldContain("it cannot be written to (");
    }

    [Fact]
    public async Task Eject_UnknownName_NamesThoseThereAre()
    {
        var run = await CliRun.Of(["eject", "nonsense"], _folder.Path);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(
            "NAME is 'nonsense'; there is no such template. There are: cigar-cards, fallback, guest-sessions, guest-visits, guests-online, "
            + "locales/ar, locales/de,");
    }
}
