using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using SessionsWidgets.Sandbox.Faults;
using SessionsWidgets.Sandbox.GuestWifi;

namespace SessionsWidgets.Sandbox.Tests.GuestWifi;

public sealed class GuestWifiGateTests
{
    private readonly FakeTimeProvider _clock = new(RunningSandbox.Now);

    [Fact]
    public async Task Rate_SixtyInAMinute_RefusesTheNextUntilOneIsFree()
    {
        await using SandboxApi sandbox = await StartAsync(new SandboxGuestWifi());
        using HttpClient client = Client("Authorization", "Bearer sandbox-wifi-token");
        Uri count = Endpoint(sandbox, "/sessions/count");
        await StatusAsync(client, count);
        _clock.Advance(TimeSpan.FromSeconds(20));
        for (int request = 2; request <= 60; request++)
            (await StatusAsync(client, count)).ShouldBe(HttpStatusCode.OK);

        using (HttpResponseMessage refused = await client.GetAsync(count))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            refused.Headers.RetryAfter?.Delta.ShouldBe(TimeSpan.FromSeconds(40));
            (await refused.Content.ReadAsStringAsync()).ShouldContain("\"code\":\"too_many_requests\"");
        }

        // Each endpoint has a limit of its own.
        (await StatusAsync(client, Endpoint(sandbox, "/sessions"))).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(client, Endpoint(sandbox, "/sessions/10.1.1.5"))).ShouldBe(HttpStatusCode.OK);

        _clock.Advance(TimeSpan.FromSeconds(40));
        (await StatusAsync(client, count)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(client, count)).ShouldBe(HttpStatusCode.TooManyRequests);
        _clock.Advance(TimeSpan.FromSeconds(20));
        (await StatusAsync(client, count)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Rate_RequestsWithoutToken_DoNotCount()
    {
        await using SandboxApi sandbox = await StartAsync(new SandboxGuestWifi { RequestsAMinute = 1 });
        using HttpClient stranger = Client("Authorization", "Bearer guess");
        using HttpClient client = Client("Authorization", "Bearer sandbox-wifi-token");

        (await StatusAsync(stranger, Endpoint(sandbox, "/sessions"))).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(stranger, Endpoint(sandbox, "/sessions"))).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(client, Endpoint(sandbox, "/sessions"))).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(client, Endpoint(sandbox, "/sessions"))).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("Authorization", "Bearer wrong")]
    [InlineData("Authorization", "Bearer sandbox-key")]
    [InlineData("Authorization", "sandbox-wifi-token")]
    [InlineData("Authorization", "Basic sandbox-wifi-token")]
    [InlineData("X-Token", "sandbox-wifi-token")]
    public async Task Token_MissingOrWrong_Answers401OnEveryEndpoint(string header, string value)
    {
        await using SandboxApi sandbox = await StartAsync(new SandboxGuestWifi());
        using HttpClient client = Client(header, value);

        foreach (string path in (string[])["/sessions", "/sessions/count", "/sessions/10.1.1.5"])
            (await StatusAsync(client, Endpoint(sandbox, path))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Options_OwnPathHeaderAndToken_AreInForce()
    {
        await using SandboxApi sandbox =
            await StartAsync(new SandboxGuestWifi { Path = "/wifi", Header = "X-Access-Token", Scheme = null, AccessToken = "other" });
        using HttpClient client = Client("X-Access-Token", "other");

        sandbox.GuestWifiUrl.AbsolutePath.ShouldBe("/wifi");
        (await StatusAsync(client, Endpoint(sandbox, "/sessions"))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Options_LinkBase_StandsInLinks()
    {
        await using SandboxApi sandbox = await StartAsync(new SandboxGuestWifi { LinkBase = "[[BaseUrl]]" });
        using HttpClient client = Client("Authorization", "Bearer sandbox-wifi-token");

        using JsonDocument page = JsonDocument.Parse(await client.GetStringAsync(Endpoint(sandbox, "/sessions")));

        page.RootElement.GetProperty("links").GetProperty("next").GetString().ShouldBe("[[BaseUrl]]/sessions?page=2");
        page.RootElement.GetProperty("meta").GetProperty("path").GetString().ShouldBe("[[BaseUrl]]/sessions");
    }

    [Fact]
    public async Task Faults_OnTheGuestWifiApi_AreApplied()
    {
        await using SandboxApi sandbox = await StartAsync(new SandboxGuestWifi());
        using HttpClient client = Client("Authorization", "Bearer sandbox-wifi-token");
        sandbox.Faults.Add("/ipera/*/count", new StatusFault { Status = 500 });

        (await StatusAsync(client, Endpoint(sandbox, "/sessions/count"))).ShouldBe(HttpStatusCode.InternalServerError);
        (await StatusAsync(client, Endpoint(sandbox, "/sessions"))).ShouldBe(HttpStatusCode.OK);
    }

    private static Uri Endpoint(SandboxApi sandbox, string path) => new(sandbox.GuestWifiUrl.AbsoluteUri + path);

    private static HttpClient Client(string header, string value)
    {
        var client = new HttpClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
        return client;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, Uri url)
    {
        using HttpResponseMessage answer = await client.GetAsync(url);
        return answer.StatusCode;
    }

    private Task<SandboxApi> StartAsync(SandboxGuestWifi options) =>
        SandboxApi.StartAsync(new SandboxOptions { Clock = _clock, GuestWifi = options });
}
