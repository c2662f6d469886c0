using System.Net.Http.Headers;
using SessionsWidgets.Sandbox.Requests;

namespace SessionsWidgets.Sandbox.Tests.Requests;

public sealed class RequestLogTests : IAsyncLifetime
{
    private const string Lounge = "/venues/stogies-chapin/sessions";
    private readonly RunningSandbox _running = new();

    private RequestLog Log => _running.Sandbox.Requests;

    public Task InitializeAsync() => _running.InitializeAsync();

    public Task DisposeAsync() => _running.DisposeAsync();

    [Fact]
    public async Task All_AfterRequests_HasWhatWasSentAndAnswered()
    {
        using HttpResponseMessage first = await _running.Client.GetAsync(Lounge + "?limit=5&from=2026-07-01");
        _running.Clock.Advance(TimeSpan.FromMinutes(2));
        _running.Client.DefaultRequestHeaders.Authorization = null;
        using HttpResponseMessage second = await _running.Client.GetAsync("/brands/marchetti/sessions");

        Log.Count.ShouldBe(2);
        RecordedRequest[] all = [.. Log.All];
        all[0].Method.ShouldBe("GET");
        all[0].Path.ShouldBe(Lounge);
        all[0].Query.ShouldBe("?limit=5&from=2026-07-01");
        all[0].Time.ShouldBe(RunningSandbox.Now);
        all[0].HasAuthorization.ShouldBeTrue();
        all[0].Headers["authorization"].ShouldBe("Bearer sandbox-key");
        all[0].Status.ShouldBe(200);
        all[0].ToString().ShouldBe("GET /venues/stogies-chapin/sessions?limit=5&from=2026-07-01 → 200");
        all[1].Query.ShouldBe("");
        all[1].Time.ShouldBe(RunningSandbox.Now.AddMinutes(2));
        all[1].HasAuthorization.ShouldBeFalse();
        all[1].Status.ShouldBe(401);
    }

    [Fact]
    public async Task Answer_OnTheSandboxesClock_IsDatedByIt()
    {
        using HttpResponseMessage answer = await _running.Client.GetAsync(Lounge);

        answer.Headers.Date.ShouldBe(RunningSandbox.Now);
    }

    [Fact]
    public async Task WaitForAsync_EnoughAlready_EndsAtOnce()
    {
        using HttpResponseMessage answer = await _running.Client.GetAsync(Lounge);

        Task<IReadOnlyList<RecordedRequest>> wait = Log.WaitForAsync(1);

        wait.IsCompletedSuccessfully.ShouldBeTrue();
        (await wait).Count.ShouldBe(1);
    }

    [Fact]
    public async Task WaitForAsync_OfAKind_CountsThoseAlone()
    {
        Task<IReadOnlyList<RecordedRequest>> wait =
            Log.WaitForAsync(2, request => request.Path.StartsWith("/cigars/", StringComparison.Ordinal));

        using HttpResponseMessage first = await _running.Client.GetAsync("/cigars/cgr_10001/sessions");
        using HttpResponseMessage second = await _running.Client.GetAsync(Lounge);
        wait.IsCompleted.ShouldBeFalse();
        using HttpResponseMessage third = await _running.Client.GetAsync("/cigars/cgr_10002/sessions");

        (await wait).Select(request => request.Path).ShouldBe(["/cigars/cgr_10001/sessions", "/cigars/cgr_10002/sessions"]);
    }

    [Fact]
    public async Task WaitForAsync_Cancelled_EndsTheWait()
    {
        using var cancelled = new CancellationTokenSource();
        Task wait = Log.WaitForAsync(1, cancelled.Token);

        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(wait);
    }

    [Fact]
    public async Task Clear_ThenRequests_CountsFromThere()
    {
        using HttpResponseMessage first = await _running.Client.GetAsync(Lounge);
        Log.Clear();
        Log.Count.ShouldBe(0);
        Task<IReadOnlyList<RecordedRequest>> wait = Log.WaitForAsync(1);
        wait.IsCompleted.ShouldBeFalse();

        using HttpResponseMessage second = await _running.Client.GetAsync(Lounge);

        (await wait).Count.ShouldBe(1);
    }

    [Fact]
    public async Task All_ManyAtOnce_HasEveryOne()
    {
        using var client = new HttpClient { BaseAddress = _running.Sandbox.BaseUrl };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sandbox-key");

        await Parallel.ForAsync(0, 200, async (index, ct) =>
        {
            using HttpResponseMessage answer = await client.GetAsync($"{Lounge}?limit=2&offset={index}", ct);
            answer.EnsureSuccessStatusCode();
        });

        Log.All.Select(request => request.Query).Distinct().Count().ShouldBe(200);
        Log.All.ShouldAllBe(request => request.Status == 200);
    }
}
