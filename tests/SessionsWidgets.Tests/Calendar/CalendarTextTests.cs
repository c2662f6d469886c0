using System.Text;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Calendar;

/// <summary>Texts come back as they were, and none of them becomes another line.</summary>
public class CalendarTextTests
{
    private static readonly DateTimeOffset Start = new(2026, 7, 18, 23, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> LineBreaks => ["\r\n", "\n", "\r", "\n\r", "\u0085", "\u2028", "\u2029", "\v", "\f", "\r\n\r\n"];

    [Theory]
    [InlineData("é")]
    [InlineData("漢")]
    [InlineData("😀")]
    [InlineData("👩‍👩‍👧")]
    [InlineData("e\u0301")]
    [InlineData("\\")]
    [InlineData(";,")]
    [InlineData("مرحبا")]
    public async Task Create_TextAtEveryBoundaryOfALine_IsReadAsItWas(string text)
    {
        await using var upstream = CalendarUpstream.Of();
        for (var before = 0; before <= 160; before++)
        {
            var title = $"{new string('a', before)}{text}{text}{text} end";
            // The fold may stand before a space, which stays.
            Read(upstream.Lounge, Event(title) with { Description = $"{title}\n{title}" }).Only.ShouldSatisfyAllConditions(
                e => e.Summary.ShouldBe(title), e => e.Description.ShouldBe($"{title}\n{title}"));
        }
    }

    [Theory]
    [InlineData("a,b;c:d", "a\\,b\\;c:d")]
    [InlineData("back\\slash", "back\\\\slash")]
    [InlineData("\\n is no line break", "\\\\n is no line break")]
    [InlineData("two\nlines", "two\\nlines")]
    [InlineData("\"quotes\" & <b>", "\"quotes\" & <b>")]
    public async Task Create_CharactersOfTheFormat_AreEscaped(string text, string escaped)
    {
        await using var upstream = CalendarUpstream.Of();
        var calendar = Read(upstream.Lounge, Event("Cigar Night") with { Description = text });
        calendar.Lines.ShouldContain($"DESCRIPTION:{escaped}");
        calendar.Only.Description.ShouldBe(text);
    }

    [Theory]
    [MemberData(nameof(LineBreaks))]
    public async Task Create_LineBreaksInTexts_StartNoProperty(string lineBreak)
    {
        var evil = $"x{lineBreak}X-EVIL:1{lineBreak}END:VEVENT{lineBreak}BEGIN:VEVENT{lineBreak}UID:evil{lineBreak}{lineBreak} folded";
        await using var upstream = CalendarUpstream.Of(Events.Item("evt_1", title: evil, more: Json(evil)));
        Check(await upstream.ReadAllAsync());
        // What a host makes itself has not been cleaned.
        Check(Read(upstream.Lounge, Event(evil) with { Id = evil, Description = evil, LocationName = evil, Address = evil }));

        static void Check(ReadCalendar calendar)
        {
            calendar.Only.Description.ShouldNotBeNull().ShouldContain("X-EVIL:1");
            calendar.Names.ShouldNotContain("X-EVIL");
            calendar.Names.Count(n => n == "UID").ShouldBe(1);
            calendar.Names.Count(n => n == "BEGIN").ShouldBe(2);
            calendar.Only.Summary.ShouldNotBeNull().ShouldNotContain("\n");
            calendar.Only.Location.ShouldNotBeNull().ShouldNotContain("\n");
        }
    }

    [Fact]
    public async Task Create_EveryControlCharacter_IsLeftOut()
    {
        await using var upstream = CalendarUpstream.Of();
        for (var c = '\0'; c < '\u00A0'; c++)
            Read(upstream.Lounge, Event($"a{c}b") with { Description = $"a{c}b" }).Only.Uid.ShouldStartWith("evt_1@");
    }

    [Fact]
    public async Task Create_HalfASurrogatePair_IsReplaced()
    {
        await using var upstream = CalendarUpstream.Of();
        Read(upstream.Lounge, Event("a\uD83Db")).Only.Summary.ShouldBe("a\uFFFDb");
    }

    [Fact]
    public async Task Create_AddressesThatAreNoWebPages_AreLeftOut()
    {
        await using var upstream = CalendarUpstream.Of(
            Events.Item("evt_1", more: "\"externalUrl\":\"javascript:alert(1)\",\"ticketUrl\":\"https://user:pw@example.com/\""));
        (await upstream.ReadAllAsync()).Names.ShouldNotContain("URL");
        var own = Event("Cigar Night") with { ExternalUrl = new Uri("javascript:alert(1)"), TicketUrl = new Uri("/t", UriKind.Relative) };
        Read(upstream.Lounge, own).Names.ShouldNotContain("URL");
    }

    [Fact]
    public async Task Create_AddressWithCharactersOfTheFormat_StaysInItsLine()
    {
        await using var upstream = CalendarUpstream.Of();
        var uri = new Uri("https://example.com/a,b;c?x=1&y=\r\nX-EVIL:1#é");
        var calendar = Read(upstream.Lounge, Event("Cigar Night") with { ExternalUrl = uri });
        calendar.Only.Url.ShouldBe(uri);
        calendar.Names.ShouldNotContain("X-EVIL");
    }

    private static string Json(string text) => string.Join(
        ',',
        new[] { "description", "locationName", "address" }
            .Select(name => $"\"{name}\":{System.Text.Json.JsonSerializer.Serialize(text)}"));

    private static BusinessEvent Event(string title) => new() { Id = "evt_1", Title = title, StartsAt = Start };

    private static ReadCalendar Read(BusinessContext business, BusinessEvent item) =>
        ReadCalendar.Of(EventCalendar.Create(business, [item]));
}
