using System.Text;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Boxpressd;

/// <summary>What is taken from the items of a response, and what is not.</summary>
public sealed class EventReaderTests : IDisposable
{
    private readonly ListUpstream _upstream = new();

    public void Dispose() => _upstream.Dispose();

    [Fact]
    public void Read_DocumentedExample_HasEveryPart()
    {
        var one = Only("""
            {"id":"evt_12345","title":"Cigar Night","description":"Join us for an evening of premium cigars.",
             "startsAt":"2026-07-18T23:00:00.000Z","endsAt":"2026-07-19T02:00:00.000Z","timezone":"America/New_York",
             "locationName":"Stogies Cigar Lounge & Tap House","address":"Chapin, SC",
             "imageUrl":"https://cdn.example.com/events/evt_12345.jpg","featured":true,
             "externalUrl":"https://example.com/e","ticketUrl":"https://example.com/t","unknown":{"deep":[1]}}
            """);
        one.Id.ShouldBe("evt_12345");
        one.Title.ShouldBe("Cigar Night");
        one.Description.ShouldBe("Join us for an evening of premium cigars.");
        one.StartsAt.ShouldBe(new DateTimeOffset(2026, 7, 18, 23, 0, 0, TimeSpan.Zero));
        one.EndsAt.ShouldBe(new DateTimeOffset(2026, 7, 19, 2, 0, 0, TimeSpan.Zero));
        one.TimeZone!.Id.ShouldBe("America/New_York");
        one.LocationName.ShouldBe("Stogies Cigar Lounge & Tap House");
        one.Address.ShouldBe("Chapin, SC");
        one.ImageUrl!.AbsoluteUri.ShouldBe("https://cdn.example.com/events/evt_12345.jpg");
        one.IsFeatured.ShouldBeTrue();
        one.ExternalUrl!.AbsoluteUri.ShouldBe("https://example.com/e");
        one.TicketUrl!.AbsoluteUri.ShouldBe("https://example.com/t");
    }

    [Fact]
    public void Read_OnlyRequiredParts_LeavesTheRestAbsent()
    {
        var one = Only(Events.Item("evt_1"));
        (one.Description, one.EndsAt, one.TimeZone, one.LocationName, one.Address, one.ImageUrl, one.ExternalUrl, one.TicketUrl)
            .ShouldBe((null, null, null, null, null, null, null, null));
        one.IsFeatured.ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"title":"A","startsAt":"2026-07-18T23:00:00Z"}""")]
    [InlineData("""{"id":"a","startsAt":"2026-07-18T23:00:00Z"}""")]
    [InlineData("""{"id":"a","title":"A"}""")]
    [InlineData("""{"id":"a","title":" \u200b ","startsAt":"2026-07-18T23:00:00Z"}""")]
    [InlineData("""{"id":"a","title":"A","startsAt":"tomorrow"}""")]
    [InlineData("""{"id":"a","title":"A","startsAt":"2026-02-29T23:00:00Z"}""")]
    [InlineData("""{"id":"a","title":"A","startsAt":"9999-12-31T23:00:00Z"}""")]
    [InlineData("""{"id":"a","title":"A","startsAt":1784416320}""")]
    [InlineData("""{"id":"a","id":"b","title":"A","startsAt":"2026-07-18T23:00:00Z"}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task GetEventsAsync_RequiredPartMissing_LeavesTheItemOutAndCounts(string broken)
    {
        _upstream.Items = [Events.Item("good"), broken];
        var page = await _upstream.Lounge().GetEventsAsync(new EventQuery { Status = EventStatus.All });
        page.Events.ShouldHaveSingleItem().Id.ShouldBe("good");
        page.Dropped.ShouldBe(1);
        _upstream.Log.Events.ShouldContain("payload.items_dropped");
    }

    [Theory]
    [InlineData("https://example.com/e?a=1&b=2", "https://example.com/e?a=1&b=2")]
    [InlineData("http://example.com/e", "http://example.com/e")]
    [InlineData("https://example.com/a b", "https://example.com/a%20b")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("JaVaScRiPt:alert(1)", null)]
    [InlineData("java\\tscript:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("vbscript:x", null)]
    [InlineData("mailto:jo@example.com", null)]
    [InlineData("//example.com/e", null)]
    [InlineData("/e", null)]
    [InlineData("https://user@example.com/", null)]
    [InlineData("https://example.com\\\\@evil.example/", null)]
    [InlineData("https://192.168.1.1/", null)]
    [InlineData("https://printer.local/", null)]
    public async Task GetEventsAsync_LinksOfUpstream_AreHttpOrHttpsOfPublicHostsOrLeftOut(string json, string? address)
    {
        _upstream.Items = [Events.Item("a", more: $"\"externalUrl\":\"{json}\",\"ticketUrl\":\"{json}\"")];
        var one = (await _upstream.Lounge().GetEventsAsync()).Events[0];
        one.ExternalUrl?.AbsoluteUri.ShouldBe(address);
        (one.ExternalUrl is null).ShouldBe(address is null);
        one.TicketUrl.ShouldBe(one.ExternalUrl);
        _upstream.Log.Events.Count(e => e == "item.url_refused").ShouldBe(address is null ? 1 : 0);
    }

    [Fact]
    public void Read_Picture_IsOfHttpsOnly() =>
        Only(Events.Item("a", more: "\"imageUrl\":\"http://cdn.example.com/a.jpg\"")).ImageUrl.ShouldBeNull();

    [Theory]
    [InlineData("a\\u0000b\\u202Ec\\u2066", "abc")]
    [InlineData("lone \\ud800 surrogate", "lone \uFFFD surrogate")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    public void Read_Texts_AreCleanedAndNotEncoded(string json, string text)
    {
        var one = Only(
            $$"""
            {"id":"a","title":"{{json}}","description":"{{json}}","locationName":"{{json}}","address":"{{json}}",
             "startsAt":"2026-07-18T23:00:00Z"}
            """);
        (one.Title, one.Description, one.LocationName, one.Address).ShouldBe((text, text, text, text));
    }

    [Fact]
    public void Read_VeryLongTexts_AreCut()
    {
        var text = new string('x', 100_000);
        var one = Only(
            $$"""{"id":"a","title":"{{text}}","description":"{{text}}","address":"{{text}}","startsAt":"2026-07-18T23:00:00Z"}""");
        (one.Title.Length, one.Description!.Length, one.Address!.Length).ShouldBe((200, 4000, 200));
    }

    [Theory]
    [InlineData("Mars/Olympus_Mons", "Mars/Olympus_Mons")]
    [InlineData("localtime", "none")]
    [InlineData("posix/Europe/Paris", "none")]
    [InlineData("right/UTC", "none")]
    [InlineData("America", "America")]
    [InlineData("../../../../etc/passwd", "none")]
    [InlineData("/etc/localtime", "none")]
    [InlineData("America/../Europe/Berlin", "none")]
    [InlineData("Eastern Standard Time", "none")]
    [InlineData("zone\\u0000", "none")]
    [InlineData("a\\r\\nb\\u202e", "none")]
    [InlineData("America/New_York ", "none")]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "none")]
    public async Task GetEventsAsync_ZoneThatDoesNotExist_IsThatOfTheBusinessAndAWarning(string json, string logged)
    {
        _upstream.Items = [Events.Item("a", more: $"\"timezone\":\"{json}\""), Events.Item("b", more: $"\"timezone\":\"{json}\"")];
        using var telemetry = new RecordingTelemetry();
        var page = await _upstream.Lounge("Europe/Berlin").GetEventsAsync();
        page.Events.Count.ShouldBe(2);
        page.Events.ShouldAllBe(e => e.TimeZone!.Id == "Europe/Berlin");
        _upstream.Log.OwnEntries.Count(e => e.StartsWith($"There is no time zone {logged};", StringComparison.Ordinal)).ShouldBe(1);
        telemetry.Entries.ShouldContain(e => e.Contains("values.corrected", StringComparison.Ordinal)
            && e.Contains("time_zone", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"timezone\":null")]
    [InlineData("\"timezone\":\"\"")]
    [InlineData("\"timezone\":\"  \"")]
    [InlineData("\"timezone\":{}")]
    [InlineData("\"x\":1")]
    public async Task GetEventsAsync_NoZone_IsThatOfTheBusinessSilently(string more)
    {
        _upstream.Items = [Events.Item("a", more: more)];
        (await _upstream.Lounge("Europe/Berlin").GetEventsAsync()).Events[0].TimeZone!.Id.ShouldBe("Europe/Berlin");
        _upstream.Log.Events.ShouldNotContain("payload.unknown_time_zone");
    }

    [Theory]
    [InlineData("2026-07-18T23:00:00Z", "2026-07-18T22:00:00Z", true)]
    [InlineData("2026-07-18T23:00:00Z", "2026-07-18T23:00:00Z", true)]
    [InlineData("2026-07-18T23:00:00Z", "2026-07-19T02:00:00Z", false)]
    [InlineData("2026-07-18T23:00:00Z", null, false)]
    public void Read_EndNotAfterTheStart_IsDroppedAndCounted(string starts, string? ends, bool isCounted)
    {
        var page = Read(Sessions.Page(Events.Item("a", starts, ends)));
        page.Items[0].EndsAt.HasValue.ShouldBe(ends is not null && !isCounted);
        page.Corrections.Counts.GetValueOrDefault("duration").ShouldBe(isCounted ? 1 : 0);
    }

    private static BusinessEvent Only(string item) => Read(Sessions.Page(item)).Items.ShouldHaveSingleItem();

    private static ReadPage<BusinessEvent> Read(string json) => PageReader.Read(Encoding.UTF8.GetBytes(json), EventList.Instance, default);
}
