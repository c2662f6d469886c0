using System.Globalization;
using System.Net;
using System.Text.Json;

namespace SessionsWidgets.Sandbox.Tests.Endpoints;

public sealed class EventEndpointsTests(RunningSandbox running) : IClassFixture<RunningSandbox>
{
    private const string Lounge = "/venues/stogies-chapin/events";
    private const string Tonight = "evt_10011";
    private const string WithoutEnd = "evt_10015";

    [Fact]
    public async Task Venue_NoParameters_AnswersTheTenUpcoming()
    {
        JsonElement answer = await running.GetAsync(Lounge);

        List<JsonElement> events = [.. answer.GetProperty("data").EnumerateArray()];
        events.Count.ShouldBe(10);
        events.ShouldAllBe(item => StartsAt(item) > RunningSandbox.Now);
        answer.GetProperty("meta").GetRawText().ShouldBe("""{"count":10,"limit":10,"offset":0}""");
        events.Min(StartsAt).ShouldBe(RunningSandbox.Now.AddHours(3), "one is tonight");
    }

    [Fact]
    public async Task Status_EachValue_KeepsItsPart()
    {
        string[] all = await IdsAsync(Lounge + "?status=all&limit=100");
        string[] upcoming = await IdsAsync(Lounge + "?status=upcoming&limit=100");
        string[] past = await IdsAsync(Lounge + "?status=past&limit=100");

        all.Length.ShouldBe(24);
        upcoming.Length.ShouldBe(10);
        past.Length.ShouldBe(14);
        all.ShouldBe([.. upcoming.Concat(past).Order()]);
    }

    [Theory]
    [InlineData("upcoming")]
    [InlineData("past")]
    [InlineData("all")]
    public async Task Order_EveryStatus_IsNotThatOfTheStartsButAlwaysTheSame(string status)
    {
        List<JsonElement> events = await running.SessionsAsync($"{Lounge}?status={status}&limit=100");
        DateTimeOffset[] starts = [.. events.Select(StartsAt)];

        starts.SequenceEqual(starts.Order()).ShouldBeFalse();
        starts.SequenceEqual(starts.OrderDescending()).ShouldBeFalse();
        (await IdsAsync($"{Lounge}?status={status}&limit=100")).ShouldBe(Ids(events));
    }

    [Fact]
    public async Task Pages_AllOfThem_HaveEveryEventOnce()
    {
        var pages = new List<string>();
        for (int offset = 0; offset < 30; offset += 10)
            pages.AddRange(await IdsAsync($"{Lounge}?status=all&limit=10&offset={offset}"));

        pages.ShouldBe(await IdsAsync(Lounge + "?status=all&limit=100"));
        (await running.GetAsync(Lounge + "?status=all&limit=5&offset=24")).GetRawText()
            .ShouldBe("""{"data":[],"meta":{"count":0,"limit":5,"offset":24}}""");
    }

    [Fact]
    public async Task FromAndTo_OnTheStart_KeepsThoseDaysWithBothEnds()
    {
        List<JsonElement> all = await running.SessionsAsync(Lounge + "?status=all&limit=100");
        DateTimeOffset[] inJuly = [.. all.Select(StartsAt).Where(start => start.UtcDateTime is { Year: 2026, Month: 7 }).Order()];
        var first = DateOnly.FromDateTime(inJuly[0].UtcDateTime);
        var last = DateOnly.FromDateTime(inJuly[^1].UtcDateTime);

        List<JsonElement> found = await running.SessionsAsync(Days(first, last));

        inJuly.Length.ShouldBeGreaterThan(3);
        found.Select(StartsAt).Order().ShouldBe(inJuly);
        (await IdsAsync(Days(first.AddDays(1), last.AddDays(-1)))).Length.ShouldBeLessThan(inJuly.Length - 1, "both ends had one");

        static string Days(DateOnly from, DateOnly to) => string.Create(
            CultureInfo.InvariantCulture, $"{Lounge}?status=all&limit=100&from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}");
    }

    [Fact]
    public async Task Featured_True_KeepsThoseAndFalseChangesNothing()
    {
        List<JsonElement> all = await running.SessionsAsync(Lounge + "?status=all&limit=100");
        string[] featured = [.. Ids(all.Where(item => item.GetProperty("featured").GetBoolean()))];

        featured.Length.ShouldBeInRange(5, 12);
        (await IdsAsync(Lounge + "?status=all&limit=100&featured=true")).ShouldBe(featured);
        (await IdsAsync(Lounge + "?status=all&limit=100&featured=false")).ShouldBe(Ids(all));
    }

    [Fact]
    public async Task Status_ClockPassesTheEnd_MovesTheEventAtThatMoment()
    {
        RunningSandbox own = await RunningSandbox.StartAsync();
        own.Clock.Advance(TimeSpan.FromHours(6) - TimeSpan.FromMilliseconds(1));
        (await IdsAsync(own, "upcoming")).ShouldContain(Tonight);
        (await IdsAsync(own, "past")).ShouldNotContain(Tonight);

        own.Clock.Advance(TimeSpan.FromMilliseconds(1));
        (await IdsAsync(own, "upcoming")).ShouldNotContain(Tonight);
        (await IdsAsync(own, "past")).ShouldContain(Tonight);
        await own.DisposeAsync();
    }

    [Fact]
    public async Task Status_EventWithoutEnd_IsUpcomingUntilItsDayEnds()
    {
        RunningSandbox own = await RunningSandbox.StartAsync();
        // Sunday 2 August, 12:30 PM to midnight in New York.
        own.Clock.Advance(new DateTimeOffset(2026, 8, 3, 3, 59, 59, TimeSpan.Zero) - RunningSandbox.Now);
        (await IdsAsync(own, "upcoming")).ShouldContain(WithoutEnd);

        own.Clock.Advance(TimeSpan.FromSeconds(1));
        (await IdsAsync(own, "past")).ShouldContain(WithoutEnd);
        await own.DisposeAsync();
    }

    [Fact]
    public async Task Brand_AnswersItsEvents()
    {
        (await IdsAsync("/brands/valle-oscuro/events")).ShouldBe(["evt_10009", "evt_10013"]);
        (await IdsAsync("/brands/casa-belmonte/events?status=all")).ShouldBe(["evt_10001", "evt_10019"]);
        (await running.GetAsync("/brands/hanabira/events?limit=3")).GetRawText()
            .ShouldBe("""{"data":[],"meta":{"count":0,"limit":3,"offset":0}}""");
    }

    [Fact]
    public async Task Venue_Others_HaveListsOfTheirOwn()
    {
        (await IdsAsync("/venues/copper-leaf/events?status=all")).ShouldBe(["evt_10025", "evt_10026"]);
        (await IdsAsync("/venues/harbour-nine/events")).ShouldBe(["evt_10027"]);
        (await IdsAsync("/venues/quiet-corner/events?status=all")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Event_WithEveryPart_HasTheDocumentedShape()
    {
        JsonElement item = await EventAsync("evt_10013");

        item.GetRawText().ShouldBe($$"""
            {"id":"evt_10013","title":"Midnight in the Humidor","description":"{{item.GetProperty("description").GetString()}}",
            "startsAt":"2026-07-26T00:00:00.000Z","endsAt":"2026-07-26T06:00:00.000Z","timezone":"America/New_York",
            "locationName":"Stogies Cigar Lounge & Tap House","address":"Chapin, SC",
            "imageUrl":"{{running.Sandbox.BaseUrl}}cdn/events/evt_10013.png","featured":true,
            "externalUrl":"https://stogies.example.com/events/midnight","ticketUrl":"https://tickets.example.com/midnight"}
            """.ReplaceLineEndings(""));
    }

    [Theory]
    [InlineData("evt_10010", "2026-08-21T20:00:00.000Z", "2026-08-23T18:00:00.000Z", "America/New_York")]
    [InlineData("evt_10009", "2026-12-05T15:00:00.000Z", "2026-12-05T22:00:00.000Z", "America/Managua")]
    [InlineData("evt_10011", "2026-07-18T23:00:00.000Z", "2026-07-19T02:00:00.000Z", "America/New_York")]
    [InlineData("evt_10015", "2026-08-02T16:30:00.000Z", null, "America/New_York")]
    [InlineData("evt_10016", "2026-06-08T22:00:00.000Z", "2026-06-09T01:30:00.000Z", null)]
    public async Task Event_Special_HasItsTimes(string id, string start, string? end, string? timezone)
    {
        JsonElement item = await EventAsync(id);

        item.GetProperty("startsAt").GetString().ShouldBe(start);
        Text(item, "endsAt").ShouldBe(end);
        Text(item, "timezone").ShouldBe(timezone);
    }

    [Fact]
    public async Task Event_OptionalParts_AreThereInSomeAndLackingInOthers()
    {
        List<JsonElement> all = await running.SessionsAsync(Lounge + "?status=all&limit=100");

        all.Count(item => Text(item, "imageUrl") is null).ShouldBe(1);
        all.Count(item => Text(item, "endsAt") is null).ShouldBe(1);
        all.ShouldContain(item => Text(item, "externalUrl") != null && Text(item, "ticketUrl") != null);
        all.ShouldContain(item => Text(item, "externalUrl") != null && Text(item, "ticketUrl") == null);
        all.ShouldContain(item => Text(item, "externalUrl") == null && Text(item, "ticketUrl") != null);
        all.ShouldContain(item => Text(item, "externalUrl") == null && Text(item, "ticketUrl") == null);
        foreach (string part in (string[])["externalUrl", "ticketUrl"])
        {
            all.Any(item => !item.TryGetProperty(part, out _)).ShouldBeTrue($"{part} is never missing");
            all.Any(item => IsNull(item, part)).ShouldBeTrue($"{part} is never null");
        }

        int[] lengths = [.. all.Select(item => item.GetProperty("description").GetString()!.Length)];
        lengths.Min().ShouldBeLessThan(80);
        lengths.Max().ShouldBeGreaterThan(800);
    }

    [Fact]
    public async Task Cancel_FromCode_RemovesTheEventFromEveryList()
    {
        RunningSandbox own = await RunningSandbox.StartAsync();

        own.Sandbox.CancelEvent("evt_10013").ShouldBeTrue();
        own.Sandbox.CancelEvent("evt_10013").ShouldBeFalse();

        (await IdsAsync(own, "all")).Length.ShouldBe(23);
        (await own.SessionsAsync("/brands/valle-oscuro/events")).Count.ShouldBe(1);
        await own.DisposeAsync();
    }

    [Fact]
    public async Task Cancel_ByHttp_NeedsNoKeyMeetsNoFaultAndIsNotRecorded()
    {
        RunningSandbox own = await RunningSandbox.StartAsync();
        own.Sandbox.Faults.Add("/_events/*", new Sandbox.Faults.StatusFault { Status = 500 });
        using var client = new HttpClient { BaseAddress = own.Sandbox.BaseUrl };

        using HttpResponseMessage cancelled = await client.DeleteAsync("/_events/evt_10014");
        using HttpResponseMessage again = await client.DeleteAsync("/_events/evt_10014");

        cancelled.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        own.Sandbox.Requests.Count.ShouldBe(0);
        (await IdsAsync(own, "upcoming")).Length.ShouldBe(9);
        await own.DisposeAsync();
    }

    private static async Task<string[]> IdsAsync(RunningSandbox sandbox, string status) =>
        [.. Ids(await sandbox.SessionsAsync($"{Lounge}?limit=100&status={status}"))];

    private static IEnumerable<string> Ids(IEnumerable<JsonElement> events) =>
        events.Select(item => item.GetProperty("id").GetString()!);

    private static DateTimeOffset StartsAt(JsonElement item) => item.GetProperty("startsAt").GetDateTimeOffset();

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static bool IsNull(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Null;

    private async Task<string[]> IdsAsync(string path) => [.. Ids(await running.SessionsAsync(path))];

    private async Task<JsonElement> EventAsync(string id) =>
        (await running.SessionsAsync(Lounge + "?status=all&limit=100")).Single(item => item.GetProperty("id").GetString() == id);
}
