using System.Net;
using System.Text;
using System.Text.Json;
using SessionsWidgets.Sandbox.Faults;

namespace SessionsWidgets.Sandbox.Tests.Faults;

public sealed class FaultEndpointTests : IAsyncLifetime
{
    private const string Lounge = "/venues/stogies-chapin/sessions";
    private readonly RunningSandbox _running = new();

    public Task InitializeAsync() => _running.InitializeAsync();

    public Task DisposeAsync() => _running.DisposeAsync();

    [Fact]
    public async Task Post_StatusRule_IsApplied()
    {
        (HttpStatusCode status, string body) =
            await PostAsync("""{"path":"/venues/*","times":1,"kind":"status","status":503,"headers":{"Retry-After":"5"},"body":"later"}""");

        status.ShouldBe(HttpStatusCode.Created);
        body.ShouldContain("\"id\":1");
        using HttpResponseMessage first = await _running.Client.GetAsync(Lounge);
        using HttpResponseMessage second = await _running.Client.GetAsync(Lounge);
        first.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        first.Headers.RetryAfter?.Delta.ShouldBe(TimeSpan.FromSeconds(5));
        (await first.Content.ReadAsStringAsync()).ShouldBe("later");
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Post_DelayRule_IsInForce()
    {
        await PostAsync("""{"kind":"delay","milliseconds":250,"path":"*"}""");

        FaultRule rule = _running.Sandbox.Faults.All.ShouldHaveSingleItem();
        rule.Times.ShouldBeNull();
        rule.Fault.ShouldBeOfType<DelayFault>().Milliseconds.ShouldBe(250);
    }

    [Fact]
    public async Task Release_HeldAnswer_LetsItGo()
    {
        await PostAsync("""{"path":"*","kind":"hold"}""");
        Task<HttpResponseMessage> held = _running.Client.GetAsync(Lounge);
        await _running.Sandbox.Requests.WaitForAsync(1);

        using HttpResponseMessage released = await _running.Client.PostAsync("/_faults/1/release", null);
        using HttpResponseMessage unknown = await _running.Client.PostAsync("/_faults/2/release", null);

        released.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using HttpResponseMessage answer = await held;
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task GetAndDelete_Rules_ListsAndClearsThem()
    {
        await PostAsync("""{"path":"/a","times":3,"kind":"status","status":500}""");
        await PostAsync("""{"path":"/b","kind":"hold"}""");

        JsonElement list = await _running.GetAsync("/_faults");
        list.EnumerateArray().Select(rule => rule.GetProperty("path").GetString()).ShouldBe(["/a", "/b"]);
        list[0].GetProperty("fault").GetProperty("kind").GetString().ShouldBe("status");
        list[0].GetProperty("hits").GetInt32().ShouldBe(0);

        using HttpResponseMessage cleared = await _running.Client.DeleteAsync("/_faults");
        cleared.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await _running.GetAsync("/_faults")).GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"path":"*","kind":"explosion"}""")]
    [InlineData("""{"path":"*"}""")]
    [InlineData("""{"kind":"hold"}""")]
    [InlineData("""{"path":"*","kind":"status"}""")]
    [InlineData("""{"path":"*","kind":"status","status":42}""")]
    [InlineData("""{"path":"*","kind":"hold","times":0}""")]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task Post_Nonsense_Answers400(string rule)
    {
        (HttpStatusCode status, string body) = await PostAsync(rule);

        status.ShouldBe(HttpStatusCode.BadRequest);
        body.ShouldStartWith("{\"error\":");
        _running.Sandbox.Faults.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Requests_ToTheFaultEndpoint_AreNotRecordedAndMeetNoFault()
    {
        await PostAsync("""{"path":"*","kind":"status","status":500}""");

        (await _running.GetAsync("/_faults")).GetArrayLength().ShouldBe(1);
        _running.Sandbox.Requests.Count.ShouldBe(0);
    }

    private async Task<(HttpStatusCode Status, string Body)> PostAsync(string rule)
    {
        using var content = new StringContent(rule, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await _running.Client.PostAsync("/_faults", content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
