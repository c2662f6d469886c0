using System.Net;
using System.Reflection;
using Microsoft.Extensions.Logging;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Http;

/// <summary>The table of faults: each row is an event of its own.</summary>
public sealed class ApiFaultTests
{
    private static readonly DateTimeOffset NextTry = new(2026, 7, 18, 23, 30, 5, TimeSpan.Zero);

    /// <summary>Every row of the table.</summary>
    internal static IReadOnlyList<ApiFault> All { get; } =
    [
        .. typeof(ApiFault).GetProperties(BindingFlags.Static | BindingFlags.Public)
            .Where(p => p.PropertyType == typeof(ApiFault))
            .Select(p => (ApiFault)p.GetValue(null)!),
    ];

    [Theory]
    [InlineData(101, "Upstream fails")]
    [InlineData(110, "Upstream's host name cannot be resolved")]
    [InlineData(131, "Upstream rejects the key")]
    [InlineData(148, "Upstream counts items that it does not send")]
    public void Log_AnyRow_TellsItsTextAndTheFacts(int id, string text)
    {
        var fault = All.Single(f => f.Event.Id == id);
        using var log = new RecordingLogger();
        Log(fault, log, HttpStatusCode.BadGateway);
        log.Events.ShouldBe([fault.Name]);
        var (level, _, logged) = log.Entries.ShouldHaveSingleItem();
        level.ShouldBe(fault.Level);
        logged.Trim().ShouldBe(
            $"{text} (source boxpressd, query 0a1b, status 502, after 1235 ms, attempt 3, next try 2026-07-18T23:30:05.0000000+00:00): "
            + "GET https://api.example.com/venues/lounge/sessions: the reason.");
    }

    [Fact]
    public void Log_WithoutAResponse_LeavesTheStatusOut()
    {
        using var log = new RecordingLogger();
        Log(ApiFault.Refused, log, null);
        log.Entries.ShouldHaveSingleItem().Text.Trim().ShouldBe(
            "Upstream refuses connections (source boxpressd, query 0a1b, after 1235 ms, attempt 3, next try "
            + "2026-07-18T23:30:05.0000000+00:00): GET https://api.example.com/venues/lounge/sessions: the reason.");
        log.Collector.LatestRecord.StructuredState!.ShouldNotContain(p => p.Key == "Status");
    }

    [Fact]
    public void Log_EveryRow_HasATextOfItsOwn()
    {
        using var log = new RecordingLogger();
        foreach (var fault in All) Log(fault, log, null);
        All.Count.ShouldBe(42);
        log.Events.ShouldBe(All.Select(f => f.Name));
        log.Entries.Select(e => e.Text).ShouldBeUnique();
    }

    private static void Log(ApiFault fault, RecordingLogger log, HttpStatusCode? status)
    {
        var error = new ApiException(fault, new Uri("https://api.example.com/venues/lounge/sessions?limit=5"), "the reason.", status);
        fault.Log(log.CreateLogger("SessionsWidgets"), "boxpressd", "0a1b", error, TimeSpan.FromMilliseconds(1234.56), 3, NextTry);
    }
}
