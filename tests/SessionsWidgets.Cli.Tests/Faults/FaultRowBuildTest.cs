using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Faults;

namespace SessionsWidgets.Cli.Tests.Faults;

/// <summary>A fault of the table in a build of a static site.</summary>
public abstract class FaultRowBuildTest : IAsyncLifetime
{
    private const string Plain = "<!doctype html><title>About us</title>";
    private const string Content = "Come in and see our humidor.";

    private readonly ManualClock _clock = new();
    private readonly TemporaryFolder _folder = new();
    private FaultyUpstream _upstream = null!;

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

    private protected async Task BuildOnceAsync(string id)
    {
        var line = Open(id);
        line.Break();
        Check(await BuildAsync(line), line.Row, hadGood: false);
    }

    private protected async Task BuildTwiceAsync(string id, TimeSpan between)
    {
        var line = Open(id);
        var (good, page) = await BuildAsync(line);
        good.ExitCode.ShouldBe(0, good.Error);
        page.ShouldContain(FaultResponses.Of(line.Row.Endpoint).LastGood);
        _clock.Advance(between);
        line.Break();
        var calls = line.Calls;
        // Nothing of guests is in a file.
        Check(await BuildAsync(line), line.Row, hadGood: line.Row.Endpoint <= FaultEndpoint.CheckIns);
        if (line.Row.IsOneRequest) line.Calls.ShouldBe(calls + 1);
    }

    private FaultyUpstream.Line Open(string id)
    {
        var line = _upstream.Open("lounge", FaultTable.Find(id));
        var (widget, attributes) = WidgetOver(line.Row.Endpoint);
        var tag = $"<{widget}{attributes}><p>{Content}</p></{widget}>";
        _folder.Write("site/index.html", $"<!doctype html><title>Lounge</title>{tag}");
        _folder.Write("site/same.html", $"<!doctype html><title>Once more</title>{tag}");
        _folder.Write("site/plain.html", Plain);
        _folder.Write("site/sessions-widgets.json", $$"""
            {
              "SessionsWidgets": {
                "ApiBaseUrl": "{{line.BaseUrl}}", "BusinessId": "lounge",
                "GuestWifi": { "ApiBaseUrl": "{{line.GuestWifi.ApiBaseUrl}}" }
              }
            }
            """);
        return line;
    }

    private static (string Widget, string Attributes) WidgetOver(FaultEndpoint endpoint) => endpoint switch
    {
        FaultEndpoint.Events => ("upcoming-events", " limit=\"5\""),
        FaultEndpoint.CheckIns => ("recent-check-ins", " layout=\"faces\" limit=\"5\""),
        FaultEndpoint.GuestCount => ("guests-online", ""),
        FaultEndpoint.GuestList => ("guest-visits", " days=\"2\" sample=\"3\""),
        _ => ("recent-smokes", " limit=\"5\""),
    };

    private async Task<(CliRun Run, string Page)> BuildAsync(FaultyUpstream.Line line)
    {
        var building = CliRun.Of(
            _upstream.Handler, ["build", "site", "--output", "out", "--cache", "kept", "--strict"], _folder.Path, _clock,
            ("SessionsWidgets__ApiKey", FaultVisits.Canary), ("SessionsWidgets__GuestWifi__AccessToken", FaultVisits.Canary));
        if (line.Row.Hangs && line.IsBroken && await Task.WhenAny(building, line.StuckAsync()) != building)
        {
            await Eventually.BeTrueAsync(() => _clock.Timers > 0 || building.IsCompleted, () => "the deadline is set");
            _clock.Advance(new CachePolicy().FetchDeadline);
        }

        var run = await building;
        var page = File.Exists(_folder.PathOf("out/index.html")) ? await File.ReadAllTextAsync(_folder.PathOf("out/index.html")) : "";
        foreach (var text in (string[])[run.Output, run.Error, page]) text.ShouldNotContain(FaultVisits.Canary);
        foreach (var kept in Directory.EnumerateFiles(_folder.PathOf("."), "*", SearchOption.AllDirectories))
            (await File.ReadAllTextAsync(kept)).ShouldNotContain(FaultVisits.Canary);
        return (run, page);
    }

    private void Check((CliRun Run, string Page) built, FaultRow row, bool hadGood)
    {
        var (run, page) = built;
        var answers = FaultResponses.Of(row.Endpoint);
        var shown = row.Seen switch
        {
            Seen.NewAnswer => answers.New,
            Seen.StillGood => answers.LastGood,
            Seen.LastGood or Seen.LastGoodThenEmpty when hadGood => answers.LastGood,
            _ => Content,
        };
        page.ShouldContain(shown, customMessage: run.Error);
        foreach (var other in (string[])[answers.New, answers.LastGood, Content])
        {
            if (other != shown) page.ShouldNotContain(other);
        }

        // An empty list is an answer; that a business is gone is none.
        var isAnswer = row.Seen is Seen.NewAnswer or Seen.StillGood || (row.Seen == Seen.Empty && row.Event is null);
        run.ExitCode.ShouldBe(isAnswer ? 0 : 1, run.Error);
        if (!isAnswer) run.Error.ShouldMatch($"warning: <{WidgetOver(row.Endpoint).Widget}> .* \\(index.html, same.html\\)");
        // And the build has gone on.
        foreach (var (name, content) in new[] { ("same.html", shown), ("plain.html", Plain) })
            File.ReadAllText(_folder.PathOf($"out/{name}")).ShouldContain(content);
    }
}
