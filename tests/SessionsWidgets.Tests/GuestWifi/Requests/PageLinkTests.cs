namespace SessionsWidgets.Tests.GuestWifi.Requests;

public class PageLinkTests
{
    [Theory]
    [InlineData(null, NextPage.None)]
    [InlineData("https://wifi.example.com/sessions?page=3", NextPage.Follows)]
    [InlineData("/sessions?page=3&per_page=10", NextPage.Follows)]
    [InlineData("[[BaseUrl]]/sessions?page=3", NextPage.Follows)]
    [InlineData("https://wifi.example.com/sessions?page=2", NextPage.Invalid)]
    [InlineData("https://wifi.example.com/sessions?page=1", NextPage.Invalid)]
    [InlineData("https://wifi.example.com/sessions?page=9", NextPage.Invalid)]
    [InlineData("https://wifi.example.com/sessions", NextPage.Invalid)]
    [InlineData("http://wifi.example.com/sessions?page=3", NextPage.Invalid)]
    [InlineData("https://evil.example/sessions?page=3", NextPage.Invalid)]
    [InlineData("//evil.example/sessions?page=3", NextPage.Invalid)]
    [InlineData("https://wifi.example.com:8443/sessions?page=3", NextPage.Invalid)]
    [InlineData("https://user@wifi.example.com/sessions?page=3", NextPage.Invalid)]
    [InlineData("javascript:alert(1)", NextPage.Invalid)]
    internal void Judge_AnyLink_IsOnlyAHint(string? link, NextPage next) =>
        PageLink.Judge(link, new Uri("https://wifi.example.com/sessions?per_page=10&page=2"), 2).ShouldBe(next);
}
