using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Faults;

namespace SessionsWidgets.Tests.Faults;

/// <summary>Faults of events and check-ins in every state of the cache, through a host's own widget over them. What is wrong in payloads is
/// tested by <see cref="FaultRowCallTests"/>.</summary>
public sealed class FaultRowListTests : FaultTest
{
    private const string Template =
        "{% for name in names %}<p>{{ name }}</p>{% else %}<p class=\"sw-state-title\">None</p>{% endfor %}";

    public static TheoryData<string> Rows => [.. FaultTable.ListRows.Where(r => !r.IsOneRequest).Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Rows))]
    public Task RenderAsync_ColdAndFaulty_ShowsTheFallback(string id) => RunAsync(id, visits => visits.ColdAsync());

    [Theory]
    [MemberData(nameof(Rows))]
    public Task RenderAsync_FreshAndFaulty_DoesNotAsk(string id) => RunAsync(id, visits => visits.FreshAsync());

    [Theory]
    [MemberData(nameof(Rows))]
    public Task RenderAsync_StaleAndFaulty_ShowsTheLastGoodResult(string id) => RunAsync(id, visits => visits.StaleAsync());

    private static WidgetPlan PlanOver(FaultEndpoint endpoint) => endpoint == FaultEndpoint.Events
        ? WidgetQuery.Events(new EventQuery()).ToModel(page => new Names([.. page.Events.Select(e => e.Title)]))
        : WidgetQuery.CheckIns(new CheckInQuery()).ToModel(page => new Names([.. page.CheckIns.Select(c => c.User.DisplayName)]));

    private async Task RunAsync(string id, Func<FaultVisits, Task> run)
    {
        var line = Upstream.Open("lounge", FaultTable.Find(id));
        await using var client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = line.BaseUrl,
            ApiKey = FaultVisits.Canary,
            TimeProvider = Clock,
            WaitingClock = Clock,
            LoggerFactory = Log,
            HttpHandler = Upstream.Handler,
        });
        using var folder = new TemporaryFolder();
        folder.Write("list-names.liquid", Template);
        var type = new WidgetDefinition<NamesWidget>("list-names", [], (_, _) => PlanOver(line.Row.Endpoint))
        {
            Describe = members => members.Add<Names>(m => m.List("names", x => x.Values)),
        };
        var widgets = new WidgetRenderer(
            client, new WidgetRendererOptions { Catalog = new WidgetCatalog([type]), TemplateFolder = folder.Path });
        var lounge = client.GetBusiness(BusinessType.Venue, "lounge");
        await run(new FaultVisits(line, Clock, Log, async () => (await widgets.RenderAsync(lounge, new NamesWidget())).ToString()));
        foreach (var head in Upstream.Heads) head.ShouldContain($"Authorization: Bearer {FaultVisits.Canary}\r\n");
    }

    private sealed record NamesWidget : Widget;

    private sealed class Names(IReadOnlyList<string> values) : WidgetModel
    {
        public override bool IsEmpty => Values.Count == 0;

        public IReadOnlyList<string> Values { get; } = values;
    }
}
