using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.AspNetCore.Tests.Faults;

/// <summary>A page that takes its widget's attributes from the query, and visitors who make up 20,000 of them.</summary>
/// <remarks>Runs alone: memory can be measured of the whole process only.</remarks>
[CollectionDefinition(nameof(QueryValueTests), DisableParallelization = true)]
[Collection(nameof(QueryValueTests))]
public sealed class QueryValueTests : IAsyncLifetime
{
    private const int Requests = 20_000;

    private TestSite _site = null!;

    public async Task InitializeAsync() => _site = await TestSite.StartAsync(
        settings: [("Logging:LogLevel:Default", "Warning")]);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    private int Entries => _site.Services.GetRequiredService<SessionsClient>().CountEntries();

    [Fact]
    public async Task Page_ValuesThatAreNotAllowed_CostNothing()
    {
        string[] names = ["limit", "offset", "from", "featured", "cigar", "lang", "id", "business"];
        await AskAsync(i => $"{names[i % names.Length]}=junk%20{i}%00%E2%80%AE%3Cscript%3E", page => page.ShouldContain("id=\"own\""));
        _site.Sandbox.Requests.Count.ShouldBe(0);
        Entries.ShouldBe(0);
        (await GetAsync("limit=3")).ShouldContain("<article");
        _site.Log.OwnEntries.Count().ShouldBeLessThanOrEqualTo(1000, "what is refused is logged once, and not without end");
    }

    [Fact]
    public async Task Page_ValuesThatChangeTheLooksOnly_AreOneQuery()
    {
        await AskAsync(
            i => $"limit=3&class=c-{i}&heading=Heading%20{i}&id=x{i}&all=/all/{i}&lang={(i % 2 == 0 ? "de" : "fr")}",
            page => page.ShouldContain("<article"));
        _site.Sandbox.Requests.Count.ShouldBe(1);
        Entries.ShouldBe(1);
    }

    [Fact]
    public async Task Page_ValuesThatAskForOtherSessions_AreBoundedInRequestsEntriesAndMemory()
    {
        var most = new CachePolicy().RequestsPerMinute;
        (await GetAsync("limit=3")).ShouldContain("<article");
        var before = Used();
        await AskAsync(
            i => (i % 4) switch
            {
                0 => $"offset={i}",
                1 =>
                    $"from={new DateOnly(1990, 1, 1).AddDays(i % 12_000).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
                    + $"&limit={1 + (i % 100)}",
                2 => $"cigar=cgr_{i}",
                _ => $"from={i % 3650}%20days%20ago&offset={i}",
            },
            page => page.ShouldNotBeEmpty());
        _site.Sandbox.Requests.Count.ShouldBe(most);
        Entries.ShouldBeLessThanOrEqualTo(most);
        // What is still under way, of other sites too, ends by itself.
        await Eventually.BeTrueAsync(
            () => Used() - before < 32L * 1024 * 1024, () => $"{Used() - before} bytes more are used than before");
        _site.Log.Events.Count(e => e == "budget.used_up").ShouldBe(1);

        // Who asks for what is there gets it; what is new has to wait for its turn.
        (await GetAsync("limit=3")).ShouldContain("<article");
        (await GetAsync("limit=5")).ShouldContain("id=\"own\"");
        _site.Clock.Advance(TimeSpan.FromSeconds(1));
        (await GetAsync("limit=5")).ShouldContain("<article");
    }

    private static long Used()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private Task<string> GetAsync(string query) => _site.Http.GetStringAsync($"/FromQuery?{query}");

    private Task AskAsync(Func<int, string> query, Action<string> check) =>
        Parallel.ForAsync(0, Requests, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) => check(await GetAsync(query(i))));
}
