using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.AspNetCore;
using SessionsWidgets.TestSupport.Faults;

namespace SessionsWidgets.HostTests.ServiceDefaults;

/// <summary>A page by the machine's own time, with the standard resilience handler for all clients.</summary>
public sealed class RateLimitedTests
{
    [Theory]
    [InlineData("429 x", "Retry-After: 30\r\n", "rate.limited", 1)]
    [InlineData("503 x", "Retry-After: 30\r\n", "upstream.unavailable", 1)]
    [InlineData("500 x", "", "upstream.5xx", 1)]
    public async Task Fragment_UpstreamRefuses_IsThereAtOnceAndUpstreamIsSpared(string status, string headers, string name, int calls)
    {
        var called = 0;
        await using var upstream = new RawServer(async (_, _, stream, closing) =>
        {
            Interlocked.Increment(ref called);
            await stream.WriteAsync(
                Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n{headers}\r\n"), closing);
        });
        await using var site = await HostSite.StartAsync(
            builder =>
            {
                builder.Services.AddSessionsWidgets(builder.Configuration.GetSection("SessionsWidgets"));
                Defaults.Add(builder.Services);
            },
            app => app.MapSessionsWidgets("/widgets"),
            "Production",
            ("SessionsWidgets:ApiBaseUrl", $"http://127.0.0.1:{upstream.Port}"),
            ("SessionsWidgets:BusinessId", "lounge"));
        var watch = Stopwatch.StartNew();
        (await site.Http.GetStringAsync("/widgets/recent-smokes")).ShouldContain("sw-fallback");
        // The first retry of the standard handler waits 2 seconds, and as long as Retry-After says.
        watch.Elapsed.ShouldBeLessThan(new CachePolicy().PageBudget);
        await site.Http.GetStringAsync("/widgets/recent-smokes");
        Volatile.Read(ref called).ShouldBe(calls);
        site.Log.Events.Count(e => e == name).ShouldBe(1);
        site.Log.Events.ShouldNotContain("upstream.timeout");
        if (headers.Length > 0)
        {
            var next = site.Log.Collector.GetSnapshot().Single(r => r.Id.Name == name);
            (DateTimeOffset.Parse(next.GetStructuredStateValue("NextTry")!, System.Globalization.CultureInfo.InvariantCulture)
                - next.Timestamp).ShouldBe(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(3));
        }
    }
}
