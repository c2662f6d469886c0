using SessionsWidgets.Sandbox;
using SessionsWidgets.Sandbox.Faults;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Context;

/// <summary>The client against the sandbox API, over real HTTP.</summary>
public sealed class BusinessContextTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private SandboxApi _sandbox = null!;
    private SessionsClient _client = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxApi.StartAsync(new SandboxOptions { Clock = _clock });
        _client = new SessionsClient(
            new SessionsClientOptions
            {
                ApiBaseUrl = _sandbox.BaseUrl, ApiKey = _sandbox.ApiKey,
                TimeProvider = _clock, WaitingClock = _clock,
            });
    }

    public async Task DisposeAsync()
    {
        await _client.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    private BusinessContext Lounge => _client.GetBusiness(BusinessType.Venue, "stogies-chapin");

    [Fact]
    public async Task GetSessionsAsync_OfAVenue_AsksTheDocumentedAddressWithTheKey()
    {
        var page = await Lounge.GetSessionsAsync(new SessionQuery { Limit = 10, From = new DateOnly(2026, 7, 1) });
        page.Sessions.Count.ShouldBe(10);
        page.Sessions.Select(s => s.CreatedAt).ShouldBe(page.Sessions.Select(s => s.CreatedAt).OrderDescending());
        var request = _sandbox.Requests.All.ShouldHaveSingleItem();
        (request.Path + request.Query).ShouldBe("/venues/stogies-chapin/sessions?limit=10&from=2026-07-01");
        request.Headers["Authorization"].ShouldBe("Bearer sandbox-key");
    }

    [Fact]
    public async Task GetSessionsAsync_OfACigar_AsksTheCigarEndpoint()
    {
        var some = await Lounge.GetSessionsAsync(new SessionQuery { Limit = 50 });
        var cigar = some.Sessions.First(s => s.Cigar is not null).Cigar!.Id!;
        var page = await Lounge.GetSessionsAsync(new SessionQuery { CigarId = cigar });
        page.Sessions.ShouldNotBeEmpty();
        page.Sessions.ShouldAllBe(s => s.Cigar!.Id == cigar);
        (_sandbox.Requests.All[^1].Path + _sandbox.Requests.All[^1].Query).ShouldBe($"/cigars/{cigar}/sessions");
    }

    [Fact]
    public async Task GetSessionsAsync_MoreThanOnePage_AsksSeveralAndGivesEachSessionOnce()
    {
        var page = await Lounge.GetSessionsAsync(new SessionQuery { Limit = 250, Offset = 5 });
        page.Sessions.Count.ShouldBe(250);
        page.Sessions.Select(s => s.Id).Distinct().Count().ShouldBe(250);
        _sandbox.Requests.All.Select(r => r.Query).ShouldBe(["?limit=100&offset=5", "?limit=100&offset=105", "?limit=50&offset=205"]);
    }

    [Fact]
    public async Task GetSessionsAsync_Again_IsServedFromTheCache()
    {
        await Lounge.GetSessionsAsync(new SessionQuery { Limit = 3 });
        await Lounge.GetSessionsAsync(new SessionQuery { Limit = 3 });
        _sandbox.Requests.Count.ShouldBe(1);
        await Lounge.GetSessionsAsync(new SessionQuery { Limit = 4 });
        _sandbox.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task GetSessionsAsync_ThousandConcurrentCallers_MakeOneRequest()
    {
        var hold = new HoldFault();
        _sandbox.Faults.Add("/venues/*", hold);
        var callers = Enumerable.Range(0, 1000)
            .Select(_ => Task.Run(() => Lounge.GetSessionsAsync(new SessionQuery { Limit = 7 })))
            .ToList();
        await _sandbox.Requests.WaitForAsync(1);
        hold.Release();
        foreach (var page in await Task.WhenAll(callers)) page.Sessions.Count.ShouldBe(7);
        _sandbox.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task GetSessionsAsync_BadQuery_MakesNoRequest()
    {
        await Should.ThrowAsync<ParameterException>(() => Lounge.GetSessionsAsync(new SessionQuery { Limit = 0 }));
        _sandbox.Requests.Count.ShouldBe(0);
    }

    [Fact]
    public async Task GetSessionsAsync_WrongKey_TellsWhatToSet()
    {
        await using var client = new SessionsClient(new SessionsClientOptions { ApiBaseUrl = _sandbox.BaseUrl, ApiKey = "wrong-key" });
        var error =
            await Should.ThrowAsync<ApiException>(() => client.GetBusiness(BusinessType.Venue, "stogies-chapin").GetSessionsAsync());
        error.Failure.ShouldBe(ApiFailure.Unauthorized);
        error.Message.ShouldContain("ApiKey");
        error.ToString().ShouldNotContain("wrong-key");
    }

    [Fact]
    public async Task GetSessionsAsync_UnknownBusiness_IsNotFound()
    {
        var error = await Should.ThrowAsync<ApiException>(() => _client.GetBusiness(BusinessType.Venue, "nobody-here").GetSessionsAsync());
        error.Failure.ShouldBe(ApiFailure.NotFound);
        error.Uri.AbsolutePath.ShouldBe("/venues/nobody-here/sessions");
    }

    [Fact]
    public async Task GetSessionsAsync_UpstreamNeverResponds_EndsAtTheDeadline()
    {
        _sandbox.Faults.Add("/venues/*", new HoldFault());
        var result = Lounge.GetSessionsAsync();
        await _sandbox.Requests.WaitForAsync(1);
        _clock.Advance(TimeSpan.FromSeconds(10));
        (await Should.ThrowAsync<ApiException>(() => result)).Failure.ShouldBe(ApiFailure.TimedOut);
    }

    [Fact]
    public async Task GetSessionsAsync_UpstreamFailsLater_GivesTheLastGoodResult()
    {
        var good = await Lounge.GetSessionsAsync(new SessionQuery { Limit = 3 });
        _clock.Advance(TimeSpan.FromHours(1));
        _sandbox.Faults.Add("/venues/*", new StatusFault { Status = 500 });
        var stale = await Lounge.GetSessionsAsync(new SessionQuery { Limit = 3 });
        stale.IsStale.ShouldBeTrue();
        stale.Sessions.Select(s => s.Id).ShouldBe(good.Sessions.Select(s => s.Id));
    }

    [Fact]
    public async Task GetSessionsAsync_UpstreamGone_IsUnreachable()
    {
        var url = _sandbox.BaseUrl;
        await _sandbox.DisposeAsync();
        await using var client = new SessionsClient(new SessionsClientOptions { ApiBaseUrl = url });
        var error =
            await Should.ThrowAsync<ApiException>(() => client.GetBusiness(BusinessType.Venue, "stogies-chapin").GetSessionsAsync());
        error.Failure.ShouldBe(ApiFailure.Unreachable);
        error.Message.ShouldContain("no connection");
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("stogies/chapin")]
    public void Business_IdThatIsNoIdentifier_IsRefused(string id) =>
        Should.Throw<ParameterException>(() => _client.GetBusiness(BusinessType.Venue, id)).ParameterName.ShouldBe("BusinessId");

    [Fact]
    public void Business_AtAnotherAddress_DoesNotGetTheClientsKey()
    {
        _client.GetBusiness(
            new BusinessOptions { BusinessId = "a", ApiBaseUrl = new Uri("https://elsewhere.example.com") }).ApiKey.ShouldBeNull();
        _client.GetBusiness(new BusinessOptions { BusinessId = "a" }).ApiKey.ShouldNotBeNull();
    }
}
