using System.Net;
using SessionsWidgets.Sandbox.Faults;

namespace SessionsWidgets.Sandbox.Tests.Faults;

public sealed class FaultTests : IAsyncLifetime
{
    private const string Lounge = "/venues/stogies-chapin/sessions";
    private readonly RunningSandbox _running = new();

    public Task InitializeAsync() => _running.InitializeAsync();

    public Task DisposeAsync() => _running.DisposeAsync();

    [Fact]
    public async Task Status_WithTimes_IsAnsweredThatOften()
    {
        FaultRule rule = _running.Sandbox.Faults.Add("/venues/*", new StatusFault { Status = 503 }, times: 2);

        (await StatusesAsync(Lounge, Lounge, Lounge, "/brands/marchetti/sessions")).ShouldBe([503, 503, 200, 200]);
        rule.Hits.ShouldBe(2);
    }

    [Fact]
    public async Task Status_WithoutTimes_IsAnsweredUntilCleared()
    {
        _running.Sandbox.Faults.Add("*", new StatusFault { Status = 500 });

        (await StatusesAsync(Lounge, Lounge, "/cdn/cigars/cgr_10001.png")).ShouldBe([500, 500, 500]);
        _running.Sandbox.Faults.Clear();
        (await StatusesAsync(Lounge)).ShouldBe([200]);
    }

    [Fact]
    public async Task Status_HeadersAndBody_AreSent()
    {
        _running.Sandbox.Faults.Add("*", new StatusFault
        {
            Status = 429,
            Headers = new Dictionary<string, string> { ["Retry-After"] = "7", ["X-Reason"] = "test" },
            Body = "<h1>slow down</h1>",
            ContentType = "text/html",
        });

        using HttpResponseMessage answer = await _running.Client.GetAsync(Lounge);

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter?.Delta.ShouldBe(TimeSpan.FromSeconds(7));
        answer.Headers.GetValues("X-Reason").ShouldBe(["test"]);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("text/html");
        (await answer.Content.ReadAsStringAsync()).ShouldBe("<h1>slow down</h1>");
    }

    [Theory]
    [InlineData(204)]
    [InlineData(304)]
    public async Task Status_ThatMayHaveNoBody_HasNone(int status)
    {
        _running.Sandbox.Faults.Add("*", new StatusFault { Status = status });

        using HttpResponseMessage answer = await _running.Client.GetAsync(Lounge);

        ((int)answer.StatusCode).ShouldBe(status);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Path_WithQuestionMark_IsHeldAgainstTheQueryToo()
    {
        _running.Sandbox.Faults.Add("/venues/*?*offset=10*", new StatusFault { Status = 502 });

        (await StatusesAsync(Lounge, Lounge + "?limit=10&offset=0", Lounge + "?limit=10&offset=10")).ShouldBe([200, 200, 502]);
    }

    [Fact]
    public async Task Rules_Several_AreTriedInOrder()
    {
        _running.Sandbox.Faults.Add("/venues/*", new StatusFault { Status = 500 }, times: 1);
        _running.Sandbox.Faults.Add("*", new StatusFault { Status = 502 }, times: 1);

        (await StatusesAsync(Lounge, Lounge, Lounge)).ShouldBe([500, 502, 200]);
    }

    [Fact]
    public async Task Status_WithoutKey_IsAnsweredBeforeTheKeyIsLookedAt()
    {
        _running.Client.DefaultRequestHeaders.Authorization = null;
        _running.Sandbox.Faults.Add("*", new StatusFault { Status = 503 }, times: 1);

        (await StatusesAsync(Lounge, Lounge)).ShouldBe([503, 401]);
    }

    [Fact]
    public async Task Hold_UntilReleased_KeepsTheAnswerBack()
    {
        var hold = new HoldFault();
        _running.Sandbox.Faults.Add("/venues/*", hold, times: 1);

        Task<HttpResponseMessage> held = _running.Client.GetAsync(Lounge);
        await _running.Sandbox.Requests.WaitForAsync(1);
        (await StatusesAsync(Lounge)).ShouldBe([200], "only the first one is held");
        held.IsCompleted.ShouldBeFalse();
        _running.Sandbox.Requests.All[0].Status.ShouldBeNull();

        hold.Release();
        using HttpResponseMessage answer = await held;
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Hold_Cleared_LetsTheAnswerGo()
    {
        _running.Sandbox.Faults.Add("*", new HoldFault());
        Task<HttpResponseMessage> held = _running.Client.GetAsync(Lounge);
        await _running.Sandbox.Requests.WaitForAsync(1);

        _running.Sandbox.Faults.Clear();

        using HttpResponseMessage answer = await held;
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Delay_OnTheSandboxesClock_AnswersWhenItHasPassed()
    {
        _running.Sandbox.Faults.Add("*", new DelayFault { Milliseconds = 1500 });
        Task<HttpResponseMessage> delayed = _running.Client.GetAsync(Lounge);
        await _running.Sandbox.Requests.WaitForAsync(1);

        _running.Clock.Advance(TimeSpan.FromMilliseconds(1499));
        delayed.IsCompleted.ShouldBeFalse();
        _running.Clock.Advance(TimeSpan.FromMilliseconds(1));

        using HttpResponseMessage answer = await delayed;
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Dispose_DuringADelay_EndsTheRequest()
    {
        RunningSandbox other = await RunningSandbox.StartAsync();
        other.Sandbox.Faults.Add("*", new DelayFault { Milliseconds = 1000 });
        using var client = new HttpClient { BaseAddress = other.Sandbox.BaseUrl };
        Task<HttpResponseMessage> delayed = client.GetAsync(Lounge);
        await other.Sandbox.Requests.WaitForAsync(1);

        await other.DisposeAsync();

        await Should.ThrowAsync<HttpRequestException>(delayed);
    }

    [Theory]
    [InlineData("/venues/stogies-chapin/events")]
    [InlineData("/brands/marchetti/events")]
    [InlineData("/venues/stogies-chapin/checkins")]
    public async Task EveryKind_OnEventsAndCheckIns_IsCommittedRecordedAndCounted(string list)
    {
        var hold = new HoldFault();
        FaultRule status = _running.Sandbox.Faults.Add(list, new StatusFault { Status = 503 }, times: 1);
        _running.Sandbox.Faults.Add(list, hold, times: 1);
        _running.Sandbox.Faults.Add(list, new DelayFault { Milliseconds = 1500 }, times: 1);

        (await StatusesAsync(list)).ShouldBe([503]);
        Task<HttpResponseMessage> held = _running.Client.GetAsync(list + "?limit=2");
        await _running.Sandbox.Requests.WaitForAsync(2);
        held.IsCompleted.ShouldBeFalse();
        hold.Release();
        using HttpResponseMessage released = await held;
        Task<HttpResponseMessage> delayed = _running.Client.GetAsync(list);
        await _running.Sandbox.Requests.WaitForAsync(3);
        delayed.IsCompleted.ShouldBeFalse();
        _running.Clock.Advance(TimeSpan.FromMilliseconds(1500));
        using HttpResponseMessage late = await delayed;

        (await StatusesAsync(list)).ShouldBe([200]);
        status.Hits.ShouldBe(1);
        _running.Sandbox.Requests.All.Select(request => request.ToString()).ShouldBe(
            [$"GET {list} → 503", $"GET {list}?limit=2 → 200", $"GET {list} → 200", $"GET {list} → 200"]);
    }

    [Fact]
    public void Add_SenselessValues_AreRefused()
    {
        FaultRules faults = _running.Sandbox.Faults;

        Should.Throw<ArgumentException>(() => faults.Add("*", new StatusFault { Status = 999 })).Message.ShouldContain("200 to 599");
        Should.Throw<ArgumentException>(() => faults.Add("*", new DelayFault { Milliseconds = -1 })).Message.ShouldContain("milliseconds");
        Should.Throw<ArgumentException>(() => faults.Add("*", new HoldFault(), times: 0)).Message.ShouldContain("times");
        Should.Throw<ArgumentException>(() => faults.Add("", new HoldFault()));
        faults.All.ShouldBeEmpty();
    }

    private async Task<List<int>> StatusesAsync(params string[] paths)
    {
        var statuses = new List<int>();
        foreach (string path in paths)
        {
            using HttpResponseMessage answer = await _running.Client.GetAsync(path);
            statuses.Add((int)answer.StatusCode);
        }

        return statuses;
    }
}
