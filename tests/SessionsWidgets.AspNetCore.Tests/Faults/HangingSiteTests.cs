using System.Diagnostics;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
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

    /// <summary>300 connections, of one visitor or each of its own, at a page whose data may not be kept.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(50, 50)]
    [InlineData(300, 60)]
    public async Task Page_WifiTimeAndUpstreamHangs_OnlyTheFirstPagesWait(int addresses, int mostCalls)
    {
        ThreadPool.SetMinThreads(64, 64);
        var longest = Policy.PageBudget + TimeSpan.FromMilliseconds(100);
        var noWait = TimeSpan.FromMilliseconds(500);
        Visits best = default;
        for (var i = 0; i < 2 * Tries; i++)
        {
            best = await VisitAsync(addresses);
            if (best.First < longest && best.Later < noWait && best.AfterFailure < noWait) break;
        }

        best.First.ShouldBeGreaterThan(Policy.PageBudget / 2, "they really waited");
        best.First.ShouldBeLessThan(longest);
        best.Later.ShouldBeLessThan(noWait, "the fetch still hangs");
        best.AfterFailure.ShouldBeLessThan(noWait, "it is backed off from");
        best.Calls.ShouldBeInRange(1, mostCalls);
    }

    private static async Task<Visits> VisitAsync(int addresses)
    {
        var calls = 0;
        await using var upstream = new RawServer(async (_, _, _, closing) =>
        {
            Interlocked.Increment(ref calls);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, closing);
        });
        await using var site = await TestSite.StartAsync(
            TimeProvider.System,
            "Production",
            null,
            null,
            ("SessionsWidgets:GuestWifi:ApiBaseUrl", $"http://127.0.0.1:{upstream.Port}"),
            ("SessionsWidgets:GuestWifi:ClientNetworks:0", "127.0.1.0/24"),
            ("SessionsWidgets:GuestWifi:ClientNetworks:1", "127.0.2.0/24"),
            ("SessionsWidgets:Cache:FetchDeadline", "00:00:05"));
        var visitors = Enumerable.Range(0, 300).Select(i => i % addresses)
            .Select(i => Visitor(site, new IPAddress([127, 0, (byte)(1 + (i % 2)), (byte)(1 + (i / 2))])))
            .ToArray();
        // What is compiled and connected before, by a page without the widget, is not what is measured.
        await Task.WhenAll(visitors.Select(v => v.GetStringAsync("/Plain")));
        await site.Http.GetStringAsync("/OwnTime");
        // Some do not wait even now: the API takes 60 requests a minute.
        var givenUp = new TaskCompletionSource();
        try
        {
            var first = visitors.Select(TimeAsync).ToArray();
            foreach (var page in first) _ = GiveUpAsync(page);
            await givenUp.Task;
            // A few at that very moment, all when the others have given up, too: what is measured is waiting, not the work of 600 pages.
            var next = visitors.Take(20).Select(TimeAsync).ToArray();
            var waited = (await Task.WhenAll(first)).Max();
            var later = (await Task.WhenAll(next)).Concat(await Task.WhenAll(visitors.Select(TimeAsync)));
            await Eventually.BeTrueAsync(() => site.Log.Events.Contains("upstream.timeout"), () => "the first fetch has failed");
            var after = await Task.WhenAll(visitors.Select(TimeAsync));
            site.Log.Events.Count(e => e == "upstream.timeout").ShouldBe(1);
            return new Visits(waited, later.Max(), after.Max(), Volatile.Read(ref calls));
        }
        finally
        {
            foreach (var visitor in visitors) visitor.Dispose();
        }

        async Task GiveUpAsync(Task<TimeSpan> page)
        {
            if (await page > Policy.PageBudget / 2) givenUp.TrySetResult();
        }
    }

    private static async Task<TimeSpan> TimeAsync(HttpClient visitor)
    {
        var watch = Stopwatch.StartNew();
        (await visitor.GetStringAsync("/OwnTime")).ShouldContain("Join our Wi-Fi.");
        return watch.Elapsed;
    }

    /// <summary>A visitor with a connection and an address of its own.</summary>
    private static HttpClient Visitor(TestSite site, IPAddress address) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(address.MapToIPv6(), 0));
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    }) { BaseAddress = site.Http.BaseAddress };

    private readonly record struct Visits(TimeSpan First, TimeSpan Later, TimeSpan AfterFailure, int Calls);

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
