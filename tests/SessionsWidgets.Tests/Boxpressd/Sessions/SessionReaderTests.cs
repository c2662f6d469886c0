using System.Text;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Boxpressd;

public class SessionReaderTests
{
    [Fact]
    public void Read_DocumentedExample_HasEveryPart()
    {
        var session = Only("""
            {"id":"ses_12345","createdAt":"2026-07-18T23:12:00.000Z",
             "startedAt":"2026-07-18T22:00:00.000Z","endedAt":"2026-07-18T23:10:00.000Z","durationSeconds":4200,
             "rating":4.8,"note":"Excellent evening smoke.",
             "user":{"id":"usr_12345","displayName":"Jo E.","avatarUrl":"https://cdn.example.com/users/1.jpg"},
             "cigar":{"id":"cgr_12345","name":"Philosopher's Folly","brandName":"Example Cigars",
               "imageUrl":"https://cdn.example.com/cigars/1.jpg"},
             "venue":{"id":"stogies-chapin","name":"Stogies Cigar Lounge & Tap House"},"unknown":{"deep":[1]}}
            """);
        session.Id.ShouldBe("ses_12345");
        session.CreatedAt.ShouldBe(new DateTimeOffset(2026, 7, 18, 23, 12, 0, TimeSpan.Zero));
        session.Duration.ShouldBe(TimeSpan.FromMinutes(70));
        session.Rating.ShouldBe(4.8);
        session.Note.ShouldBe("Excellent evening smoke.");
        session.User.DisplayName.ShouldBe("Jo E.");
        session.User.AvatarUrl!.AbsoluteUri.ShouldBe("https://cdn.example.com/users/1.jpg");
        session.Cigar!.BrandName.ShouldBe("Example Cigars");
        session.Venue!.Name.ShouldBe("Stogies Cigar Lounge & Tap House");
    }

    [Fact]
    public void Read_OnlyRequiredParts_LeavesTheRestAbsent()
    {
        var session = Only(Sessions.Item("ses_1"));
        session.Cigar.ShouldBeNull();
        session.Venue.ShouldBeNull();
        session.Rating.ShouldBeNull();
        session.Note.ShouldBeNull();
        session.Duration.ShouldBeNull();
        session.StartedAt.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"display_name":"Jo X."}""", "Jo X.")]
    [InlineData("""{"first_name":"Jo","last_name":"Example"}""", "Jo E.")]
    [InlineData("""{"first_name":"Jo"}""", "Jo")]
    [InlineData("""{"displayName":"  "}""", "Boxpressd User")]
    [InlineData("{}", "Boxpressd User")]
    public void Read_NameMissing_FallsBack(string user, string name) =>
        Only($$"""{"id":"s","createdAt":"2026-07-18T23:12:00Z","user":{{user}}}""").User.DisplayName.ShouldBe(name);

    [Theory]
    [InlineData("""{"createdAt":"2026-07-18T23:12:00Z","user":{}}""")]
    [InlineData("""{"id":"a","user":{}}""")]
    [InlineData("""{"id":"a","createdAt":"2026-07-18T23:12:00Z"}""")]
    [InlineData("""{"id":"a","createdAt":"2026-07-18T23:12:00Z","user":"Jo"}""")]
    [InlineData("""{"id":"a","id":"b","createdAt":"2026-07-18T23:12:00Z","user":{}}""")]
    [InlineData("42")]
    [InlineData("null")]
    public void Read_RequiredPartMissing_DropsTheItemAndCounts(string broken)
    {
        var result = Read(Sessions.Page(Sessions.Item("good"), broken));
        result.Items.ShouldHaveSingleItem().Id.ShouldBe("good");
        result.Dropped.ShouldBe(1);
        result.Received.ShouldBe(2);
    }

    [Fact]
    public void Read_MoreThanHalfBroken_IsAFailure() =>
        Should.Throw<PayloadException>(
            () => Read(Sessions.Page(Sessions.Item("good"), "1", "2"))).Message.ShouldBe("2 of 3 items of the response are broken");

    [Theory]
    [InlineData("<html></html>")]
    [InlineData("{}")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":{}}""")]
    [InlineData("""{"error":"no"}""")]
    [InlineData("""{"data":[]} trailing""")]
    [InlineData("""{"data":[],"data":[]}""")]
    [InlineData("""{"data":[""")]
    [InlineData("")]
    public void Read_AnotherShape_IsAFailure(string json) => Should.Throw<PayloadException>(() => Read(json));

    [Fact]
    public void Read_DeepNesting_IsAFailureAndNoStackOverflow() =>
        Should.Throw<PayloadException>(() => Read($$"""{"data":[{{new string('[', 100_000)}}""" + new string(']', 100_000) + "]}"));

    [Theory]
    [InlineData("\"4.8\"", 4.8)]
    [InlineData("5", 5.0)]
    [InlineData("-3", null)]
    [InlineData("11", null)]
    [InlineData("1e400", null)]
    [InlineData("\"NaN\"", null)]
    [InlineData("{}", null)]
    [InlineData("null", null)]
    public void Read_Rating_IsTakenWhenItMakesSense(string json, double? rating) =>
        Only(Sessions.Item("s", more: $"\"rating\":{json}")).Rating.ShouldBe(rating);

    [Theory]
    [InlineData("\"durationSeconds\":4200", 70)]
    [InlineData("\"startedAt\":\"2026-07-18T22:00:00Z\",\"endedAt\":\"2026-07-18T22:45:00Z\"", 45)]
    [InlineData("\"startedAt\":\"2026-07-18T22:00:00Z\",\"endedAt\":\"2026-07-18T21:45:00Z\"", null)]
    [InlineData("\"durationSeconds\":4200,\"startedAt\":\"2026-07-18T22:00:00Z\",\"endedAt\":\"2026-07-18T22:45:00Z\"", null)]
    [InlineData("\"durationSeconds\":-5", null)]
    [InlineData("\"durationSeconds\":9e9", null)]
    public void Read_Duration_IsStatedOrDerivedAndNeverAbsurd(string more, int? minutes) =>
        Only(Sessions.Item("s", more: more)).Duration.ShouldBe(minutes is { } m ? TimeSpan.FromMinutes(m) : null);

    [Theory]
    [InlineData("https://cdn.example.com/a.jpg", true)]
    [InlineData("http://127.0.0.1:5081/a.svg", true)]
    [InlineData("http://cdn.example.com/a.jpg", false)]
    [InlineData("//cdn.example.com/a.jpg", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:image/svg+xml,<svg>", false)]
    [InlineData("https://user@cdn.example.com/a.jpg", false)]
    [InlineData("a.jpg", false)]
    public void Read_PictureAddress_IsAbsoluteHttpsOrDropped(string url, bool kept) =>
        (Only(Sessions.Item("s", more: $$$"""
            "cigar":{"name":"Lancero","imageUrl":"{{{url}}}"}
            """)).Cigar!.ImageUrl is not null).ShouldBe(kept);

    [Theory]
    [InlineData("2026-07-18T23:12:00.000Z", "2026-07-18T23:12:00Z")]
    [InlineData("2026-07-18T23:12:00+02:00", "2026-07-18T21:12:00Z")]
    [InlineData("2026-07-18T23:12:00", "2026-07-18T23:12:00Z")]
    [InlineData("2026-07-18", "2026-07-18T00:00:00Z")]
    [InlineData("2026-07-18 9:50 AM", null)]
    [InlineData("2026-13-01T00:00:00Z", null)]
    [InlineData("0001-01-01T00:00:00Z", null)]
    [InlineData("9999-12-31T23:59:59Z", null)]
    [InlineData("1784416320", null)]
    public void Read_Date_IsReadByKnownFormsOrAbsent(string text, string? expected) =>
        Only(Sessions.Item("s", text)).CreatedAt.ShouldBe(
            expected is null ? null : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("a\\u0000b\\u202Ec", "abc")]
    [InlineData("lone \\ud800 surrogate", "lone \uFFFD surrogate")]
    [InlineData("line\\nbreak", "line\nbreak")]
    [InlineData("  padded  ", "padded")]
    [InlineData("\u200f\\u200b", null)]
    public void Read_Note_IsCleaned(string json, string? text) =>
        Only(Sessions.Item("s", more: $"\"note\":\"{json}\"")).Note.ShouldBe(text);

    [Fact]
    public void Read_VeryLongName_IsCutBetweenGraphemes()
    {
        var name = Only("""{"id":"s","createdAt":"2026-07-18T23:12:00Z","user":{"displayName":"NAME"}}"""
            .Replace("NAME", string.Concat(Enumerable.Repeat("👩‍🚀", 3000)), StringComparison.Ordinal)).User.DisplayName;
        name.Length.ShouldBeLessThanOrEqualTo(200);
        name.ShouldEndWith("👩‍🚀…");
    }

    private static SmokeSession Only(string item) => Read(Sessions.Page(item)).Items.ShouldHaveSingleItem();

    private static ReadPage<SmokeSession> Read(string json) => PageReader.Read(
        Encoding.UTF8.GetBytes(json), SessionList.Instance, new PictureRules { AllowLoopback = true });
}
