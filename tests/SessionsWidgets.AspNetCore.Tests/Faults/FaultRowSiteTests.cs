using SessionsWidgets.TestSupport.Faults;

namespace SessionsWidgets.AspNetCore.Tests.Faults;

/// <summary>Every fault in every state of the cache, through a tag in a Razor page.</summary>
public sealed class FaultRowSiteTests(FaultSite site) : IClassFixture<FaultSite>
{
    public static TheoryData<string> Rows => [.. FaultTable.Rows.Concat(FaultTable.GuestRows).Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Page_ColdAndFaulty_ShowsTheFallback(string id) => site.Open(id).ColdAsync();

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Page_FreshAndFaulty_DoesNotAsk(string id) => site.Open(id).FreshAsync();

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Page_StaleAndFaulty_ShowsTheLastGoodResponse(string id) => site.Open(id).StaleAsync();
}

/// <summary>The same for events and check-ins.</summary>
public sealed class FaultRowListSiteTests(FaultSite site) : IClassFixture<FaultSite>
{
    public static TheoryData<string> Rows => [.. FaultTable.ListRows.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Page_ColdAndFaulty_ShowsTheFallback(string id) => site.Open(id).ColdAsync();

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Page_FreshAndFaulty_DoesNotAsk(string id) => site.Open(id).FreshAsync();

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Page_StaleAndFaulty_ShowsTheLastGoodResponse(string id) => site.Open(id).StaleAsync();
}
