using System.Diagnostics;

namespace SessionsWidgets.Cli.Tests.Build.Output;

/// <summary>Commands that are interrupted while they wait for the API.</summary>
/// <remarks>Runs alone: it measures time that passes.</remarks>
[CollectionDefinition(nameof(SignalTests), DisableParallelization = true)]
[Collection(nameof(SignalTests))]
public sealed class SignalTests
{
    [Theory]
    [InlineData("INT", 130, false)]
    [InlineData("TERM", 143, false)]
    [InlineData("INT", 130, true)]
    [InlineData("TERM", 143, true)]
    public async Task Build_Signal_EndsWithinASecondAndLeavesTheOutput(string signal, int exitCode, bool isThere)
    {
        await using var held = new HeldBuild(pages: 6);
        if (isThere) held.WriteOldOutput();
        var before = held.Names.Append("out").Distinct().Order(StringComparer.Ordinal).ToList();
        using var build = await held.StartAsync();

        var watch = Stopwatch.StartNew();
        await build.SignalAsync(signal);
        var run = await build.EndAsync();

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
        run.ExitCode.ShouldBe(exitCode, run.Error);
        run.Error.ShouldBe($"sessions-widgets: interrupted.{Environment.NewLine}");
        run.Output.ShouldBeEmpty();
        held.Names.Append("out").Distinct().Order(StringComparer.Ordinal).ShouldBe(before);
        if (isThere) File.ReadAllText(held.Folder.PathOf("out/text.txt")).ShouldBe("old");
        else Directory.Exists(held.Folder.PathOf("out")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task Render_Signal_EndsWithinASecond(string signal, int exitCode)
    {
        await using var held = new HeldBuild();
        using var render = await held.StartAsync("render", "recent-smokes");

        var watch = Stopwatch.StartNew();
        await render.SignalAsync(signal);
        var run = await render.EndAsync();

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
        run.ShouldBe(new CliRun(exitCode, "", $"sessions-widgets: interrupted.{Environment.NewLine}"));
    }
}
