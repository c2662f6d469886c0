using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Faults;

namespace SessionsWidgets.Cli.Tests.Faults;

/// <summary>Every fault in a build of a static site: without anything kept, with what was kept a moment ago, and long ago.</summary>
public sealed class FaultRowBuildTests : IAsyncLifetime
{
    private const string Content = "Come in and see our humidor.";

    private readonly ManualClock _clock = new();
    private readonly TemporaryFolder _folder = new();
    private FaultyUpstream _upstream = null!;

    public static TheoryData<string> Rows => [.. FaultTable.Rows.Select(r => r.Id)];

    public Task InitializeAsync()
    {
        _upstream = new FaultyUpstream(_clock);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _upstream.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Build_ColdAndFaulty_ShowsTheContentAndSaysSo(string id)
    {
        var line = Open(id);
        line.Break();
        Check(await BuildAsync(line), line.Row, hadGood: false);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Build_FreshAndFaulty_ShowsTheLastGoodAnswer(string id) => BuildTwiceAsync(id, TimeSpan.Zero);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Build_StaleAndFaulty_ShowsTheLastGoodAnswer(string id) => BuildTwiceAsync(id, TimeSpan.FromDays(3));

    private async Task BuildTwiceAsync(string id, TimeSpan between)
    {
        var line = Open(id);
        var (good, page) = await BuildAsync(line);
        good.ExitCode.ShouldBe(0, good.Error);
        page.ShouldContain(FaultyUpstream.LastGoodName);
        _clock.Advance(between);
        line.Break();
        Check(await BuildAsync(line), line.Row, hadGood: true);
    }

    private FaultyUpstream.Line Open(string id)
    {
        var line = _upstream.Open("lounge", FaultTable.Rows.Single(r => r.Id == id));
        _folder.Write("site/index.html", $"<!doctype html><title>Lounge</title><recent-smokes limit=\"5\"><p>{Content}</p></recent-smokes>");
        _folder.Write("site/sessions-widgets.json", $$"""{ "SessionsWidgets": { "ApiBaseUrl": "{{line.BaseUrl}}", "BusinessId": "lounge" } }""");
        return line;
    }

    private async Task<(CliRun Run, string Page)> BuildAsync(FaultyUpstream.Line line)
    {
        var building = CliRun.Of(
            _upstream.Handler, ["build", "site", "--output", "out", "--cache", "kept", "--strict"], _folder.Path, _clock, ("SessionsWidgets__ApiKey", FaultVisits.Canary));
        if (line.Row.Hangs && line.IsBroken && await Task.WhenAny(building, line.StuckAsync()) != building)
        {
            await Eventually.BeTrueAsync(() => _clock.Timers > 0 || building.IsCompleted, () => "the deadline is set");
            _clock.Advance(new CachePolicy().FetchDeadline);
        }

        var run = await building;
        var page = File.Exists(_folder.PathOf("out/index.html")) ? await File.ReadAllTextAsync(_folder.PathOf("out/index.html")) : "";
        foreach (var text in (string[])[run.Output, run.Error, page]) text.ShouldNotContain(FaultVisits.Canary);
        foreach (var kept in Directory.EnumerateFiles(_folder.PathOf("."), "*", SearchOption.AllDirectories)) (await File.ReadAllTextAsync(kept)).ShouldNotContain(FaultVisits.Canary);
        return (run, page);
    }

    private static void Check((CliRun Run, string Page) built, FaultRow row, bool hadGood)
    {
        var (run, page) = built;
        var shown = row.Seen switch
        {
            Seen.NewAnswer => FaultyUpstream.NewName,
            Seen.StillGood => FaultyUpstream.LastGoodName,
            Seen.LastGood or Seen.LastGoodThenEmpty when hadGood => FaultyUpstream.LastGoodName,
            _ => Content,
        };
        page.ShouldContain(shown, customMessage: run.Error);
        foreach (var other in (string[])[FaultyUpstream.NewName, FaultyUpstream.LastGoodName, Content])
        {
            if (other != shown) page.ShouldNotContain(other);
        }

        // An empty list is an answer; that a business is gone is none.
        var isAnswer = row.Seen is Seen.NewAnswer or Seen.StillGood || (row.Seen == Seen.Empty && row.Event is null);
        run.ExitCode.ShouldBe(isAnswer ? 0 : 1, run.Error);
        if (!isAnswer) run.Error.ShouldContain("warning: <recent-smokes>");
    }
}
