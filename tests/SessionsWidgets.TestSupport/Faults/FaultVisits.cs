using Shouldly;

namespace SessionsWidgets.TestSupport.Faults;

/// <summary>Takes visitors through a fault in the three states of a cache, on whatever surface, and looks at what they see.</summary>
/// <param name="line">The way to the upstream that goes wrong.</param>
/// <param name="clock">The clock of upstream's client.</param>
/// <param name="log">What that logs.</param>
/// <param name="visit">Renders a widget over the endpoint that goes wrong, and gives its HTML.</param>
public sealed class FaultVisits(FaultyUpstream.Line line, ManualClock clock, RecordingLogger log, Func<Task<string>> visit)
{
    public const string Canary = "canary-7d1f0c3e";

    private const string EmptyState = "sw-state-title";

    private static readonly CachePolicy Policy = new();
    private static readonly TimeSpan LongestWindow = TimeSpan.FromMinutes(16);

    private readonly FaultRow _row = line.Row;
    private readonly FaultResponses _answers = FaultResponses.Of(line.Row.Endpoint);
    private readonly int _earlier = log.Events.Count;

    /// <summary>How long a visitor waits at most.</summary>
    public TimeSpan Limit { get; init; } = Policy.PageBudget;

    public async Task ColdAsync()
    {
        line.Break();
        await VisitFaultyAsync(hadGood: false);
    }

    public async Task FreshAsync()
    {
        (await VisitAsync()).ShouldContain(_answers.LastGood);
        line.Break();
        var calls = line.Calls;
        if (_answers.IsKept)
        {
            (await VisitAsync()).ShouldContain(_answers.LastGood);
            line.Calls.ShouldBe(calls);
        }
        else
        {
            await VisitFaultyAsync(hadGood: false);
        }
    }

    public async Task StaleAsync()
    {
        (await VisitAsync()).ShouldContain(_answers.LastGood);
        line.Break();
        clock.Advance(_answers.StaleAfter);
        await VisitFaultyAsync(hadGood: _answers.IsKept);
    }

    private async Task VisitFaultyAsync(bool hadGood)
    {
        var calls = line.Calls;
        Check(await VisitAsync(), hadGood);
        await CheckEventAsync();
        if (_row.IsOneRequest) line.Calls.ShouldBe(calls + 1);
        // A good answer that may not be kept is asked for again.
        if (_answers.IsKept || _row.Seen == Seen.LastGood) await CheckLeftAloneAsync();
        await CheckRecoveryAsync();
    }

    private IEnumerable<string> Events => log.Events.Skip(_earlier);

    private void Check(string html, bool hadGood)
    {
        var (shown, hidden) = (_row.Seen, hadGood) switch
        {
            (Seen.NewAnswer, _) => (_answers.New, _answers.LastGood),
            (Seen.StillGood, _) or (Seen.LastGood or Seen.LastGoodThenEmpty, true) => (_answers.LastGood, _answers.New),
            (Seen.LastGood, false) => ("sw-fallback", _answers.New),
            _ => (EmptyState, _answers.LastGood),
        };
        html.ShouldContain(shown);
        html.ShouldNotContain(hidden);
        if (shown == EmptyState) html.ShouldNotContain("sw-fallback");
    }

    /// <summary>The fault is told once, under its name, and the key is not told at all.</summary>
    private async Task CheckEventAsync()
    {
        // Where connecting hangs, half of the deadline ends it; let that come to its end before the other half.
        if (_row.Hangs) clock.Advance(Policy.FetchDeadline / 2);
        if (_row.Hangs && _row.Dial is null) clock.Advance(Policy.FetchDeadline / 2);
        if (_row.Event is { } name)
            await Eventually.BeTrueAsync(() => Events.Contains(name), () => $"{name} in {string.Join(", ", Events)}");
        Events.Count(e => e == _row.Event).ShouldBeLessThanOrEqualTo(1);
        foreach (var (_, _, text) in log.Entries) text.ShouldNotContain(Canary);
    }

    /// <summary>Within the window nobody asks again.</summary>
    private async Task CheckLeftAloneAsync()
    {
        var calls = line.Calls;
        for (var i = 0; i < 3; i++) (await VisitAsync()).ShouldNotBeEmpty();
        line.Calls.ShouldBe(calls);
    }

    /// <summary>When upstream is well again, so are the widgets.</summary>
    private async Task CheckRecoveryAsync()
    {
        line.Heal();
        clock.Advance(LongestWindow);
        await Eventually.BeTrueAsync(
            async () => (await VisitAsync()).Contains(_answers.LastGood, StringComparison.Ordinal), () => "the widget is well again");
    }

    private async Task<string> VisitAsync()
    {
        var timers = clock.Timers;
        var html = visit();
        if (_row.Hangs && line.IsBroken)
        {
            var stuck = line.StuckAsync();
            if (await Task.WhenAny(html, stuck) == stuck)
            {
                // Two timers wait: the deadline of the fetch, and the visitor.
                await Eventually.BeTrueAsync(() => clock.Timers >= timers + 2 || html.IsCompleted, () => "the visitor waits");
                clock.Advance(Limit);
            }
        }

        var text = await html;
        text.ShouldNotContain(Canary);
        return text;
    }
}
