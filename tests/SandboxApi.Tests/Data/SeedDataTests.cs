using System.Text.Json;
using Microsoft.Data.Sqlite;
using SessionsWidgets.Samples.Sandbox.Data;

namespace SessionsWidgets.Samples.Sandbox.Tests.Data;

public sealed class SeedDataTests(RunningSandbox running) : IClassFixture<RunningSandbox>
{
    [Theory]
    [InlineData("SELECT count(*) FROM venues", 4, 4)]
    [InlineData("SELECT count(*) FROM brands", 8, 8)]
    [InlineData("SELECT count(*) FROM cigars", 40, 40)]
    [InlineData("SELECT count(*) FROM cigars WHERE has_picture = 0", 3, 3)]
    [InlineData("SELECT count(*) FROM users", 200, 200)]
    [InlineData("SELECT count(DISTINCT display_name) FROM users", 200, 200)]
    [InlineData("SELECT count(*) FROM users WHERE has_avatar = 0", 20, 40)]
    [InlineData("SELECT count(*) FROM users WHERE length(display_name) > 60", 2, 5)]
    [InlineData("SELECT count(*) FROM sessions", 5000, 5000)]
    [InlineData("SELECT count(DISTINCT user_id) FROM sessions", 200, 200)]
    [InlineData("SELECT count(DISTINCT cigar_id) FROM sessions", 40, 40)]
    [InlineData("SELECT count(*) FROM sessions WHERE cigar_id IS NULL", 100, 300)]
    [InlineData("SELECT count(*) FROM sessions WHERE venue_id IS NULL", 100, 400)]
    [InlineData("SELECT count(*) FROM sessions WHERE rating IS NULL", 400, 900)]
    [InlineData("SELECT count(*) FROM sessions WHERE rating NOT BETWEEN 0 AND 50", 0, 0)]
    [InlineData("SELECT count(*) FROM sessions WHERE note IS NULL", 1800, 2500)]
    [InlineData("SELECT count(DISTINCT note) FROM sessions", 80, 120)]
    [InlineData("SELECT count(*) FROM sessions WHERE length(note) > 400", 20, 100)]
    [InlineData("SELECT count(*) FROM sessions WHERE ended_at IS NULL", 100, 400)]
    [InlineData("SELECT count(*) FROM sessions WHERE started_at > ended_at OR created_at < started_at", 0, 0)]
    [InlineData("SELECT count(*) FROM sessions WHERE featured = 1", 200, 1500)]
    [InlineData("SELECT count(*) FROM sessions WHERE venue_id = 'quiet-corner'", 0, 0)]
    [InlineData("SELECT count(*) FROM events", 27, 27)]
    [InlineData("SELECT count(*) FROM events WHERE venue_id = 'stogies-chapin'", 24, 24)]
    [InlineData("SELECT count(*) FROM events WHERE title LIKE '%<%' OR description LIKE '%<%'", 1, 1)]
    [InlineData("SELECT count(*) FROM check_ins", 2000, 2000)]
    [InlineData("SELECT count(*) FROM check_ins WHERE venue_id = 'stogies-chapin'", 800, 1200)]
    [InlineData("SELECT count(*) FROM check_ins WHERE venue_id = 'quiet-corner'", 0, 0)]
    [InlineData("SELECT count(*) FROM check_ins WHERE rating IS NULL", 500, 900)]
    [InlineData("SELECT count(DISTINCT rating) FROM check_ins", 5, 5)]
    [InlineData("SELECT count(*) FROM check_ins WHERE rating NOT BETWEEN 1 AND 5", 0, 0)]
    [InlineData("SELECT count(*) FROM check_ins WHERE note IS NULL", 1000, 1400)]
    [InlineData("SELECT count(*) FROM check_ins WHERE note LIKE '%<%'", 1, 20)]
    public void Count_OfAllData_IsInRange(string sql, long least, long most) => Query(sql).ShouldBeInRange(least, most);

    [Fact]
    public void Sessions_AllData_AreOfTheLast90Days()
    {
        Query("SELECT min(created_at) FROM sessions").ShouldBeInRange(Milliseconds(-90), Milliseconds(-88));
        Query("SELECT max(created_at) FROM sessions").ShouldBeLessThan(RunningSandbox.Now.ToUnixTimeMilliseconds());
    }

    [Fact]
    public void Sessions_EveryVenue_HaveSomeInProgress()
    {
        long anHourAgo = RunningSandbox.Now.AddHours(-1).ToUnixTimeMilliseconds();
        foreach (string venue in (string[])["stogies-chapin", "copper-leaf", "harbour-nine"])
            Query(
                $"SELECT count(*) FROM sessions WHERE venue_id = '{venue}' AND started_at > {anHourAgo} AND ended_at IS NULL AND "
                + $"duration IS NULL AND rating IS NULL")
                .ShouldBeInRange(2, 4);
    }

    [Fact]
    public void Sessions_EveryVenue_AreAtMostTimesOfDayAndMoreInTheEvening()
    {
        foreach (Venue venue in Catalogue.Venues.Where(venue => venue.Share > 0))
        {
            string hours =
                $"SELECT created_at / 3600000 % 24 AS hour, count(*) AS count FROM sessions WHERE venue_id = '{venue.Id}' GROUP BY hour";
            Query($"SELECT count(*) FROM ({hours})").ShouldBe(24);
            Query($"SELECT sum(count) FROM ({hours}) WHERE (hour - {venue.EveningHour} + 48) % 24 IN (0, 1, 2, 23)")
                .ShouldBeGreaterThan(
                    3 * Query($"SELECT sum(count) FROM ({hours}) WHERE (hour - {venue.EveningHour} + 36) % 24 IN (0, 1, 2, 23)"));
        }
    }

    [Theory]
    [InlineData(0x00C0, 0x017F, "accented Latin")]
    [InlineData(0x0370, 0x03FF, "Greek")]
    [InlineData(0x0400, 0x04FF, "Cyrillic")]
    [InlineData(0x0590, 0x05FF, "Hebrew")]
    [InlineData(0x0600, 0x06FF, "Arabic")]
    [InlineData(0x3040, 0x309F, "Japanese")]
    [InlineData(0x4E00, 0x9FFF, "Chinese")]
    [InlineData(0xAC00, 0xD7AF, "Korean")]
    public void Text_EveryScript_IsInNamesAndNotes(int first, int last, string script)
    {
        Texts("SELECT display_name FROM users").Any(IsOf).ShouldBeTrue($"no {script} name");
        Texts("SELECT DISTINCT note FROM sessions WHERE note IS NOT NULL").Any(IsOf).ShouldBeTrue($"no {script} note");

        bool IsOf(string text) => text.Any(letter => letter >= first && letter <= last);
    }

    [Fact]
    public void Text_Hostile_IsThereButRare()
    {
        Query(
            "SELECT count(*) FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.note LIKE '%<%' OR u.display_name LIKE '%<%' OR "
            + "u.display_name LIKE '%{{%'")
            .ShouldBeInRange(10, 75);
        Query("SELECT count(*) FROM cigars WHERE name LIKE '%<%'").ShouldBe(1);
    }

    [Fact]
    public async Task NewestDozen_AtTheSamplesLounge_IsFitToBeSeen()
    {
        List<JsonElement> dozen = await running.SessionsAsync("/venues/stogies-chapin/sessions?limit=12");

        dozen.Select(session => session.GetProperty("cigar").GetProperty("name").GetString()).Distinct().Count().ShouldBe(12);
        dozen.Select(session => session.GetProperty("user").GetProperty("displayName").GetString()).ShouldBe(
            [
                "Jo E.", "Trevor B.", "María L.", "Sam K.", "نورة ع.", "Bartholomew Featherstone-C.", "美咲 佐.", "Aurélie D.", "Łukasz W.",
                "Анна К.", "Dee R.", "지우 박."]);
        dozen.Count(session => !Has(session, "endedAt")).ShouldBe(2);
        dozen.Count(session => Has(session, "rating")).ShouldBe(9);
        dozen.Count(session => Has(session, "note")).ShouldBe(10);
        string.Concat(dozen.Select(session => session.GetRawText())).ShouldNotContain("<");

        static bool Has(JsonElement session, string part) =>
            session.TryGetProperty(part, out JsonElement value) && value.ValueKind != JsonValueKind.Null;
    }

    [Fact]
    public async Task Start_SameSeedAndClock_AnswersTheSameBytes()
    {
        RunningSandbox again = await RunningSandbox.StartAsync();
        RunningSandbox other = await RunningSandbox.StartAsync(new SandboxOptions { Seed = 2, Clock = running.Clock });
        foreach (string page in (string[])["/venues/copper-leaf/sessions?limit=100", "/venues/copper-leaf/checkins?limit=100"])
        {
            byte[] first = await BytesAsync(running, page);
            (await BytesAsync(again, page)).ShouldBe(first);
            (await BytesAsync(other, page)).ShouldNotBe(first);
        }

        // Events are the same for every seed.
        const string Events = "/venues/stogies-chapin/events?status=all&limit=100";
        (await BytesAsync(again, Events)).ShouldBe(await BytesAsync(running, Events));
        (await BytesAsync(other, Events)).ShouldBe(await BytesAsync(running, Events));
        await again.DisposeAsync();
        await other.DisposeAsync();
    }

    /// <summary>Under one name for all of them: the addresses of pictures are those of the host that was asked.</summary>
    private static async Task<byte[]> BytesAsync(RunningSandbox sandbox, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "sandbox.example" } };
        using HttpResponseMessage answer = await sandbox.Client.SendAsync(request);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    private static long Milliseconds(int days) => RunningSandbox.Now.AddDays(days).ToUnixTimeMilliseconds();

    private static long Query(string sql) => Read(sql, reader => reader.GetInt64(0)).Single();

    private static List<string> Texts(string sql) => Read(sql, reader => reader.GetString(0));

    private static List<T> Read<T>(string sql, Func<SqliteDataReader, T> row)
    {
        using var database = new SandboxDatabase();
        Seeder.Fill(database, seed: 1, RunningSandbox.Now);
        using SqliteConnection connection = database.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own text.
        command.CommandText = sql;
#pragma warning restore CA2100
        using SqliteDataReader reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }
}
