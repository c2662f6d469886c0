using System.Diagnostics;
using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Faults;

namespace SessionsWidgets.Cli.Tests.Build;

/// <summary>A build over real sockets that never answer, by the machine's own time.</summary>
/// <remarks>Runs alone: it measures time that passes.</remarks>
[CollectionDefinition(nameof(HangingBuildTests), DisableParallelization = true)]
[Collection(nameof(HangingBuildTests))]
public sealed class HangingBuildTests : IDisposable
{
    private const int Tries = 3;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(1);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Build_SixDifferentWidgetsAndUpstreamHangs_TakesOneDeadline()
    {
        var asked = 0;
        await using var upstream = new RawServer(async (_, _, _, closing) =>
        {
            Interlocked.Increment(ref asked);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, closing);
        });
        _folder.Write("site/index.html", """
            <!doctype html><link rel="stylesheet" href="sessions-widgets.css"><title>Lounge</title>
            <recent-smokes></recent-smokes><session-card offset="1"></session-card><cigar-cards sample="50"></cigar-cards>
            <guests-online></guests-online><guest-visits></guest-visits><lounge-activity></lounge-activity>
            """);
        _folder.Write("site/sessions-widgets.json", $$"""
            {
              "SessionsWidgets": {
                "ApiBaseUrl": "http://127.0.0.1:{{upstream.Port}}", "BusinessId": "lounge",
                "Cache": { "FetchDeadline": "{{Deadline}}" },
                "GuestWifi": { "ApiBaseUrl": "http://127.0.0.1:{{upstream.Port}}", "AccessToken": "token" }
              }
            }
            """);
        var longest = Deadline * 1.3;
        var shortest = TimeSpan.MaxValue;
        // Other work on the machine, and what is compiled first, make a build slower than it is, never faster.
        for (var i = 0; i < Tries && shortest > longest; i++)
        {
            var before = Volatile.Read(ref asked);
            var waited = await MeasureAsync();
            Volatile.Read(ref asked)
                .ShouldBe(before + 7, "one each, and lounge-activity two of its own: the guests online are those of guests-online");
            if (waited < shortest) shortest = waited;
        }

        shortest.ShouldBeLessThan(longest);
    }

    private async Task<TimeSpan> MeasureAsync()
    {
        var watch = Stopwatch.StartNew();
        var run = await CliRun.Of(["build", "site", "--output", "out"], _folder.Path, TimeProvider.System);
        watch.Stop();
        run.ExitCode.ShouldBe(0, run.Error);
        (await File.ReadAllTextAsync(_folder.PathOf("out/index.html"))).Split("sw-fallback").Length.ShouldBe(7, "six notices");
        watch.Elapsed.ShouldBeGreaterThan(Deadline / 2, "it really waited");
        return watch.Elapsed;
    }
}
