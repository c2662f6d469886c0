using Microsoft.Extensions.Logging;
using SessionsWidgets.AspNetCore;
using SessionsWidgets.Sandbox.Faults;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.HostTests.Logs;

/// <summary>What a site logs while upstream fails: one entry for an outage, with the reason and without a stack trace.</summary>
public sealed class OutageLogTests
{
    private const string Page = "/widgets/recent-smokes";

    public static TheoryData<string, StatusFault> Responses => new()
    {
        { "auth.rejected", new StatusFault { Status = 401 } },
        { "auth.forbidden", new StatusFault { Status = 403 } },
        { "business.not_found", new StatusFault { Status = 404 } },
        { "business.gone", new StatusFault { Status = 410 } },
        { "rate.limited", new StatusFault { Status = 429, Headers = Header("Retry-After", "30") } },
        { "upstream.unavailable", new StatusFault { Status = 503, Headers = Header("Retry-After", "30") } },
        { "upstream.5xx", new StatusFault { Status = 500 } },
        { "upstream.unexpected_status", new StatusFault { Status = 418 } },
        { "request.rejected", new StatusFault { Status = 400 } },
        { "upstream.redirect_foreign", new StatusFault { Status = 302, Headers = Header("Location", "https://elsewhere.example.com/") } },
        { "payload.invalid_json", new StatusFault { Status = 200, Body = """{ "data": [""" } },
        { "payload.not_json", new StatusFault { Status = 200, Body = "<html>", ContentType = "text/html" } },
        { "payload.shape", new StatusFault { Status = 200, Body = """{ "error": 1 }""" } },
    };

    [Theory]
    [MemberData(nameof(Responses))]
    public async Task Log_ResponsesThatCannotBeUsed_AreOneEntryAnOutage(string name, StatusFault fault)
    {
        await using var host = await StartAsync();
        host.Sandbox.Faults.Add("/venues/*", fault);
        await VisitAsync(host, 5);
        CheckOne(host, name);
        OutagesOf(host)[0].Message.ShouldContain($"status {fault.Status}, after ");
    }

    [Theory]
    [InlineData("http://127.0.0.1:1", "upstream.refused", "no connection (ConnectionRefused).")]
    [InlineData("https://api.invalid", "upstream.dns", "the host name cannot be resolved")]
    public async Task Log_UpstreamThatCannotBeReached_IsOneWarningWithTheReason(string address, string name, string reason)
    {
        await using var host = await StartAsync(("SessionsWidgets:ApiBaseUrl", address));
        await VisitAsync(host, 5);
        CheckOne(host, name);
        var outage = OutagesOf(host)[0];
        outage.Level.ShouldBe(LogLevel.Warning);
        outage.Message.ShouldContain(reason);
        outage.Message.ShouldNotContain("status");
        // The exception is there for whoever asks for it.
        var detail = host.Log.Details.ShouldHaveSingleItem();
        detail.Level.ShouldBe(LogLevel.Debug);
        detail.Exception.ShouldNotBeNull();
    }

    [Fact]
    public async Task Log_ManyWidgetsOfAHostThatCannotBeReached_IsOneWarning()
    {
        await using var host = await StartAsync(("SessionsWidgets:ApiBaseUrl", "http://127.0.0.1:1"));
        string[] widgets = ["recent-smokes", "recent-smokes?limit=3", "cigar-cards", "session-card", "upcoming-events", "recent-check-ins"];
        foreach (var widget in widgets) _ = await host.Http.GetAsync(new Uri($"/widgets/{widget}", UriKind.Relative));
        CheckOne(host, "upstream.refused");
        // The others are there for whoever asks for them.
        host.Log.Events.Count(name => name == "upstream.refused").ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Log_UpstreamThatHangs_IsOneWarning()
    {
        await using var host = await StartAsync(
            ("SessionsWidgets:Cache:PageBudget", "00:00:00.2"), ("SessionsWidgets:Cache:SoftTimeout", "00:00:00.1"),
            ("SessionsWidgets:Cache:FetchDeadline", "00:00:01"));
        host.Sandbox.Faults.Add("/venues/*", new HoldFault());
        await VisitAsync(host, 3);
        await Eventually.BeTrueAsync(() => OutagesOf(host).Count > 0, () => "the request has timed out");
        await VisitAsync(host, 3);
        CheckOne(host, "upstream.timeout");
        host.Sandbox.Faults.Clear();
    }

    [Fact]
    public async Task Log_UpstreamIsWellAgain_IsOneMoreEntry()
    {
        await using var host = await StartAsync();
        host.Sandbox.Faults.Add("/venues/*", new StatusFault { Status = 500 });
        await VisitAsync(host, 3);
        host.Sandbox.Faults.Clear();
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        await VisitAsync(host, 3);
        // Whether a response is slow depends on how busy the machine of the tests is.
        host.Log.Events.Where(e => e.StartsWith("upstream.", StringComparison.Ordinal) && e != "upstream.slow")
            .ShouldBe(["upstream.5xx", "upstream.recovered"]);
    }

    [Fact]
    public async Task Log_GuestWifiThatCannotBeReached_IsOneWarningWithoutAnException()
    {
        await using var host = await StartAsync(("SessionsWidgets:GuestWifi:ApiBaseUrl", "http://127.0.0.1:1"));
        foreach (var widget in (string[])["guests-online", "guest-visits", "guests-online"])
            _ = await host.Http.GetAsync(new Uri($"/widgets/{widget}", UriKind.Relative));
        CheckOne(host, "upstream.refused");
        host.Log.Details.ShouldBeEmpty();
    }

    private static void CheckOne(LoungeHost host, string name)
    {
        OutagesOf(host).ShouldHaveSingleItem().Id.Name.ShouldBe(name);
        var all = host.Log.Collector.GetSnapshot();
        // At no level: whoever turns logging up for HttpClient does not get requests with addresses of the library.
        all.Where(r => r.Category!.StartsWith("System.Net.Http.HttpClient", StringComparison.Ordinal)).ShouldBeEmpty();
        foreach (var record in all.Where(r => r.Level >= LogLevel.Information))
        {
            record.Exception.ShouldBeNull(record.Message);
            record.Message.ShouldNotContain("   at ");
            record.Message.ShouldNotContain("status ,");
            record.Message.ShouldNotContain("(null)");
        }
    }

    private static List<Microsoft.Extensions.Logging.Testing.FakeLogRecord> OutagesOf(LoungeHost host) =>
        [.. host.Log.Collector.GetSnapshot().Where(r => r.Level >= LogLevel.Warning && r.Category == "SessionsWidgets")];

    private static async Task VisitAsync(LoungeHost host, int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var response = await host.Http.GetAsync(new Uri(Page, UriKind.Relative));
            (await response.Content.ReadAsStringAsync()).ShouldNotBeEmpty();
        }
    }

    private static Task<LoungeHost> StartAsync(params (string Key, string Value)[] settings) =>
        LoungeHost.StartAsync(_ => { }, app => app.MapSessionsWidgets("/widgets"), "Production", settings);

    private static Dictionary<string, string> Header(string name, string value) => new() { [name] = value };
}
