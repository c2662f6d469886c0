using System.Net;

namespace SessionsWidgets.Sandbox.Tests.Endpoints;

public sealed class ApiKeyTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("Bearer wrong")]
    [InlineData("Bearer")]
    [InlineData("Bearer SANDBOX-KEY")]
    [InlineData("Basic sandbox-key")]
    [InlineData("sandbox-key")]
    public async Task Key_MissingOrWrong_Answers401(string? authorization)
    {
        await using SandboxApi sandbox = await SandboxApi.StartAsync();

        // An unknown business must not be told apart from a known one without a key.
        string[] paths =
        [
            "/venues/stogies-chapin/sessions", "/venues/nowhere/sessions", "/cigars/cgr_10001/sessions", "/venues/stogies-chapin/events",
            "/brands/nobody/events", "/venues/stogies-chapin/checkins", "/venues/nowhere/checkins",
        ];
        foreach (string path in paths)
        {
            using HttpResponseMessage answer = await SendAsync(sandbox, path, authorization);

            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer realm=\"sandbox\"");
            (await answer.Content.ReadAsStringAsync()).ShouldContain("\"code\":\"unauthorized\"");
        }
    }

    [Fact]
    public async Task Key_OfOneBusiness_OpensThatBusinessAndEveryCigar()
    {
        await using SandboxApi sandbox = await SandboxApi.StartAsync(new SandboxOptions
        {
            BusinessKeys = [new("lounge-key", "venue", "stogies-chapin"), new("brand-key", "brand", "marchetti")],
        });

        (await StatusAsync("/venues/stogies-chapin/sessions", "lounge-key")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync("/cigars/cgr_10001/sessions", "lounge-key")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync("/venues/copper-leaf/sessions", "lounge-key")).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync("/venues/stogies-chapin/events", "lounge-key")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync("/venues/copper-leaf/events", "lounge-key")).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync("/brands/marchetti/events", "lounge-key")).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync("/brands/marchetti/events", "brand-key")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync("/venues/stogies-chapin/checkins", "lounge-key")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync("/venues/copper-leaf/checkins", "lounge-key")).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync("/brands/marchetti/sessions", "lounge-key")).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync("/brands/marchetti/sessions", "brand-key")).ShouldBe(HttpStatusCode.OK);

        async Task<HttpStatusCode> StatusAsync(string path, string key)
        {
            using HttpResponseMessage answer = await SendAsync(sandbox, path, "Bearer " + key);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Key_Changed_IsInForceAtOnce()
    {
        await using SandboxApi sandbox = await SandboxApi.StartAsync();
        sandbox.ApiKey = "second-key";

        using HttpResponseMessage old = await SendAsync(sandbox, "/venues/stogies-chapin/sessions", "Bearer sandbox-key");
        using HttpResponseMessage changed = await SendAsync(sandbox, "/venues/stogies-chapin/sessions", "bearer second-key");

        old.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpResponseMessage> SendAsync(SandboxApi sandbox, string path, string? authorization)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(sandbox.BaseUrl, path));
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await client.SendAsync(request);
    }
}
