using SessionsWidgets.TestSupport.Faults;

namespace SessionsWidgets.Cli.Tests.Faults;

/// <summary>Every fault in a build of a static site: without anything kept, with what was kept a moment ago, and long ago.</summary>
public sealed class FaultRowBuildTests : FaultRowBuildTest
{
    /// <summary>A static page has no visitor whose duration could be queried.</summary>
    public static TheoryData<string> Rows =>
        [.. FaultTable.Rows.Concat(FaultTable.GuestRows).Where(r => r.Endpoint != FaultEndpoint.GuestDurations).Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Build_ColdAndFaulty_ShowsTheContentAndSaysSo(string id) => BuildOnceAsync(id);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Build_FreshAndFaulty_ShowsTheLastGoodResponse(string id) => BuildTwiceAsync(id, TimeSpan.Zero);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Build_StaleAndFaulty_ShowsTheLastGoodResponse(string id) => BuildTwiceAsync(id, TimeSpan.FromDays(3));
}

/// <summary>The same for events and check-ins.</summary>
public sealed class FaultRowListBuildTests : FaultRowBuildTest
{
    public static TheoryData<string> Rows =>
        [.. FaultTable.ListRows.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Build_ColdAndFaulty_ShowsTheContentAndSaysSo(string id) => BuildOnceAsync(id);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Build_FreshAndFaulty_ShowsTheLastGoodResponse(string id) => BuildTwiceAsync(id, TimeSpan.Zero);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Build_StaleAndFaulty_ShowsTheLastGoodResponse(string id) => BuildTwiceAsync(id, TimeSpan.FromDays(3));
}
