using System.Text;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.GuestWifi.Reading;

public class GuestSessionReaderTests
{
    [Fact]
    public void Read_AllFields_KeepsWhatIsNobodys()
    {
        var session = Read(Guests.Page([Guests.Item("a", duration: "31:12:05")])).Sessions.ShouldHaveSingleItem().Session;
        session.ShouldBe(new GuestSession
        {
            Id = "a", LocationId = "loc1", LocationName = "The \"Lounge\"", Device = DeviceKind.Phone, LoginType = "Registration",
            ServiceProfile = "60 Minute(s)",
            Duration = new TimeSpan(31, 12, 5), DownloadedBytes = 3_340_000, UploadedBytes = 900_580,
            StartedAt = new DateTimeOffset(
                2026, 7, 18, 20, 0, 0, TimeSpan.Zero), EndedAt = new DateTimeOffset(2026, 7, 18, 21, 0, 0, TimeSpan.Zero),
        });
    }

    [Fact]
    public void Read_ByDefault_HoldsNothingThatIdentifiesAGuest()
    {
        var session = Read(Guests.Page([Guests.Item("a")])).Sessions[0].Session;
        session.Details.ShouldBeNull();
        var text = session.ToString();
        foreach (var canary in Guests.Canaries) text.ShouldNotContain(canary);
    }

    [Fact]
    public void Read_OptedIn_HoldsMaskedValuesOfThoseFieldsAlone()
    {
        var mask = new GuestMask(GuestFields.Mac | GuestFields.Guest, new Secret("k"));
        var details = GuestSessionReader.Read(Encoding.UTF8.GetBytes(Guests.Page([Guests.Item("a")])), mask).Sessions[0].Session.Details!;
        details.DeviceMac.ShouldBe("14:2d:••:••:••:2b");
        details.Guest.ShouldBe(mask.Pseudonym("CANARYGUEST"));
        details.DeviceIp.ShouldBeNull();
        details.AccessCode.ShouldBeNull();
        foreach (var canary in Guests.Canaries) details.ToString().ShouldNotContain(canary);
    }

    [Fact]
    public void Read_Online_HasNoEnd()
    {
        var session = Read(Guests.Page([Guests.Item("a", end: null)])).Sessions[0].Session;
        session.IsOnline.ShouldBeTrue();
        session.EndedAt.ShouldBeNull();
    }

    [Fact]
    public void Read_OlderResponses_AreDistinguishedWithoutIds()
    {
        var page = Read(Guests.Page([Guests.Item(null), Guests.Item(null, start: "2026-07-17T20:00:00+00:00"), Guests.Item(null)]));
        page.Sessions.Select(s => s.Identity).Distinct().Count().ShouldBe(2);
        foreach (var (identity, session) in page.Sessions)
        {
            session.Id.ShouldBeNull();
            foreach (var canary in Guests.Canaries) identity.ShouldNotContain(canary);
        }
    }

    [Theory]
    [InlineData("\"start_time\":\"2026-07-18 9:50 AM\"")]
    [InlineData("\"start_time\":null")]
    [InlineData("\"start_time\":1500000000")]
    public void Read_TimeThatMakesNoSense_IsLeftOut(string field) =>
        Read($$"""{"data":[{"id":"a",{{field}},"start_time_formatted":"2026-07-18 9:50 AM"}]}""")
            .Sessions[0].Session.StartedAt.ShouldBeNull();

    [Fact]
    public void Read_EndBeforeStart_HasNoDuration() =>
        Read("""{"data":[{"id":"a","start_time":"2026-07-18T20:00:00+00:00","end_time":"2026-07-18T19:00:00+00:00"}]}""")
            .Sessions[0].Session.Duration.ShouldBeNull();

    [Fact]
    public void Read_BrokenItems_AreLeftOutAndCounted()
    {
        const string Twice = """{"id":"x","id":"y","start_time":"2026-07-18T20:00:00+00:00"}""";
        var page = Read(Guests.Page([Guests.Item("a"), "null", Guests.Item("b"), Guests.Item("c"), Twice]));
        (page.Sessions.Count, page.Dropped, page.Received).ShouldBe((3, 2, 5));
    }

    [Theory]
    [InlineData("<html>login</html>")]
    [InlineData("[]")]
    [InlineData("""{"data":{}}""")]
    [InlineData("""{"error":"no"}""")]
    [InlineData("""{"data":[],"data":[]}""")]
    [InlineData("""{"data":[1,2,3]}""")]
    [InlineData("""{"data":[],"meta":{"from":1,"to":10}}""")]
    public void Read_AnotherShape_IsRefusedWithoutItsText(string json)
    {
        var error = Should.Throw<PayloadException>(() => Read(json));
        error.Message.ShouldNotContain("login");
    }

    [Theory]
    [InlineData("""{"count":1000}""", 1000)]
    [InlineData("""{"count":"12"}""", 12)]
    [InlineData("""{"count":0,"more":true}""", 0)]
    public void Count_Number_IsRead(string json, long count) => GuestCountReader.Read(Encoding.UTF8.GetBytes(json)).ShouldBe(count);

    [Theory]
    [InlineData("""{"count":-1}""")]
    [InlineData("""{"count":1.5}""")]
    [InlineData("""{"count":99999999999}""")]
    [InlineData("""{"total":1}""")]
    [InlineData("""{"count":1,"count":2}""")]
    [InlineData("1000")]
    [InlineData("")]
    public void Count_NoNumberThatMakesSense_IsRefused(string json) =>
        Should.Throw<PayloadException>(() => GuestCountReader.Read(Encoding.UTF8.GetBytes(json)));

    private static GuestSessionReader.ReadPage Read(string json) => GuestSessionReader.Read(Encoding.UTF8.GetBytes(json), GuestMask.Opaque);
}
