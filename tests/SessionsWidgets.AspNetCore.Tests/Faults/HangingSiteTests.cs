using System.Diagnostics;
using System.Text;
using AngleSharp.Html.Parser;
using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Faults;

namespace SessionsWidgets.AspNetCore.Tests.Faults;

/// <summary>A real page over a real socket that never answers, by the machine's own time.</summary>
/// <remarks>Runs alone: it measures time that passes.</remarks>
[CollectionDefinition(nameof(HangingSiteTests), DisableParallelization = true)]
[Collection(nameof(HangingSiteTests))]
public sealed class HangingSiteTests
{
    private const int Tries = 3;

    private static readonly CachePolicy Policy = new();

    [Fact]
    public async Task Page_ThreeColdWidgetsAndUpstreamHangs_RespondsWithinThePageBudget()
    {
        var longest = Policy.PageBudget + TimeSpan.FromMilliseconds(100);
        var shortest = TimeSpan.MaxValue;
        // Other work on the machine makes a page slower than it is, never faster.
        for (var i = 0; i < Tries && shortest > longest; i++)
        {
            var waited = await MeasureAsync();
            if (waited < shortest) shortest = waited;
        }

        shortest.ShouldBeLessThan(longest);
    }

    private static async Task<TimeSpan> MeasureAsync()
    {
        var hung = 0;
        await using var upstream = new RawServer(async (head, _, stream, closing) =>
        {
            // What the page compiles and connects before is not what is measured.
            if (head.Contains("limit=6", StringComparison.Ordinal))
            {
                await stream.WriteAsync(
                    Encoding.ASCII.GetBytes("HTTP/1.1 500 x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), closing);
                return;
            }

            Interlocked.Increment(ref hung);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, closing);
        });
        await using var site = await TestSite.StartAsync(
            TimeProvider.System,
            "Production",
            b => b.UseBusinessResolver(http => http.Request.Query["business"]),
            null,
            ("SessionsWidgets:ApiBaseUrl", $"http://127.0.0.1:{upstream.Port}"),
            ("SessionsWidgets:Businesses:warm:BusinessId", "warm"));
        (await site.Http.GetStringAsync("/Plain")).ShouldContain("sw-fallback");
        await site.Http.GetStringAsync("/Three");
        await Eventually.BeTrueAsync(() => Volatile.Read(ref hung) == 3, () => "all three are requested");

        // The same page once more, for a business that nothing is known of.
        var watch = Stopwatch.StartNew();
        var page = await site.Http.GetStringAsync("/Three?business=warm");
        watch.Stop();
        await Eventually.BeTrueAsync(() => Volatile.Read(ref hung) == 6, () => "all three are requested again");
        var document = new HtmlParser().ParseDocument(page);
        document.QuerySelectorAll(".sw-fallback").Length.ShouldBe(3);
        document.QuerySelector("#end").ShouldNotBeNull();
        watch.Elapsed.ShouldBeGreaterThan(Policy.PageBudget / 2, "it really waited");
        return watch.Elapsed;
    }
}
