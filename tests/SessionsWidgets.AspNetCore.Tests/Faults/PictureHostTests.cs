using SessionsWidgets.TestSupport;

namespace SessionsWidgets.AspNetCore.Tests.Faults;

/// <summary>Hosts of pictures that have no IDN form, which is found only where ICU is there and the host is used.</summary>
public class PictureHostTests
{
    [Theory]
    [InlineData("https://a\u200cb.example.com/x.png")]
    [InlineData("https://a.loc\u200cal/x.png")]
    [InlineData("https://a.\u0378.com/x.png")]
    [InlineData("https://\u0301a.com/x.png")]
    public async Task GetSessionsAsync_PictureWithoutAnIdnHost_DropsThePictureAlone(string address)
    {
        var item = Sessions.Item("one").Replace(
            "\"user\":{", $"\"user\":{{\"avatarUrl\":\"{address}\",", StringComparison.Ordinal);
        using var upstream = new StubHandler((_, _) => Task.FromResult(StubHandler.Json(Sessions.Page(item, Sessions.Item("two")))));
        await using var client = new SessionsClient(
            new SessionsClientOptions { ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = upstream });

        var page = await client.GetBusiness(BusinessType.Venue, "lounge").GetSessionsAsync(new SessionQuery());

        page.Sessions.Count.ShouldBe(2);
        page.Sessions.ShouldAllBe(session => session.User.AvatarUrl == null);
    }
}
