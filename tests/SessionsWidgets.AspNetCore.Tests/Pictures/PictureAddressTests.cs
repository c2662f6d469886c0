using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Options;
using SessionsWidgets.TestSupport.Pictures;

namespace SessionsWidgets.AspNetCore.Tests.Pictures;

/// <summary>The addresses of pictures that widgets write, and the settings that they depend on.</summary>
public class PictureAddressTests
{
    private static readonly byte[] Picture = SamplePictures.Png(8, 8);

    [Fact]
    public async Task Address_UnderAPathBaseAndAnotherPrefix_LeadsToThePicture()
    {
        await using var site = await PictureSite.StartAsync(map: app =>
        {
            app.UsePathBase("/lounge");
            app.UseRouting();
            app.MapGroup("/live").MapSessionsWidgets("the widgets");
        });
        var picture = site.Host.Set("/a.png", Picture);

        var address = await site.AddressOfAsync(picture, pathBase: "/lounge");

        address.ShouldNotBeNull().ShouldStartWith("/lounge/live/the%20widgets/pictures/");
        (await site.Http.GetByteArrayAsync(address)).ShouldBe(Picture);
        (await site.AddressOfAsync(picture)).ShouldNotBeNull().ShouldStartWith("/live/the%20widgets/pictures/");
    }

    [Fact]
    public async Task Address_WithASettingForThePath_IsThatOfTheOtherSite()
    {
        await using var site = await PictureSite.StartAsync(
            map: static _ => { }, settings: ("SessionsWidgets:Pictures:Path", "https://www.example.com/widgets/pictures"));

        (await site.AddressOfAsync(site.Host.Set("/a.png", Picture))).ShouldNotBeNull()
            .ShouldStartWith("https://www.example.com/widgets/pictures/");
    }

    [Theory]
    [InlineData("data:image/png;base64,AAAA")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("https://10.0.0.1/a.png")]
    [InlineData("https://intranet/a.png")]
    [InlineData("http://img.example.com/a.png")]
    [InlineData("https://user:password@img.example.com/a.png")]
    public async Task Address_OfWhatIsNotFetched_IsNotWritten(string address)
    {
        await using var site = await PictureSite.StartAsync();

        (await site.AddressOfAsync(new Uri(address))).ShouldBeNull();
    }

    [Fact]
    public async Task Address_OnLoopbackOrTooLong_IsWrittenOnlyWhereItCanBeFetched()
    {
        await using var site = await PictureSite.StartAsync();
        var remote = new BusinessOptions { BusinessId = "remote", ApiBaseUrl = new Uri("https://api.example.com") };

        (await site.AddressOfAsync(new Uri("http://localhost:8080/a.png"))).ShouldNotBeNull("its API is on loopback, too");
        (await site.AddressOfAsync(new Uri("http://localhost:8080/a.png"), remote)).ShouldBeNull();
        (await site.AddressOfAsync(new Uri("https://img.example.com/a.png"), remote)).ShouldNotBeNull();
        (await site.AddressOfAsync(new Uri($"https://img.example.com/{new string('a', 200)}.png"), remote)).ShouldBeNull();
        (await site.AddressOfAsync(new Uri("/own.png", UriKind.Relative), remote)).ShouldBe("/own.png");
    }

    [Fact]
    public async Task Start_WithoutTheKeyOrTheEndpoint_IsStoppedWithTheRemedy()
    {
        (await FailAsync(("SessionsWidgets:Pictures:Key", ""))).ShouldContain("SessionsWidgets:Pictures:Key");
        var weak = await FailAsync(("SessionsWidgets:Pictures:Key", "too-short-a-key"));
        weak.ShouldContain("openssl rand -base64 32");
        weak.ShouldNotContain("too-short");
        (await FailAsync(("SessionsWidgets:Pictures:Mode", "Proxi"))).ShouldContain("Did you mean 'proxy'?");
        (await FailAsync(("SessionsWidgets:Pictures:MaxBytes", "1000"))).ShouldContain("from 4194304 (4 MiB)");
        (await FailAsync(("SessionsWidgets:Pictures:FetchesPerMinute", "0"))).ShouldContain("from 1 to 100000");
        (await FailAsync(("SessionsWidgets:Pictures:SvgHosts:0", "https://img.example.com"))).ShouldContain("'img.example.com'");
        (await FailAsync(("SessionsWidgets:Pictures:Path", "//img.example.com/"))).ShouldContain("~/widgets/pictures/");
        (await FailAsync(map: static _ => { })).ShouldContain("app.MapSessionsWidgets(\"/widgets\")");
        (await FailAsync(map: static app => app.MapSessionsWidgets("/{tenant}/widgets"))).ShouldContain("'/{tenant}/widgets/pictures/");
        (await FailAsync(map: static app => app.MapSessionsWidgets("/staff", o => o.Audience = WidgetAudience.Staff).AllowAnonymous()))
            .ShouldContain("nothing serves the pictures");
    }

    [Fact]
    public async Task Direct_TheDefault_WritesTheirOwnAddressesAndServesNone()
    {
        await using var site = await PictureSite.StartAsync(settings: ("SessionsWidgets:Pictures:Mode", "Direct"));
        var picture = site.Host.Set("/a.png", Picture);

        (await site.AddressOfAsync(picture)).ShouldBe(picture.AbsoluteUri);
        using var response = await site.Http.GetAsync("/widgets/pictures/AAAA");
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> FailAsync(params (string Key, string Value)[] settings)
    {
        var error = await Should.ThrowAsync<OptionsValidationException>(() => PictureSite.StartAsync(settings: settings));
        return error.Message;
    }

    private static async Task<string> FailAsync(Action<WebApplication> map) =>
        (await Should.ThrowAsync<OptionsValidationException>(() => PictureSite.StartAsync(map: map))).Message;
}
