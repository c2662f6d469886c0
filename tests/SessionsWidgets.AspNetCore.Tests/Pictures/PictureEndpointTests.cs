using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Pictures;

namespace SessionsWidgets.AspNetCore.Tests.Pictures;

public class PictureEndpointTests
{
    private static readonly byte[] Picture = SamplePictures.Png(8, 8);

    [Fact]
    public async Task Picture_OfAWidget_IsServedWithItsHeadersAndNothingOfTheVisitorGoesOut()
    {
        await using var site = await PictureSite.StartAsync();
        var address = await site.AddressOfAsync(site.Host.Set("/a.png", Picture, "text/html", "\"v1\""));
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Cookie", "visitor=canary");
        request.Headers.TryAddWithoutValidation("User-Agent", "canary/1.0");
        request.Headers.TryAddWithoutValidation("Referer", "https://www.example.com/canary");
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", "192.0.2.66");
        request.Headers.TryAddWithoutValidation("Accept-Language", "xx-canary");
        request.Headers.TryAddWithoutValidation("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        request.Headers.TryAddWithoutValidation("baggage", "visitor=canary");

        using var response = await site.Http.SendAsync(request);

        address.ShouldNotBeNull().ShouldStartWith("/widgets/pictures/");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(Picture);
        response.Content.Headers.ContentType!.ToString().ShouldBe("image/png", "whatever the host says of it");
        response.Content.Headers.ContentDisposition!.ToString().ShouldBe("inline");
        response.Headers.CacheControl!.ToString().ShouldBe("max-age=3600");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe(["same-origin"]);
        response.Headers.GetValues("Content-Security-Policy").ShouldBe(["sandbox; default-src 'none'; style-src 'unsafe-inline'"]);
        var (_, headers) = site.Host.Requests.ShouldHaveSingleItem();
        headers.Keys.Order().ShouldBe(["Accept", "Accept-Encoding", "Host", "User-Agent"]);
        headers.UserAgent.ToString().ShouldBe("SessionsWidgets");
    }

    [Fact]
    public async Task Picture_AskedForAgain_IsKeptAndConfirmedByItsTag()
    {
        await using var site = await PictureSite.StartAsync();
        var address = await site.AddressOfAsync(site.Host.Set("/a.png", Picture, tag: "\"v1\""));
        using var first = await site.Http.GetAsync(address);
        var tag = first.Headers.ETag.ShouldNotBeNull();

        using var known = new HttpRequestMessage(HttpMethod.Get, address);
        known.Headers.IfNoneMatch.Add(tag);
        using var unchanged = await site.Http.SendAsync(known);
        using var head = await site.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
        using var range = new HttpRequestMessage(HttpMethod.Get, address);
        range.Headers.Range = new RangeHeaderValue(0, 3);
        using var whole = await site.Http.SendAsync(range);

        unchanged.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await unchanged.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Content.Headers.ContentLength.ShouldBe(Picture.Length);
        (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        whole.StatusCode.ShouldBe(HttpStatusCode.OK, "ranges are not needed");
        site.Host.Requests.Count.ShouldBe(1);

        // After an hour it is served once more, while its host confirms it by its own tag.
        site.Clock.Advance(TimeSpan.FromMinutes(61));
        using var stale = await site.Http.GetAsync(address);
        stale.Headers.ETag.ShouldBe(tag);
        await Eventually.BeTrueAsync(() => site.Host.Requests.Count == 2, () => "it is asked for again");
        site.Host.Requests[1].Headers.IfNoneMatch.ToString().ShouldBe("\"v1\"");
    }

    [Fact]
    public async Task Picture_ThatChangesUnderItsAddress_IsFollowedWithinAnHour()
    {
        await using var site = await PictureSite.StartAsync();
        var picture = site.Host.Set("/a.png", Picture, tag: "\"v1\"");
        var address = await site.AddressOfAsync(picture);
        using var first = await site.Http.GetAsync(address);
        var changed = SamplePictures.Png(9, 9);
        site.Host.Set("/a.png", changed, tag: "\"v2\"");

        site.Clock.Advance(TimeSpan.FromMinutes(61));
        await Eventually.BeTrueAsync(
            async () => (await site.Http.GetByteArrayAsync(address)).AsSpan().SequenceEqual(changed), () => "the new picture is served");

        using var second = await site.Http.GetAsync(address);
        second.Headers.ETag.ShouldNotBe(first.Headers.ETag);
    }

    [Fact]
    public async Task RemoveAsync_OfABusiness_FetchesItsPicturesAgain()
    {
        await using var site = await PictureSite.StartAsync();
        var client = site.Site.Services.GetRequiredService<SessionsClient>();
        var picture = site.Host.Set("/a.png", Picture);
        var address = await site.AddressOfAsync(picture);
        var other = await site.AddressOfAsync(picture, new BusinessOptions { BusinessId = "other" });
        await site.Http.GetByteArrayAsync(address);
        await site.Http.GetByteArrayAsync(other);

        await client.RemoveAsync(client.GetBusiness(BusinessType.Venue, "stogies-chapin"));
        await site.Http.GetByteArrayAsync(address);
        await site.Http.GetByteArrayAsync(other);

        other.ShouldNotBe(address, "the name holds a hash of the business");
        site.Host.Requests.Count.ShouldBe(3);
    }

    /// <summary>Names that nobody has written: 10,000 random ones, those of another key, and every trick with a good one.</summary>
    [Fact]
    public async Task Picture_MadeUpNames_AreNotFoundWithoutAFetch()
    {
        await using var site = await PictureSite.StartAsync();
        await using var stranger = await PictureSite.StartAsync(
            settings: ("SessionsWidgets:Pictures:Key", "another-key-of-these-tests-0123456789-abcdefghijklm"));
        var picture = site.Host.Set("/a.png", Picture);
        var good = (await site.AddressOfAsync(picture))!;
        var foreign = (await stranger.AddressOfAsync(picture))!;
        var name = good[(good.LastIndexOf('/') + 1)..];
        var random = new Random(22);
        var made = Enumerable.Range(0, 10_000).Select(_ =>
        {
            var bytes = new byte[random.Next(1, 200)];
            random.NextBytes(bytes);
            return $"/widgets/pictures/{System.Buffers.Text.Base64Url.EncodeToString(bytes)}";
        });
        string[] tricks =
        [
            foreign, $"{good}=", $"{good}%3D", $"{good}/", $"{good}?x=1", $"{good}?x={good}", $"{good}?", $"{good}%20", $"{good}.png",
            $"/widgets/pictures/%{(int)name[0]:X2}{name[1..]}", $"/widgets/pictures/{name[..^1]}", $"/widgets/pictures/{name}{name}",
            $"/widgets/pictures/{Swap(name)}", "/widgets/pictures/..%2f..%2fappsettings.json",
            $"/widgets/pictures/{new string('A', 241)}", $"/widgets/pictures/{new string('A', 2000)}", "/widgets/pictures/%2e%2e",
            $"/widgets/pictures/{Uri.EscapeDataString(picture.AbsoluteUri)}",
        ];

        foreach (var address in tricks)
        {
            // As it is written here: the client would decode what need not be encoded.
            var exact = new Uri(
                $"{site.Http.BaseAddress!.GetLeftPart(UriPartial.Authority)}{address}",
                new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
            using var response = await site.Http.GetAsync(exact);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }

        await Parallel.ForEachAsync(made, async (address, token) =>
        {
            using var response = await site.Http.GetAsync(address, token);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        });

        site.Host.Requests.ShouldBeEmpty();
        (await site.Http.GetByteArrayAsync(good)).ShouldBe(Picture);
        site.Host.Requests.Count.ShouldBe(1);

        static string Swap(string text) =>
            string.Concat(text.Select(static c => char.IsLower(c) ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c)));
    }

    [Fact]
    public async Task Picture_Cold_IsFetchedOnceForAThousandCallers()
    {
        await using var site = await PictureSite.StartAsync();
        var release = new TaskCompletionSource();
        var address = await site.AddressOfAsync(site.Host.Set("/a.png", async http =>
        {
            await release.Task;
            await http.Response.Body.WriteAsync(Picture);
        }));
        var client = site.Site.Services.GetRequiredService<SessionsClient>();
        var name = address!.Split('/')[^1];

        var calls = Enumerable.Range(0, 1_000)
            .Select(async i => i < 50 ? await site.Http.GetByteArrayAsync(address) : (await client.GetPictureAsync(name))!.Bytes.ToArray())
            .ToList();
        await Eventually.BeTrueAsync(() => site.Host.Requests.Count > 0, () => "it is fetched");
        release.SetResult();
        var all = await Task.WhenAll(calls);

        foreach (var bytes in all) bytes.ShouldBe(Picture);
        site.Host.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Pictures_MoreThanTheBudgetOfAMinute_WaitForTheirTurn()
    {
        await using var site = await PictureSite.StartAsync(settings: ("SessionsWidgets:Pictures:FetchesPerMinute", "3"));
        var addresses = new List<string?>();
        for (var i = 0; i < 5; i++) addresses.Add(await site.AddressOfAsync(site.Host.Set($"/{i}.png", Picture)));
        for (var i = 0; i < 3; i++) (await site.Http.GetByteArrayAsync(addresses[i])).ShouldBe(Picture);

        using var refused = await site.Http.GetAsync(addresses[3]);
        using var kept = await site.Http.GetAsync(addresses[0]);

        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(20));
        refused.Headers.CacheControl!.NoStore.ShouldBeTrue();
        kept.StatusCode.ShouldBe(HttpStatusCode.OK);
        site.Site.Log.Events.Count(e => e == "pictures.budget_used_up").ShouldBe(1);
        site.Clock.Advance(TimeSpan.FromSeconds(21));
        (await site.Http.GetByteArrayAsync(addresses[3])).ShouldBe(Picture);
    }
}
