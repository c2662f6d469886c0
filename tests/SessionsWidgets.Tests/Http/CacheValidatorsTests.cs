namespace SessionsWidgets.Tests.Http;

public class CacheValidatorsTests
{
    private const string Date = "Sat, 18 Jul 2026 23:30:00 GMT";

    [Theory]
    [InlineData("\"v1\"")]
    [InlineData("W/\"v 1\"")]
    [InlineData("\"\"")]
    public void Of_TagThatCanBeSent_IsKept(string tag) => CacheValidators.Of(tag, Date)!.ETag.ShouldBe(tag);

    [Theory]
    [InlineData("\"\u00e9\"")]
    [InlineData("W/\"\u0080\"")]
    [InlineData("\"a\r\nX-Injected: b\"")]
    [InlineData("\"\u0007\"")]
    [InlineData("*")]
    [InlineData("v1")]
    [InlineData("\"a\", \"b\"")]
    [InlineData("")]
    [InlineData(null)]
    public void Of_TagThatCannotBeSent_IsDropped(string? tag)
    {
        CacheValidators.Of(tag, null).ShouldBeNull();
        CacheValidators.Of(tag, Date).ShouldNotBeNull().ETag.ShouldBeNull();
        CacheValidators.Of($"\"{new string('x', 200)}\"", null).ShouldBeNull();
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-07-18")]
    [InlineData("Sat, 18 Jul 2026 23:30:00 GMT\r\nX-Injected: b")]
    [InlineData("\u00e9")]
    public void Of_DateThatIsNone_IsDropped(string date)
    {
        CacheValidators.Of(null, date).ShouldBeNull();
        CacheValidators.Of("\"v1\"", date)!.LastModified.ShouldBeNull();
    }
}
