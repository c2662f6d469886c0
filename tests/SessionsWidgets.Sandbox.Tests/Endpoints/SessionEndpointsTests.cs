using System.Text.Json;

namespace SessionsWidgets.Sandbox.Tests.Endpoints;

public sealed class SessionEndpointsTests(RunningSandbox running) : IClassFixture<RunningSandbox>
{
    private const string Lounge = "/venues/stogies-chapin/sessions";

    [Fact]
    public async Task Venue_NoParameters_AnswersTenNewestFirst()
    {
        JsonElement answer = await running.GetAsync(Lounge);

        JsonElement[] sessions = [.. answer.GetProperty("data").EnumerateArray()];
        sessions.Length.ShouldBe(10);
        sessions.Select(CreatedAt).ShouldBeInOrder(SortDirection.Descending);
        sessions.ShouldAllBe(session => session.GetProperty("venue").GetProperty("id").GetString() == "stogies-chapin");
        answer.GetProperty("meta").GetRawText().ShouldBe("""{"count":10,"limit":10,"offset":0}""");
    }

    [Fact]
    public async Task Venue_LimitAndOffset_AnswersThatWindow()
    {
        List<JsonElement> first = await running.SessionsAsync(Lounge + "?limit=7");
        JsonElement answer = await running.GetAsync(Lounge + "?limit=4&offset=3");

        Ids(answer.GetProperty("data").EnumerateArray()).ShouldBe(Ids(first.Skip(3)));
        answer.GetProperty("meta").GetRawText().ShouldBe("""{"count":4,"limit":4,"offset":3}""");
    }

    [Fact]
    public async Task Venue_AllPages_HaveEverySessionOnce()
    {
        List<JsonElement> all = await running.AllSessionsAsync(Lounge);

        all.Count.ShouldBeGreaterThan(2000);
        Ids(all).Distinct().Count().ShouldBe(all.Count);
        JsonElement behind = await running.GetAsync($"{Lounge}?offset={all.Count}");
        behind.GetRawText().ShouldBe($$$"""{"data":[],"meta":{"count":0,"limit":10,"offset":{{{all.Count}}}}}""");
    }

    [Fact]
    public async Task Venue_FromAndTo_KeepsThoseDaysWithBothEnds()
    {
        List<JsonElement> all = await running.AllSessionsAsync(Lounge);
        string[] expected = [.. Ids(all.Where(session => Day(session) is "2026-07-01" or "2026-07-02"))];
        expected.Length.ShouldBeInRange(10, 100);

        Ids(await running.SessionsAsync(Lounge + "?limit=100&from=2026-07-01&to=2026-07-02")).ShouldBe(expected);
    }

    [Theory]
    [InlineData("from=2026-07-15")]
    [InlineData("to=2026-05-01")]
    public async Task Venue_OneEnd_LeavesTheOtherOpen(string end)
    {
        List<JsonElement> all = await running.AllSessionsAsync(Lounge);
        bool isFrom = end.StartsWith("from", StringComparison.Ordinal);
        string day = end[(end.IndexOf('=') + 1)..];
        IEnumerable<JsonElement> expected = all.Where(session =>
            isFrom ? string.CompareOrdinal(Day(session), day) >= 0 : string.CompareOrdinal(Day(session), day) <= 0);

        Ids(await running.SessionsAsync($"{Lounge}?limit=100&{end}")).ShouldBe(Ids(expected.Take(100)));
    }

    [Fact]
    public async Task Venue_LastDayOfTheCalendar_LeavesNothingOut() =>
        Ids(await running.SessionsAsync(Lounge + "?from=0001-01-01&to=9999-12-31")).ShouldBe(Ids(await running.SessionsAsync(Lounge)));

    [Fact]
    public async Task Venue_Featured_KeepsSome()
    {
        List<JsonElement> all = await running.AllSessionsAsync(Lounge);
        List<JsonElement> featured = await running.SessionsAsync(Lounge + "?limit=100&featured=true");

        featured.Count.ShouldBe(100);
        Ids(featured).ShouldBeSubsetOf(Ids(all));
        Ids(featured).ShouldNotBe(Ids(all.Take(100)));
        Ids(await running.SessionsAsync(Lounge + "?featured=false")).ShouldBe(Ids(all.Take(10)));
    }

    [Fact]
    public async Task Venue_WithoutSessions_AnswersAnEmptyList() =>
        (await running.GetAsync("/venues/quiet-corner/sessions"))
            .GetRawText()
            .ShouldBe("""{"data":[],"meta":{"count":0,"limit":10,"offset":0}}""");

    [Fact]
    public async Task Brand_AnswersItsCigarsFromEveryVenue()
    {
        List<JsonElement> sessions = await running.AllSessionsAsync("/brands/casa-belmonte/sessions");

        sessions.ShouldAllBe(session => session.GetProperty("cigar").GetProperty("brandName").GetString() == "Casa Belmonte");
        sessions.Select(VenueId).Distinct().Count().ShouldBe(4, "three venues and home");
        sessions.Select(session => session.GetProperty("cigar").GetProperty("id").GetString()).Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public async Task Brand_EveryParameter_IsHeeded()
    {
        JsonElement answer =
            await running.GetAsync("/brands/marchetti/sessions?limit=2&offset=1&from=2026-06-01&to=2026-06-30&featured=true");

        answer.GetProperty("data").EnumerateArray().Select(Day).ShouldAllBe(day => day.StartsWith("2026-06-", StringComparison.Ordinal));
        answer.GetProperty("meta").GetRawText().ShouldBe("""{"count":2,"limit":2,"offset":1}""");
    }

    [Fact]
    public async Task Cigar_AnswersItsSessionsFromEveryVenue()
    {
        List<JsonElement> sessions = await running.AllSessionsAsync("/cigars/cgr_10006/sessions");

        sessions.Count.ShouldBeGreaterThan(100);
        sessions.ShouldAllBe(session => session.GetProperty("cigar").GetProperty("name").GetString() == "Maduro Toro");
        sessions.Select(VenueId).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public async Task Cigar_EveryParameter_IsHeededAndFeaturedIsUnknown()
    {
        const string Query = "?limit=3&offset=2&from=2026-06-01&to=2026-06-30";
        JsonElement answer = await running.GetAsync("/cigars/cgr_10001/sessions" + Query);

        answer.GetProperty("data").EnumerateArray().Select(Day).ShouldAllBe(day => day.StartsWith("2026-06-", StringComparison.Ordinal));
        answer.GetProperty("meta").GetRawText().ShouldBe("""{"count":3,"limit":3,"offset":2}""");
        (await running.GetAsync("/cigars/cgr_10001/sessions" + Query + "&featured=perhaps")).GetRawText().ShouldBe(answer.GetRawText());
    }

    [Fact]
    public async Task Session_WithEveryPart_HasTheDocumentedShape()
    {
        List<JsonElement> sessions = await running.SessionsAsync(Lounge + "?limit=3");

        sessions[2].GetRawText().ShouldBe($$$"""
            {"id":"{{{sessions[2].GetProperty("id").GetString()}}}",
            "createdAt":"2026-07-18T19:10:01.000Z",
            "startedAt":"2026-07-18T17:54:26.000Z",
            "endedAt":"2026-07-18T19:08:26.000Z",
            "durationSeconds":4440,
            "rating":4.8,
            "note":"Cedar and cream from the first third, then a long cocoa finish. Never needed a touch-up.",
            "user":{"id":"usr_10002","displayName":"María L.",
            "avatarUrl":"{{{running.Sandbox.BaseUrl}}}cdn/users/usr_10002.png"},
            "cigar":{"id":"cgr_10006","name":"Maduro Toro","brandName":"Valle Oscuro",
            "imageUrl":"{{{running.Sandbox.BaseUrl}}}cdn/cigars/cgr_10006.png"},
            "venue":{"id":"stogies-chapin","name":"Stogies Cigar Lounge & Tap House"}}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task Session_PartWithoutValue_IsNullInSomeAndMissingInOthers()
    {
        List<JsonElement> sessions = await running.AllSessionsAsync("/brands/casa-belmonte/sessions");

        foreach (string part in (string[])["startedAt", "endedAt", "durationSeconds", "rating", "note", "venue"])
        {
            sessions.Any(session => IsMissing(session, part)).ShouldBeTrue($"{part} is never missing");
            sessions.Any(session => IsNull(session, part)).ShouldBeTrue($"{part} is never null");
        }

        sessions.Any(session => IsNull(session.GetProperty("user"), "avatarUrl")).ShouldBeTrue();
        sessions.Any(session => IsMissing(session.GetProperty("user"), "avatarUrl")).ShouldBeTrue();

        static bool IsMissing(JsonElement parent, string name) => !parent.TryGetProperty(name, out _);

        static bool IsNull(JsonElement parent, string name) =>
            parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Null;
    }

    private static IEnumerable<string> Ids(IEnumerable<JsonElement> sessions) =>
        sessions.Select(session => session.GetProperty("id").GetString()!);

    private static string CreatedAt(JsonElement session) => session.GetProperty("createdAt").GetString()!;

    private static string Day(JsonElement session) => CreatedAt(session)[..10];

    private static string? VenueId(JsonElement session) =>
        session.TryGetProperty("venue", out JsonElement venue) && venue.ValueKind == JsonValueKind.Object
            ? venue.GetProperty("id").GetString()
            : null;
}
