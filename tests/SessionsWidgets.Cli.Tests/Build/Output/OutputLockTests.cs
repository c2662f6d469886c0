using SessionsWidgets.Cli.Build;
using SessionsWidgets.Cli.Build.Output;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Cli.Tests.Build.Output;

/// <summary>Builds that meet in one output folder, each a process of its own.</summary>
public sealed class OutputLockTests
{
    private static readonly string[] BuildSite = ["build", "site", "--output", "out"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Build_AnotherIsWriting_IsRefusedAndSaysWho(bool isThere)
    {
        await using var held = new HeldBuild();
        if (isThere) held.WriteOldOutput();
        using var first = await held.StartAsync();
        using var second = CliProcess.Start(held.Folder.Path, BuildSite);

        var refused = await second.EndAsync();

        refused.ExitCode.ShouldBe(2);
        refused.Error.ShouldContain($"the build of process {first.Id} is writing to it: wait for that, or name another folder.");
        held.Names.ShouldContain(name => name.Contains($"sessions-widgets-{first.Id}-"), "what a living build has made stays");
        held.Release();
        var done = await first.EndAsync();
        done.ExitCode.ShouldBe(0, done.Error);
        File.ReadAllText(held.Folder.PathOf("out/text.txt")).ShouldBe("new");
        held.Names.ShouldAllBe(name => !name.Contains("sessions-widgets-lock") && !name.Contains($"-{first.Id}-"));
    }

    [Fact]
    public async Task Build_AnotherIsWriting_DryRunIsNotRefused()
    {
        await using var held = new HeldBuild();
        using var first = await held.StartAsync();
        File.Delete(held.Folder.PathOf("site/0.html"));
        using var second = CliProcess.Start(held.Folder.Path, [.. BuildSite, "--dry-run"]);
        (await second.EndAsync()).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Build_AnotherWasKilled_RemovesWhatItLeft(bool isThere)
    {
        await using var held = new HeldBuild();
        if (isThere) held.WriteOldOutput();
        using var killed = await held.StartAsync();
        await killed.SignalAsync("KILL");
        (await killed.EndAsync()).ExitCode.ShouldBe(137);
        held.Names.ShouldContain(name => name.Contains($"sessions-widgets-{killed.Id}-"));
        held.Release();

        using var next = CliProcess.Start(held.Folder.Path, BuildSite);
        (await next.EndAsync()).ExitCode.ShouldBe(0);

        string[] files = [".sessions-widgets-output", "0.html", "sessions-widgets.css", "text.txt"];
        held.Names.ShouldBe(["out", .. files.Select(file => $"out/{file}"), "sessions-widgets.json", "site"], ignoreOrder: true);
    }

    [Fact]
    public async Task Build_KilledBeforeTheFolderWasThere_IsRemovedByABuildIntoAnotherOne()
    {
        using var folder = new TemporaryFolder();
        folder.Write("site/index.html", "x");
        folder.Write("out.sessions-widgets-1-0000abcd/index.html", "half");
        folder.Write("other.sessions-widgets-1-0000abcd/index.html", "half of another");
        Directory.CreateDirectory(folder.PathOf("out"));
        (await CliRun.Of(BuildSite, folder.Path)).ExitCode.ShouldBe(0);
        Directory.EnumerateDirectories(folder.Path).Select(Path.GetFileName)
            .ShouldBe(["site", "out", "other.sessions-widgets-1-0000abcd"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TryAbandon_BeforeAllIsInItsPlace_RemovesWhatWasWritten(bool isThere)
    {
        using var folder = new TemporaryFolder();
        folder.Write("site/index.html", "new");
        if (isThere) folder.Write("out/.sessions-widgets-output", "");
        using var output = Open(folder);
        output.Write("index.html", "new"u8);

        output.TryAbandon().ShouldBeTrue();

        Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Select(Path.GetFileName)
            .ShouldBe(isThere ? ["index.html", ".sessions-widgets-output"] : ["index.html"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TryAbandon_AllIsInItsPlace_LeavesItAndSaysSo(bool isThere)
    {
        using var folder = new TemporaryFolder();
        folder.Write("site/index.html", "new");
        if (isThere) folder.Write("out/.sessions-widgets-output", "");
        using var output = Open(folder);
        output.Write("index.html", "new"u8);
        output.Finish();

        output.TryAbandon().ShouldBeFalse();

        File.ReadAllText(folder.PathOf("out/index.html")).ShouldBe("new");
    }

    [Fact]
    public async Task Build_ManyAtOnce_OutputIsThatOfOne()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 300; i++) folder.Write($"site/{i % 7}/{i}.html", $"page {i}");
        var builds = Enumerable.Range(0, 4).Select(_ => CliProcess.Start(folder.Path, BuildSite)).ToList();
        try
        {
            var runs = await Task.WhenAll(builds.Select(build => build.EndAsync()));
            runs.ShouldContain(run => run.ExitCode == 0);
            runs.Where(run => run.ExitCode != 0).ShouldAllBe(run => run.ExitCode == 2 && run.Error.Contains("is writing to it"));
        }
        finally
        {
            builds.ForEach(build => build.Dispose());
        }

        for (var i = 0; i < 300; i++) File.ReadAllText(folder.PathOf($"out/{i % 7}/{i}.html")).ShouldBe($"page {i}");
        Directory.EnumerateFiles(folder.PathOf("out"), "*", SearchOption.AllDirectories).Count().ShouldBe(302);
    }

    private static OutputFolder Open(TemporaryFolder folder) => OutputFolder.Open(new OutputTarget(folder.PathOf("out"), "build"));
}
