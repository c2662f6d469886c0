using System.Net;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Widgets.Queries;

/// <summary>A host's own widget with queries that do not follow each other, and one that follows.</summary>
public sealed class WidgetPlanTests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly TemporaryFolder _folder = new();
    private readonly List<SessionsClient> _clients = [];
    private int _models;

    public void Dispose()
    {
        _clients.ForEach(c => c.Dispose());
        _folder.Dispose();
    }

    [Fact]
    public async Task RenderAsync_QueriesThatDoNotFollowEachOther_FetchesThemSideBySide()
    {
        var both = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = 0;
        var upstream = new StubHandler(async (_, cancellationToken) =>
        {
            // Neither has a response before both are requested.
            if (Interlocked.Increment(ref asked) == 2) both.SetResult();
            await both.Task.WaitAsync(cancellationToken);
            return StubHandler.Json(Sessions.Page(Sessions.Item("one")));
        });
        var (one, other) = (Latest(1), Latest(2));
        var (renderer, lounge) = Create(upstream, new WidgetPlan([one, other], results => Model(results.Get(one), results.Get(other))));

        (await renderer.RenderAsync(lounge, new TwoLists())).ToString().ShouldBe("1+1");
    }

    [Fact]
    public async Task RenderAsync_OneQueryFails_ShowsTheOtherAndIsNotCached()
    {
        var upstream =
            new StubHandler((request, _) => Task.FromResult(request.RequestUri!.Query.Contains("limit=2", StringComparison.Ordinal)
            ? StubHandler.Json("{}", HttpStatusCode.Forbidden)
            : StubHandler.Json(Sessions.Page(Sessions.Item("one")))));
        var (one, other) = (Latest(1), Latest(2));
        QueryResult<SessionPage>? missing = null;
        var (renderer, lounge) =
            Create(upstream, new WidgetPlan([one, other], results => Model(results.Get(one), missing = results.Get(other))));

        var fragment = await renderer.RenderAsync(lounge, new TwoLists());

        fragment.ToString().ShouldBe("1+none");
        fragment.Origin.ShouldBe(FragmentOrigin.Fresh);
        fragment.FreshUntil.ShouldBe(_clock.GetUtcNow());
        missing.ShouldNotBeNull();
        missing.Value.ShouldBeNull();
        missing.Failure!.Failure.ShouldBe(ApiFailure.Unauthorized);
        fragment.Error.ShouldBe(missing.Failure);
    }

    [Fact]
    public async Task RenderAsync_LastGoodValue_IsStaleInTheModelAndTheFragment()
    {
        var isDown = false;
        var upstream = new StubHandler(
            (_, _) =>
                Task.FromResult(
                    isDown
                        ? StubHandler.Json("{}", HttpStatusCode.InternalServerError)
                        : StubHandler.Json(Sessions.Page(Sessions.Item("one")))));
        var one = Latest(1);
        QueryResult<SessionPage>? seen = null;
        var (renderer, lounge) = Create(upstream, new WidgetPlan([one], results => Model(seen = results.Get(one), null)));
        var first = _clock.GetUtcNow();
        (await renderer.RenderAsync(lounge, new TwoLists())).FreshUntil.ShouldBe(first + new CachePolicy().FreshFor);
        (seen!.IsStale, seen.Failure, seen.FetchedAt).ShouldBe((false, null, first));

        isDown = true;
        _clock.Advance(TimeSpan.FromHours(1));
        var fragment = await renderer.RenderAsync(lounge, new TwoLists());

        fragment.Origin.ShouldBe(FragmentOrigin.Stale);
        (seen.IsStale, seen.FetchedAt).ShouldBe((true, first));
        seen.Failure.ShouldNotBeNull();
        fragment.Error.ShouldBe(seen.Failure);
    }

    [Fact]
    public async Task RenderAsync_FirstIsListedAndFollowedTwice_IsAskedOnce()
    {
        var upstream = new StubHandler((request, _) => Task.FromResult(StubHandler.Json(Answer(request))));
        var first = Latest(1);
        var (same, more) = (SameCigar(first), first.Then(_ => Latest(2)));
        var (renderer, lounge) =
            Create(upstream, new WidgetPlan([same, more, first], results => Model(results.Get(first), results.Get(same))));

        (await renderer.RenderAsync(lounge, new TwoLists())).ToString().ShouldBe("1+3");

        upstream.Requests.ShouldBe(3);
    }

    [Fact]
    public async Task RenderAsync_NothingToFollow_SendsNoMoreRequests()
    {
        var upstream = new StubHandler(Sessions.Page(Sessions.Item("one")));
        var first = Latest(1);
        var same = SameCigar(first);
        var (renderer, lounge) = Create(upstream, new WidgetPlan([same], results => Model(results.Get(first), results.Get(same))));

        var fragment = await renderer.RenderAsync(lounge, new TwoLists());

        fragment.ToString().ShouldBe("1+none");
        fragment.FreshUntil.ShouldBe(_clock.GetUtcNow() + new CachePolicy().FreshFor);
        upstream.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task RenderAsync_FirstFails_TheOneThatFollowsHasItsFailure()
    {
        var upstream = new StubHandler((_, _) => Task.FromResult(StubHandler.Json("{}", HttpStatusCode.Forbidden)));
        var (renderer, lounge) = Create(
            upstream, SameCigar(Latest(1)).ToModel(_ => throw new InvalidOperationException("there is nothing to make a model from")));

        var fragment = await renderer.RenderAsync(lounge, new TwoLists());

        fragment.Origin.ShouldBe(FragmentOrigin.Fallback);
        fragment.Error.ShouldBeOfType<ApiException>().Failure.ShouldBe(ApiFailure.Unauthorized);
        upstream.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task RefreshRemoveAndWarm_WithAQueryThatFollows_RunBothAndMakeNoModel()
    {
        var upstream = new StubHandler((request, _) => Task.FromResult(StubHandler.Json(Answer(request))));
        var (renderer, lounge) = Create(upstream, Following());

        (await renderer.WarmAsync(lounge, new TwoLists(), default)).ShouldBe(_clock.GetUtcNow() + new CachePolicy().FreshFor);
        upstream.Requests.ShouldBe(2);
        await renderer.RefreshAsync(lounge, new TwoLists());
        upstream.Requests.ShouldBe(4);
        await renderer.RemoveAsync(lounge, new TwoLists());
        upstream.Requests.ShouldBe(4, "a removal asks for nothing");
        _models.ShouldBe(0);

        (await renderer.RenderAsync(lounge, new TwoLists())).ToString().ShouldBe("1+3");
        upstream.Requests.ShouldBe(6, "both were removed");
        _models.ShouldBe(1);
    }

    [Fact]
    public async Task RemoveAsync_OnAServerThatHasNotRenderedIt_RemovesTheQueryThatFollowsToo()
    {
        var upstream = new StubHandler((request, _) => Task.FromResult(StubHandler.Json(Answer(request))));
        var store = new SharedStore();
        var (here, lounge) = Create(upstream, Following(), store);
        await here.RenderAsync(lounge, new TwoLists());
        await Eventually.BeTrueAsync(() => _clients[0].FetchesUnderWay == 0, () => "what was fetched is stored");
        var (there, same) = Create(upstream, Following(), store);
        await there.RemoveAsync(same, new TwoLists());

        var (elsewhere, again) = Create(upstream, Following(), store);
        await elsewhere.RenderAsync(again, new TwoLists());

        upstream.Requests.ShouldBe(4, "none was taken from the store");
    }

    [Fact]
    public async Task RemoveAsync_Canceled_RemovesNothing()
    {
        var upstream = new StubHandler((request, _) => Task.FromResult(StubHandler.Json(Answer(request))));
        var (renderer, lounge) = Create(upstream, Following());
        await renderer.RenderAsync(lounge, new TwoLists());

        await Should.ThrowAsync<OperationCanceledException>(
            () => renderer.RemoveAsync(lounge, new TwoLists(), new CancellationToken(canceled: true)));

        await renderer.RenderAsync(lounge, new TwoLists());
        upstream.Requests.ShouldBe(2, "both are still there");
    }

    [Fact]
    public async Task RenderAsync_ModelFromAnythingElse_IsWaitedFor()
    {
        var upstream = new StubHandler(Sessions.Page());
        var source = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var (renderer, lounge) = Create(
            upstream,
            new WidgetPlan([], async (_, cancellationToken) => new TwoListsModel(await source.Task.WaitAsync(cancellationToken), 7)));

        var rendering = renderer.RenderAsync(lounge, new TwoLists());
        source.SetResult(5);

        (await rendering).ToString().ShouldBe("5+7");
        upstream.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task RenderAsync_ModelThatChangesByItself_IsFreshUntilThen()
    {
        var soon = _clock.GetUtcNow() + TimeSpan.FromSeconds(7);
        var (renderer, lounge) = Create(new StubHandler(Sessions.Page()), Latest(1).ToModel(_ => new TwoListsModel(0, 0, soon)));

        (await renderer.RenderAsync(lounge, new TwoLists())).FreshUntil.ShouldBe(soon);
    }

    [Fact]
    public async Task Get_QueryThatIsNotListed_SaysSo()
    {
        var (renderer, lounge) =
            Create(new StubHandler(Sessions.Page()), new WidgetPlan([Latest(1)], results => Model(results.Get(Latest(1)), null)));

        (await renderer.RenderAsync(lounge, new TwoLists())).Error.ShouldBeOfType<ArgumentException>().Message.ShouldStartWith(
            "The widget's plan does not list this query");
    }

    private static WidgetQuery<SessionPage> Latest(int limit) => WidgetQuery.Sessions(new SessionQuery { Limit = limit });

    private static WidgetQuery<SessionPage> SameCigar(WidgetQuery<SessionPage> first) =>
        first.Then(page => page.Sessions is [{ Cigar.Id: { } id }] ? WidgetQuery.Sessions(new SessionQuery { CigarId = id }) : null);

    /// <summary>One session of a business, and three of its cigar.</summary>
    private static string Answer(HttpRequestMessage request)
    {
        const string Cigar = "\"cigar\":{\"id\":\"cgr_1\",\"name\":\"Robusto\"}";
        var count = request.RequestUri!.AbsolutePath.Contains("cgr_1", StringComparison.Ordinal) ? 3 : 1;
        return Sessions.Page(Enumerable.Range(1, count).Select(i => Sessions.Item($"ses_{i}", more: Cigar)));
    }

    private WidgetPlan Following()
    {
        var first = Latest(1);
        var same = SameCigar(first);
        return new WidgetPlan([first, same], results => Model(results.Get(first), results.Get(same)));
    }

    private TwoListsModel Model(QueryResult<SessionPage> one, QueryResult<SessionPage>? other)
    {
        Interlocked.Increment(ref _models);
        return new TwoListsModel(one.Value?.Sessions.Count, other?.Value?.Sessions.Count);
    }

    private (WidgetRenderer Renderer, BusinessContext Lounge) Create(StubHandler upstream, WidgetPlan plan, SharedStore? store = null)
    {
        _folder.Write("two-lists.liquid", "{{ one }}+{{ other | default: 'none' }}");
        var type = new WidgetDefinition<TwoLists>("two-lists", [], (_, _) => plan)
        {
            Describe = members => members.Add<TwoListsModel>(m => m.Member("one", x => (long?)x.One).Member("other", x => (long?)x.Other)),
        };
        var client = new SessionsClient(
            new SessionsClientOptions
            {
                ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = upstream,
                TimeProvider = _clock, WaitingClock = _clock, DistributedCache = store,
            });
        _clients.Add(client);
        return (
            new WidgetRenderer(client, new WidgetRendererOptions { Catalog = new WidgetCatalog([type]), TemplateFolder = _folder.Path }),
            client.GetBusiness(BusinessType.Venue, "lounge"));
    }

    private sealed record TwoLists : Widget;

    private sealed class TwoListsModel(int? one, int? other, DateTimeOffset? until = null) : WidgetModel
    {
        public int? One { get; } = one;

        public int? Other { get; } = other;

        public override DateTimeOffset FreshUntil { get; } = until ?? DateTimeOffset.MaxValue;
    }
}
