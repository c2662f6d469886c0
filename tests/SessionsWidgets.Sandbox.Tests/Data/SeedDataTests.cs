using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using SessionsWidgets.Sandbox.Data;
using SessionsWidgets.Sandbox.Data.CheckIns;
using SessionsWidgets.Sandbox.Data.Events;

namespace SessionsWidgets.Sandbox.Tests.Data;

public sealed class SeedDataTests(RunningSandbox running) : IClassFixture<RunningSandbox>
{
    private static readonly SandboxData _data = new(seed: 1, new FakeTimeProvider(RunningSandbox.Now));

    private static IReadOnlyList<SeedSession> Sessions => _data.Sessions.All;

    private static IReadOnlyList<SeedCheckIn> CheckIns => _data.CheckIns.All;

    private static IEnumerable<SeedEvent> Events => _data.Events.All.Select(e => e.Seed);

    public static TheoryData<string, Func<int>, int, int> Counts => new()
    {
        { "venues", () => Catalogue.Venues.Count, 4, 4 },
        { "brands", () => Catalogue.Brands.Count, 8, 8 },
        { "cigars", () => Catalogue.Cigars.Count, 40, 40 },
        { "cigars without a picture", () => Catalogue.Cigars.Count(c => !c.HasPicture), 3, 3 },
        { "users", () => People.All.Count, 200, 200 },
        { "names", () => People.All.Select(p => p.DisplayName).Distinct().Count(), 200, 200 },
        { "users without an avatar", () => People.All.Count(p => !p.HasAvatar), 20, 40 },
        { "long names", () => People.All.Count(p => p.DisplayName.EnumerateRunes().Count() > 60), 2, 5 },
        { "sessions", () => Sessions.Count, 5000, 5000 },
        { "session ids", () => Sessions.Select(s => s.Id).Distinct().Count(), 5000, 5000 },
        { "users of sessions", () => Sessions.Select(s => s.User).Distinct().Count(), 200, 200 },
        { "cigars of sessions", () => Sessions.Select(s => s.Cigar).OfType<Cigar>().Distinct().Count(), 40, 40 },
        { "sessions without a cigar", () => Sessions.Count(s => s.Cigar is null), 100, 300 },
        { "sessions without a venue", () => Sessions.Count(s => s.Venue is null), 100, 400 },
        { "sessions without a rating", () => Sessions.Count(s => s.Rating is null), 400, 900 },
        { "ratings out of bounds", () => Sessions.Count(s => s.Rating is < 0 or > 50), 0, 0 },
        { "sessions without a note", () => Sessions.Count(s => s.Note is null), 1800, 2500 },
        { "notes", () => Sessions.Select(s => s.Note).OfType<string>().Distinct().Count(), 80, 120 },
        { "long notes", () => Sessions.Count(s => s.Note?.EnumerateRunes().Count() > 400), 20, 100 },
        { "sessions without an end", () => Sessions.Count(s => s.EndedAt is null), 100, 400 },
        { "impossible times", () => Sessions.Count(s => s.StartedAt > s.EndedAt || s.CreatedAt < s.StartedAt), 0, 0 },
        { "featured sessions", () => Sessions.Count(s => s.Featured), 200, 1500 },
        { "sessions of the quiet venue", () => Sessions.Count(s => s.Venue?.Id == "quiet-corner"), 0, 0 },
        { "events", () => Events.Count(), 27, 27 },
        { "events of the sample's lounge", () => Events.Count(e => e.Venue.Id == "stogies-chapin"), 24, 24 },
        { "hostile events", () => Events.Count(e => e.Title.Contains('<') || e.Description.Contains('<')), 1, 1 },
        { "check-ins", () => CheckIns.Count, 2000, 2000 },
        { "check-ins of the sample's lounge", () => CheckIns.Count(c => c.Venue.Id == "stogies-chapin"), 800, 1200 },
        { "check-ins of the quiet venue", () => CheckIns.Count(c => c.Venue.Id == "quiet-corner"), 0, 0 },
        { "check-ins without a rating", () => CheckIns.Count(c => c.Rating is null), 500, 900 },
        { "ratings of check-ins", () => CheckIns.Select(c => c.Rating).OfType<int>().Distinct().Count(), 5, 5 },
        { "ratings of check-ins out of bounds", () => CheckIns.Count(c => c.Rating is < 1 or > 5), 0, 0 },
        { "check-ins without a note", () => CheckIns.Count(c => c.Note is null), 1000, 1400 },
        { "hostile check-ins", () => CheckIns.Count(c => c.Note?.Contains('<') == true), 1, 20 },
    };

    [Theory]
    [MemberData(nameof(Counts))]
    public void Count_OfAllData_IsInRange(string what, Func<int> count, int least, int most) => count().ShouldBeInRange(least, most, what);

    [Fact]
    public void Sessions_AllData_AreOfTheLast90Days()
    {
        Sessions.Min(s => s.CreatedAt).ShouldBeInRange(RunningSandbox.Now.AddDays(-90), RunningSandbox.Now.AddDays(-88));
        Sessions.Max(s => s.CreatedAt).ShouldBeLessThan(RunningSandbox.Now);
    }

    [Fact]
    public void Sessions_EveryVenue_HaveSomeInProgress()
    {
        foreach (string venue in (string[])["stogies-chapin", "copper-leaf", "harbour-nine"])
        {
            Sessions
                .Count(s => s.Venue?.Id == venue && s.StartedAt > RunningSandbox.Now.AddHours(-1)
                    && s is { EndedAt: null, DurationSeconds: null, Rating: null })
                .ShouldBeInRange(2, 4);
        }
    }

    [Fact]
    public void Sessions_EveryVenue_AreAtMostTimesOfDayAndMoreInTheEvening()
    {
        foreach (Venue venue in Catalogue.Venues.Where(venue => venue.Share > 0))
        {
            Dictionary<int, int> hours = Sessions.Where(s => s.Venue == venue).CountBy(s => s.CreatedAt.UtcDateTime.Hour).ToDictionary();
            hours.Count.ShouldBe(24);
            Around(venue.EveningHour).ShouldBeGreaterThan(3 * Around(venue.EveningHour + 12));

            int Around(int hour) => new[] { -1, 0, 1, 2 }.Sum(h => hours[(hour + h + 24) % 24]);
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
        People.All.Select(p => p.DisplayName).Any(IsOf).ShouldBeTrue($"no {script} name");
        Sessions.Select(s => s.Note).OfType<string>().Any(IsOf).ShouldBeTrue($"no {script} note");

        bool IsOf(string text) => text.Any(letter => letter >= first && letter <= last);
    }

    [Fact]
    public void Text_Hostile_IsThereButRare()
    {
        Sessions.Count(s => IsHostile(s.Note) || IsHostile(s.User.DisplayName)).ShouldBeInRange(10, 75);
        Catalogue.Cigars.Count(c => IsHostile(c.Name)).ShouldBe(1);

        static bool IsHostile(string? text) =>
            text is not null && (text.Contains('<') || text.Contains("{{", StringComparison.Ordinal));
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
        const string AllEvents = "/venues/stogies-chapin/events?status=all&limit=100";
        (await BytesAsync(again, AllEvents)).ShouldBe(await BytesAsync(running, AllEvents));
        (await BytesAsync(other, AllEvents)).ShouldBe(await BytesAsync(running, AllEvents));
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
}
