using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.AspNetCore.Tests.Endpoints;

/// <summary>The calendar of the sandbox's events, read by another library.</summary>
public sealed class SandboxCalendarTests
{
    [Fact]
    public async Task Get_EventsOfTheSandbox_ShowTheInstantsOfTheApi()
    {
        await using var site = await TestSite.StartAsync(map: app => app.MapSessionsWidgets("/widgets"));
        using var api = new HttpClient { BaseAddress = site.Sandbox.BaseUrl };
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", site.Sandbox.ApiKey);
        using var body = JsonDocument.Parse(await api.GetStringAsync("/venues/stogies-chapin/events?limit=100"));
        var listed = body.RootElement.GetProperty("data").EnumerateArray()
            .Select(e => (e.GetProperty("title").GetString(), e.GetProperty("startsAt").GetDateTimeOffset(), End(e)))
            .OrderBy(e => e.Item2)
            .ToList();

        var calendar = ReadCalendar.Of(await site.Http.GetByteArrayAsync("/widgets/events.ics"));

        listed.Count.ShouldBeGreaterThan(8);
        calendar.Events.Select(e => (e.Summary, ReadCalendar.StartOf(e), ReadCalendar.EndOf(e))).ShouldBe(listed);
        foreach (var item in calendar.Events)
        {
            var id = item.Uid!.Split('@')[0];
            ReadCalendar.Of(await site.Http.GetByteArrayAsync($"/widgets/events/{id}.ics")).Only.Summary.ShouldBe(item.Summary);
        }

        static DateTimeOffset? End(JsonElement item) =>
            item.TryGetProperty("endsAt", out var end) && end.ValueKind != JsonValueKind.Null ? end.GetDateTimeOffset() : null;
    }
}
