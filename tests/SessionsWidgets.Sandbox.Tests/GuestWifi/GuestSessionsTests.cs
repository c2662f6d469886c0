using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SessionsWidgets.Sandbox.Tests.GuestWifi;

public sealed partial class GuestSessionsTests(RunningGuestWifi running) : IClassFixture<RunningGuestWifi>
{
    private const string Lounge = "oVq3TzKcWnB";

    [Fact]
    public async Task Sessions_NoParameters_AnswersTenAndLinksAsDocumented()
    {
        JsonElement page = await running.GetAsync("/sessions");

        page.GetProperty("data").GetArrayLength().ShouldBe(10);
        page.GetProperty("links")
            .GetRawText()
            .ShouldBe(
                $$"""{"first":"{{running.Root}}/sessions?page=1","last":null,"prev":null,"next":"{{running.Root}}/sessions?page=2"}""");
        page.GetProperty("meta")
            .GetRawText()
            .ShouldBe($$"""{"current_page":1,"from":1,"path":"{{running.Root}}/sessions","per_page":10,"to":10}""");
    }

    [Fact]
    public async Task Sessions_MiddlePage_LinksBothWaysWithThePageAlone()
    {
        JsonElement page = await running.GetAsync($"/sessions?per_page=20&page=3&location_id={Lounge}");

        page.GetProperty("links").GetProperty("prev").GetString().ShouldBe(running.Root + "/sessions?page=2");
        page.GetProperty("links").GetProperty("next").GetString().ShouldBe(running.Root + "/sessions?page=4");
        page.GetProperty("meta").GetProperty("from").GetInt32().ShouldBe(41);
        page.GetProperty("meta").GetProperty("to").GetInt32().ShouldBe(60);
    }

    [Fact]
    public async Task Sessions_BehindTheLastPage_AreNone()
    {
        JsonElement page = await running.GetAsync("/sessions?per_page=100&page=51");

        page.GetProperty("data").GetArrayLength().ShouldBe(0);
        page.GetProperty("links").GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
        page.GetProperty("meta").GetProperty("from").ValueKind.ShouldBe(JsonValueKind.Null);
        page.GetProperty("meta").GetProperty("to").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Sessions_AllPages_HaveEverySessionOnceLatestStartFirst()
    {
        List<JsonElement> all = await running.AllAsync();

        all.Count.ShouldBe(5000);
        all.Select(session => session.GetRawText()).Distinct().Count().ShouldBe(5000);
        all.Select(session => Text(session, "start_time")).ShouldBeInOrder(SortDirection.Descending);
        all.Select(session => Text(session, "location_id")).Distinct().Count().ShouldBe(3);
        all.Select(session => Text(session, "guest_id")).Distinct().Count().ShouldBeInRange(850, 900);
    }

    [Fact]
    public async Task Session_Ended_HasTheDocumentedShape()
    {
        JsonElement session = (await running.GetAsync("/sessions?online=false&per_page=1")).GetProperty("data")[0];

        session.EnumerateObject().Select(part => part.Name).ShouldBe(
        [
            "id", "location_id", "location_name", "guest_device_description", "guest_device_mac", "guest_device_ip", "access_code",
            "login_type_name", "service_profile_name", "total_duration", "downloaded_data", "uploaded_data", "connection_status",
            "connection_status_value", "start_time", "start_time_formatted", "end_time", "end_time_formatted", "guest_id", "yas_id",
        ]);
        Text(session, "connection_status").ShouldBe("Offline");
        session.GetProperty("connection_status_value").GetInt32().ShouldBe(0);
        Text(session, "start_time")!.ShouldMatch("^2026-07-18T[0-9]{2}:[0-9]{2}:[0-9]{2}\\+00:00$");
        DateTimeOffset start = Time(session, "start_time");
        Text(session, "start_time_formatted").ShouldBe(start.AddHours(3).ToString("yyyy-MM-dd h:mm tt", CultureInfo.InvariantCulture));
        Duration(session).ShouldBe(Time(session, "end_time") - start);
    }

    [Fact]
    public async Task Sessions_Online_HaveNoEndYet()
    {
        List<JsonElement> online = await running.AllAsync("&online=true");

        online.Count.ShouldBe(23);
        online.GroupBy(session => Text(session, "location_name")).ToDictionary(group => group.Key!, group => group.Count())
            .ShouldBe(
                new Dictionary<string, int> { ["Stogies Chapin"] = 14, ["Copper Leaf"] = 7, ["Harbour Nine"] = 2 }, ignoreOrder: true);
        foreach (JsonElement session in online)
        {
            session.GetProperty("end_time").ValueKind.ShouldBe(JsonValueKind.Null);
            session.GetProperty("end_time_formatted").ValueKind.ShouldBe(JsonValueKind.Null);
            session.GetProperty("connection_status_value").GetInt32().ShouldBe(1);
            Duration(session).ShouldBe(RunningSandbox.Now - Time(session, "start_time"));
        }

        (await running.AllAsync("&online=false")).Count.ShouldBe(4977);
    }

    [Fact]
    public async Task Sessions_LongStays_CountHoursBeyondADay()
    {
        List<JsonElement> all = await running.AllAsync();

        all.Count(session => Duration(session) > TimeSpan.FromHours(24)).ShouldBeInRange(10, 60);
        all.ShouldContain(session => Duration(session) > TimeSpan.FromHours(24) && Text(session, "connection_status") == "Online");
        all.ShouldAllBe(session => DurationPattern().IsMatch(Text(session, "total_duration")!));
    }

    [Fact]
    public async Task Sessions_Older_LackTheLaterFields()
    {
        List<JsonElement> all = await running.AllAsync();

        foreach (JsonElement session in all)
        {
            bool isOld = RunningSandbox.Now - Time(session, "start_time") > TimeSpan.FromDays(60);
            foreach (string field in (string[])["id", "yas_id", "service_profile_name"])
                session.TryGetProperty(field, out _).ShouldBe(!isOld);
        }

        all.Count(session => !session.TryGetProperty("id", out _)).ShouldBeGreaterThan(1000);
    }

    [Fact]
    public async Task Sessions_Sizes_AreTextInSteps()
    {
        List<JsonElement> all = await running.AllAsync();
        string[] sizes = [.. all.SelectMany(session => new[] { Text(session, "downloaded_data")!, Text(session, "uploaded_data")! })];

        sizes.ShouldAllBe(size => SizePattern().IsMatch(size));
        sizes.Select(size => size[(size.IndexOf(' ') + 1)..]).Distinct().ShouldBe(["B", "kB", "MB", "GB"], ignoreOrder: true);
    }

    [Fact]
    public async Task Filter_ByGuestDeviceYasAndLocation_KeepsThose()
    {
        JsonElement some = (await running.GetAsync("/sessions?page=2")).GetProperty("data")[3];
        List<JsonElement> all = await running.AllAsync();
        string guest = Text(some, "guest_id")!;
        int expected = all.Count(session => Text(session, "guest_id") == guest);

        expected.ShouldBeGreaterThan(1);
        string[] filters =
        [
            $"guest_id={guest}",
            $"guest_device_mac={Text(some, "guest_device_mac")!.ToUpperInvariant()}",
            $"yas_id={Text(some, "yas_id")}",
        ];
        foreach (string filter in filters)
        {
            (await running.AllAsync("&" + filter)).ShouldAllBe(session => Text(session, "guest_id") == guest);
            (await running.CountAsync("?" + filter)).ShouldBe(expected);
        }

        int inLounge = all.Count(session => Text(session, "location_id") == Lounge);
        inLounge.ShouldBeInRange(2300, 2700);
        (await running.AllAsync("&location_id=" + Lounge)).Count.ShouldBe(inLounge);
        (await running.CountAsync("?location_id=nowhere")).ShouldBe(0);
    }

    [Fact]
    public async Task Filter_ByDays_MeansStartedFromAndEndedBefore()
    {
        List<JsonElement> all = await running.AllAsync();
        DateTimeOffset from = new(2026, 7, 10, 0, 0, 0, TimeSpan.Zero);
        DateTimeOffset before = new(2026, 7, 12, 0, 0, 0, TimeSpan.Zero);

        List<JsonElement> found = await running.AllAsync("&start_time=2026-07-10&end_time=2026-07-12");

        found.Count.ShouldBeGreaterThan(50);
        found.Select(session => session.GetRawText()).ShouldBe(all
            .Where(
                session =>
                    Time(session, "start_time") >= from
                        && session.GetProperty("end_time").ValueKind != JsonValueKind.Null
                        && Time(session, "end_time") < before)
            .Select(session => session.GetRawText()));
        (await running.CountAsync("?start_time=2026-07-10&end_time=2026-07-12")).ShouldBe(found.Count);
    }

    [Fact]
    public async Task Count_EveryFilterTogether_CountsWhatTheListHas()
    {
        const string Filter = $"location_id={Lounge}&online=true&start_time=2026-07-18";

        long count = await running.CountAsync("?" + Filter + "&last_session_first=true");

        count.ShouldBe((await running.AllAsync("&" + Filter)).Count);
        count.ShouldBe(13, "one of the fourteen has been here since yesterday");
        (await running.GetAsync("/sessions/count")).GetRawText().ShouldBe("""{"count":5000}""");
    }

    [Theory]
    [InlineData("/sessions?per_page=0", "per_page")]
    [InlineData("/sessions?per_page=101", "per_page")]
    [InlineData("/sessions?page=0", "page")]
    [InlineData("/sessions?page=two", "page")]
    [InlineData("/sessions?online=1", "online")]
    [InlineData("/sessions?start_time=18.07.2026", "start_time")]
    [InlineData("/sessions?end_time=2026-13-01", "end_time")]
    [InlineData("/sessions?guest_device_mac=14:2d:27", "guest_device_mac")]
    [InlineData("/sessions?guest_device_mac=14:2d:27:e7:40:zz", "guest_device_mac")]
    [InlineData("/sessions/count?online=maybe", "online")]
    [InlineData("/sessions/count?last_session_first=x", "last_session_first")]
    public async Task Parameter_Bad_Answers400NamingIt(string path, string parameter)
    {
        using HttpResponseMessage answer = await running.Client.GetAsync(new Uri(running.Root + path));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using JsonDocument body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        body.RootElement.GetProperty("error").GetProperty("parameter").GetString().ShouldBe(parameter);
    }

    [GeneratedRegex("^[0-9]{2,}:[0-5][0-9]:[0-5][0-9]$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex DurationPattern();

    [GeneratedRegex(@"^[0-9]{1,3}(\.[0-9]{1,2})? (B|kB|MB|GB)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex SizePattern();

    private static string? Text(JsonElement session, string name) =>
        session.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static DateTimeOffset Time(JsonElement session, string name) =>
        DateTimeOffset.Parse(Text(session, name)!, CultureInfo.InvariantCulture);

    private static TimeSpan Duration(JsonElement session)
    {
        int[] parts = [.. Text(session, "total_duration")!.Split(':').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        return new TimeSpan(0, parts[0], parts[1], parts[2]);
    }
}
