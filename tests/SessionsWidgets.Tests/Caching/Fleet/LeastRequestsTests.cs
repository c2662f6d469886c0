using SessionsWidgets.TestSupport.Fleet;

namespace SessionsWidgets.Tests.Caching.Fleet;

/// <summary>How the fleet's benchmark counts what upstream could have got at least. Windows are of 60 seconds.</summary>
public sealed class LeastRequestsTests
{
    private const int Never = 10_000;

    [Theory]
    [InlineData(0)]
    [InlineData(1, 5)]
    [InlineData(1, 5, 6, 64)]
    [InlineData(2, 5, 65)]
    [InlineData(2, 5, 64, 65, 124)]
    [InlineData(3, 0, 59, 100, 159, 160)]
    public void Count_NoOutage_IsAWindowFromEachFirstVisit(int expected, params int[] visits) =>
        Count(visits, outage: Never, recovery: null).ShouldBe(expected);

    [Theory]
    // Upstream answers nothing from 100 on; the query's first answer afterwards is at 250.
    [InlineData(1, 10, 60)]
    [InlineData(2, 10, 99)]
    [InlineData(1, 10, 100, 200)]
    [InlineData(0, 100, 200, 249)]
    public void Count_NotVisitedAfterTheOutage_LeavesItOut(int expected, params int[] visits) =>
        Count(visits, outage: 100, recovery: null).ShouldBe(expected);

    [Theory]
    [InlineData(2, 10, 100, 249)]
    [InlineData(2, 10, 100, 249, 309)]
    [InlineData(3, 10, 100, 249, 310)]
    [InlineData(1, 200)]
    public void Count_RecoversAt250_OpensAWindowThere(int expected, params int[] visits) =>
        Count(visits, outage: 100, recovery: 250).ShouldBe(expected);

    private static int Count(int[] visits, int outage, int? recovery) => LeastRequests.Count(
        visits.Select(at => TimeSpan.FromSeconds(at)), TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(outage),
        recovery is { } at ? TimeSpan.FromSeconds(at) : default(TimeSpan?));
}
