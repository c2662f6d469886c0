using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.AspNetCore;

namespace SessionsWidgets.HostTests.Headers;

/// <summary>Fragments by URL, behind middleware that sets security headers and compresses.</summary>
public class FragmentHeaderTests
{
    private const string Address = "/widgets/recent-smokes?limit=2";

    private static readonly (string Name, string Value)[] s_policies =
    [
        ("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'"),
        ("Cross-Origin-Resource-Policy", "same-site"),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Fragment_InASiteWithPoliciesOfItsOwn_IsSentWithThose(bool asTheResponseStarts)
    {
        await using var host = await StartAsync(app => app.Use((http, next) =>
        {
            var headers = http.Response.Headers;
            if (asTheResponseStarts) http.Response.OnStarting(() => Task.Run(() => Set(headers)));
            else Set(headers);
            return next(http);
        }));
        foreach (var address in (string[])[Address, "/widgets/recent-smokes?limit=junk", "/widgets/nothing"])
        {
            using var response = await host.Http.GetAsync(new Uri(address, UriKind.Relative));
            foreach (var (name, value) in s_policies) response.Headers.GetValues(name).ShouldBe([value]);
            response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        }

        static void Set(IHeaderDictionary headers)
        {
            foreach (var (name, value) in s_policies) headers[name] = value;
        }
    }

    [Fact]
    public async Task Fragment_InASiteWithoutPolicies_IsSentWithItsOwn()
    {
        await using var host = await StartAsync(_ => { });
        using var response = await host.Http.GetAsync(new Uri(Address, UriKind.Relative));
        response.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; img-src *; frame-ancestors 'self'"]);
        response.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe(["same-origin"]);
    }

    [Fact]
    public async Task Fragment_Compressed_HasAWeakTagThatStillMatches()
    {
        await using var host = await StartAsync(app => app.UseResponseCompression());
        using var plain = await SendAsync(host, "identity");
        using var packed = await SendAsync(host, "gzip");
        packed.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        packed.Headers.ETag!.IsWeak.ShouldBeTrue();
        packed.Headers.ETag.ShouldBe(plain.Headers.ETag);
        foreach (var tag in (string[])[$"{packed.Headers.ETag}", packed.Headers.ETag.Tag])
        {
            using var again = await SendAsync(host, "gzip", EntityTagHeaderValue.Parse(tag));
            again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
            again.Headers.ETag.ShouldBe(packed.Headers.ETag);
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(LoungeHost host, string encoding, EntityTagHeaderValue? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, UriKind.Relative));
        request.Headers.AcceptEncoding.ParseAdd(encoding);
        if (known is not null) request.Headers.IfNoneMatch.Add(known);
        return await host.Http.SendAsync(request);
    }

    private static Task<LoungeHost> StartAsync(Action<WebApplication> before) => LoungeHost.StartAsync(
        widgets => widgets.Services.AddResponseCompression(),
        app =>
        {
            before(app);
            app.MapSessionsWidgets("/widgets");
        });
}
