using Shouldly;

namespace SessionsWidgets.TestSupport.Faults;

/// <summary>Takes visitors through a fault in the three states of a cache, on whatever surface, and looks at what they see.</summary>
/// <param name="line">The way to the upstream that goes wrong.</param>
/// <param name="clock">The clock of upstream's client.</param>
/// <param name="log">What that logs.</param>
/// <param name="visit">Renders a list of recent smokes and gives its HTML.</param>
public sealed class FaultVisits(FaultyUpstream.Line line, ManualClock clock, RecordingLogger log, Func<Task<string>> visit)
{
    public const string Canary = "canary-7d1f0c3e";

    private const string EmptyState = "sw-state-title";

    private static readonly CachePolicy Policy = new();
    private static readonly TimeSpan LongestWindow = TimeSpan.FromMinutes(16);

    private readonly FaultRow _row = line.Row;
    private readonly int _earlier = log.Events.Count;

    /// <summary>How long a visitor waits at most.</summary>
    public TimeSpan Limit { get; init; } = Policy.PageBudget;

    public async Task ColdAsync()
    {
        line.Break();
        Check(await VisitAsync(), hadGood: false);
        await CheckEventAsync();
        await CheckLeftAloneAsync();
        await CheckRecoveryAsync();
    }

    public async Task FreshAsync()
    {
        (await VisitAsync()).ShouldContain(FaultyUpstream.LastGoodName);
        line.Break();
        var calls = line.Calls;
        (await VisitAsync()).ShouldContain(FaultyUpstream.LastGoodName);
        line.Calls.ShouldBe(calls);
    }

    public async Task StaleAsync()
    {
        (await VisitAsync()).ShouldContain(FaultyUpstream.LastGoodName);
        line.Break();
        clock.Advance(Policy.FreshFor + Policy.StaleWhileRevalidate);
        Check(await VisitAsync(), hadGood: true);
        await CheckEventAsync();
        await CheckLeftAloneAsync();
        await CheckRecoveryAsync();
    }

    private IEnumerable<string> Events => log.Events.Skip(_earlier);

    private void Check(string html, bool hadGood)
    {
        var (shown, hidden) = (_row.Seen, hadGood) switch
        {
            (Seen.NewAnswer, _) => (FaultyUpstream.NewName, FaultyUpstream.LastGoodName),
            (Seen.StillGood, _) or (Seen.LastGood or Seen.LastGoodThenEmpty, true) => (FaultyUpstream.LastGoodName, FaultyUpstream.NewName),
            (Seen.LastGood, false) => ("sw-fallback", FaultyUpstream.NewName),
            _ => (EmptyState, FaultyUpstream.LastGoodName),
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
        if (_row.Event is { } name) await Eventually.BeTrueAsync(() => Events.Contains(name), () => $"{name} in {string.Join(", ", Events)}");
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
        await Eventually.BeTrueAsync(async () => (await VisitAsync()).Contains(FaultyUpstream.LastGoodName, StringComparison.Ordinal), () => "the widget is well again");
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
