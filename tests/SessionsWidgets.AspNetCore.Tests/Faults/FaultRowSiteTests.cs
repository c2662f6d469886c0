using SessionsWidgets.TestSupport.Faults;

namespace SessionsWidgets.AspNetCore.Tests.Faults;

/// <summary>Every fault in every state of the cache, through a tag in a Razor page.</summary>
public sealed class FaultRowSiteTests(FaultSite site) : IClassFixture<FaultSite>
{
    private static int s_businesses;

    public static TheoryData<string> Rows => [.. FaultTable.WidgetRows.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Page_ColdAndFaulty_ShowsTheFallback(string id) => Open(id).ColdAsync();

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Page_FreshAndFaulty_DoesNotAsk(string id) => Open(id).FreshAsync();

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Page_StaleAndFaulty_ShowsTheLastGoodResponse(string id) => Open(id).StaleAsync();

    private FaultVisits Open(string id) => site.Open($"b{Interlocked.Increment(ref s_businesses)}", FaultTable.Find(id));
}
