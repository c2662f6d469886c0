using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Pictures;

namespace SessionsWidgets.AspNetCore.Tests.Pictures;

/// <summary>What goes wrong at the hosts of pictures: no page waits for it, and what is not a picture is not served.</summary>
public class PictureFaultTests
{
    private const string Gone = "There is no such picture here.";

    private static readonly byte[] Picture = SamplePictures.Png(8, 8);

    /// <summary>Answers that never become a picture, with the status for the visitor and the event in the log.</summary>
    public static TheoryData<string, int, string> Answers => new()
    {
        { "404", 404, "picture.not_found" },
        { "410", 404, "picture.not_found" },
        { "403", 404, "picture.not_found" },
        { "html", 404, "picture.refused" },
        { "json", 404, "picture.refused" },
        { "empty", 404, "picture.refused" },
        { "svg", 404, "picture.refused" },
        { "bomb", 404, "picture.refused" },
        { "gzipped html", 404, "picture.refused" },
        { "large", 404, "payload.too_large" },
        { "endless", 404, "payload.too_large" },
        { "gzip bomb", 404, "payload.too_large" },
        { "not gzip", 404, "payload.encoding" },
        { "429", 503, "rate.limited" },
        { "500", 503, "upstream.5xx" },
        { "400", 503, "upstream.unexpected_status" },
        { "206", 503, "upstream.unexpected_status" },
        { "redirect abroad", 503, "upstream.redirect_foreign" },
        { "redirect in circles", 503, "upstream.redirect_loop" },
        { "reset", 503, "upstream.truncated upstream.reset" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Picture_HostAnswersWrongly_IsNotServedAndNotAskedForAgainAtOnce(string fault, int status, string name)
    {
        await using var site = await PictureSite.StartAsync();
        await using var abroad = await PictureHost.StartAsync();
        var address = await site.AddressOfAsync(site.Host.Set("/a.png", http => PictureFaults.AnswerAsync(http, fault, abroad.Address)));

        using var first = await site.Http.GetAsync(address);
        var asked = site.Host.Requests.Count;
        using var second = await site.Http.GetAsync(address);

        ((int)first.StatusCode).ShouldBe(status);
        first.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var text = await first.Content.ReadAsStringAsync();
        if (status == 404) text.ShouldBe(Gone);
        else first.Headers.RetryAfter.ShouldNotBeNull();
        site.Site.Log.Events.ShouldContain(e => name.Split(' ').Contains(e));
        second.StatusCode.ShouldBe(first.StatusCode);
        site.Host.Requests.Count.ShouldBe(asked, "there is a negative entry for a minute");
        abroad.Requests.ShouldBeEmpty();

        // When it is healed, it is served after that time.
        site.Host.Set("/a.png", Picture);
        site.Clock.Advance(TimeSpan.FromMinutes(6));
        (await site.Http.GetByteArrayAsync(address)).ShouldBe(Picture);
    }

    [Theory]
    [InlineData("404", false)]
    [InlineData("410", false)]
    [InlineData("html", true)]
    [InlineData("large", true)]
    [InlineData("500", true)]
    [InlineData("429", true)]
    [InlineData("redirect abroad", true)]
    [InlineData("reset", true)]
    public async Task Picture_HostFailsAfterAGoodAnswer_IsTheLastOneUnlessItIsTakenBack(string fault, bool isKept)
    {
        await using var site = await PictureSite.StartAsync();
        await using var abroad = await PictureHost.StartAsync();
        var address = await site.AddressOfAsync(site.Host.Set("/a.png", Picture));
        await site.Http.GetByteArrayAsync(address);
        site.Host.Set("/a.png", http => PictureFaults.AnswerAsync(http, fault, abroad.Address));

        site.Clock.Advance(TimeSpan.FromHours(2));
        using var behind = await site.Http.GetAsync(address);
        await Eventually.BeTrueAsync(
            async () => (await site.Http.GetAsync(address)).IsSuccessStatusCode == isKept
                && site.Site.Log.Events.Any(e => e.StartsWith("upstream.", StringComparison.Ordinal)
                    || e.StartsWith("picture.", StringComparison.Ordinal) || e.StartsWith("payload.", StringComparison.Ordinal)
                    || e.StartsWith("rate.", StringComparison.Ordinal)),
            () => $"the picture is {(isKept ? "kept" : "gone")}");

        behind.StatusCode.ShouldBe(HttpStatusCode.OK, "nobody waits for the next one");
    }

    /// <summary>No answer, or one that stops in the middle: the deadline ends both, and pages wait for neither.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Picture_HostHangs_EndsWithTheDeadlineAndNoPageWaits(bool sendsSome)
    {
        await using var site = await PictureSite.StartAsync();
        var hangs = new SemaphoreSlim(0);
        var picture = site.Host.Set("/a.png", async http =>
        {
            if (sendsSome) await http.Response.Body.WriteAsync(Picture.AsMemory(0, 20));
            if (sendsSome) await http.Response.Body.FlushAsync();
            hangs.Release();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted);
        });
        var address = await site.AddressOfAsync(picture);

        var waiting = site.Http.GetAsync(address);
        await hangs.WaitAsync();
        (await site.AddressOfAsync(picture)).ShouldBe(address, "the widget is there meanwhile");
        await Eventually.BeTrueAsync(
            () =>
            {
                site.Clock.Advance(TimeSpan.FromSeconds(1));
                return waiting.IsCompleted;
            },
            () => "the deadline has passed");

        using var response = await waiting;
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        await Eventually.BeTrueAsync(
            () => site.Site.Log.Events.Any(e => e is "upstream.timeout" or "upstream.body_timeout"), () => "the failure is logged");
    }

    /// <summary>A public name whose address is private: no connection is opened.</summary>
    [Fact]
    public async Task Picture_NameResolvesToAPrivateAddress_IsNotConnectedTo()
    {
        var names = new RebindingNames();
        await using var site = await PictureSite.StartAsync(configure: builder =>
            builder.Services.AddHttpClient("SessionsWidgets.Pictures").ConfigurePrimaryHttpMessageHandler(names.CreateHandler));
        var address = await site.AddressOfAsync(new Uri("https://rebinding.example.com/a.png"));

        using var response = await site.Http.GetAsync(address);

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        site.Site.Log.Events.ShouldContain("upstream.blocked_address");
        names.Dialed.ShouldBe(0);
    }

    [Fact]
    public async Task Picture_SvgOfAHostThatIsNamed_IsServedInASandbox()
    {
        await using var site = await PictureSite.StartAsync(settings: ("SessionsWidgets:Pictures:SvgHosts:0", "127.0.0.1"));

        using var response = await site.GetAsync(site.Host.Set("/a.svg", SamplePictures.Svg, "text/plain"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().ShouldBe("image/svg+xml");
        response.Headers.GetValues("Content-Security-Policy").ShouldBe(["sandbox; default-src 'none'; style-src 'unsafe-inline'"]);
    }

    [Fact]
    public async Task Picture_CompressedOrRedirectedWithinItsOrigin_IsServed()
    {
        await using var site = await PictureSite.StartAsync();
        site.Host.Set("/packed.png", http => PictureFaults.WriteCompressedAsync(http, Picture));
        var redirected = site.Host.Set("/a.png", http =>
        {
            http.Response.Redirect("/packed.png");
            return Task.CompletedTask;
        });

        (await (await site.GetAsync(redirected)).Content.ReadAsByteArrayAsync()).ShouldBe(Picture);
    }
}
