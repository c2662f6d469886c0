using System.Net;
using System.Text.Json;

namespace SessionsWidgets.Sandbox.Tests.Endpoints;

public sealed class CheckInEndpointsTests(RunningSandbox running) : IClassFixture<RunningSandbox>
{
    private const string Lounge = "/venues/stogies-chapin/checkins";

    [Fact]
    public async Task Venue_NoParameters_AnswersTenNewestFirst()
    {
        JsonElement answer = await running.GetAsync(Lounge);

        List<JsonElement> checkIns = [.. answer.GetProperty("data").EnumerateArray()];
        checkIns.Count.ShouldBe(10);
        checkIns.Select(CreatedAt).ShouldBeInOrder(SortDirection.Descending);
        checkIns.ShouldAllBe(checkIn => checkIn.GetProperty("venue").GetProperty("id").GetString() == "stogies-chapin");
        answer.GetProperty("meta").GetRawText().ShouldBe("""{"count":10,"limit":10,"offset":0}""");
    }

    [Fact]
    public async Task Venues_AllPages_HaveTwoThousandWithoutDoubles()
    {
        var ids = new List<string>();
        foreach (string venue in (string[])["stogies-chapin", "copper-leaf", "harbour-nine", "quiet-corner"])
            ids.AddRange(Ids(await running.AllSessionsAsync($"/venues/{venue}/checkins")));

        ids.Count.ShouldBe(2000);
        ids.Distinct().Count().ShouldBe(2000);
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
    public async Task Venue_FromAndTo_KeepsThoseDaysWithBothEnds()
    {
        List<JsonElement> all = await running.AllSessionsAsync(Lounge);
        string[] expected = [.. Ids(all.Where(checkIn => CreatedAt(checkIn)[..10] is "2026-07-10" or "2026-07-11"))];
        expected.Length.ShouldBeInRange(5, 100);

        Ids(await running.SessionsAsync(Lounge + "?limit=100&from=2026-07-10&to=2026-07-11")).ShouldBe(expected);
    }

    [Fact]
    public async Task CheckIn_WithEveryPart_HasTheDocumentedShape()
    {
        JsonElement checkIn = (await running.SessionsAsync(Lounge + "?limit=1"))[0];

        checkIn.GetRawText().ShouldBe($$$"""
            {"id":"{{{checkIn.GetProperty("id").GetString()}}}","createdAt":"2026-07-18T19:54:00.000Z",
            "note":"Corner table by the window. I may never leave.","rating":5,
            "user":{"id":"usr_10011","displayName":"Dee R.","avatarUrl":"{{{running.Sandbox.BaseUrl}}}cdn/users/usr_10011.png"},
            "venue":{"id":"stogies-chapin","name":"Stogies Cigar Lounge & Tap House"}}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task CheckIn_PartWithoutValue_IsNullInSomeAndMissingInOthers()
    {
        List<JsonElement> all = await running.AllSessionsAsync(Lounge);

        foreach (string part in (string[])["note", "rating"])
        {
            all.Any(checkIn => !checkIn.TryGetProperty(part, out _)).ShouldBeTrue($"{part} is never missing");
            all.Any(checkIn => IsNull(checkIn, part)).ShouldBeTrue($"{part} is never null");
        }

        static bool IsNull(JsonElement parent, string name) =>
            parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Null;
    }

    [Fact]
    public async Task Newest_AtTheSamplesLounge_AreFitToBeSeen()
    {
        List<JsonElement> dozen = await running.SessionsAsync(Lounge + "?limit=12");

        dozen.Select(checkIn => checkIn.GetProperty("user").GetProperty("displayName").GetString()).Distinct().Count().ShouldBe(12);
        string.Concat(dozen.Select(checkIn => checkIn.GetRawText())).ShouldNotContain("<");
    }

    [Fact]
    public async Task Brand_HasNoCheckIns_Answers404()
    {
        using HttpResponseMessage answer = await running.Client.GetAsync("/brands/marchetti/checkins");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("\"code\":\"not_found\"");
    }

    private static IEnumerable<string> Ids(IEnumerable<JsonElement> checkIns) =>
        checkIns.Select(checkIn => checkIn.GetProperty("id").GetString()!);

    private static string CreatedAt(JsonElement checkIn) => checkIn.GetProperty("createdAt").GetString()!;
}
