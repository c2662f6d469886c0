using SessionsWidgets.TestSupport.Faults;

namespace SessionsWidgets.Tests.Faults;

/// <summary>Every fault in every state of the cache, through the library call.</summary>
public sealed class FaultRowTests : FaultRowTest
{
    public static TheoryData<string> Rows => [.. FaultTable.Rows.Concat(FaultTable.GuestRows).Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Rows))]
    public Task RenderAsync_ColdAndFaulty_ShowsTheFallback(string id) => RunAsync(id, visits => visits.ColdAsync());

    [Theory]
    [MemberData(nameof(Rows))]
    public Task RenderAsync_FreshAndFaulty_DoesNotAsk(string id) => RunAsync(id, visits => visits.FreshAsync());

    [Theory]
    [MemberData(nameof(Rows))]
    public Task RenderAsync_StaleAndFaulty_ShowsTheLastGoodResult(string id) => RunAsync(id, visits => visits.StaleAsync());

    [Fact]
    public void Rows_OfTheTable_AreAllThere() =>
        FaultTable.Rows.Select(
            r => int.Parse(new string(r.Id.TakeWhile(char.IsAsciiDigit).ToArray()), System.Globalization.CultureInfo.InvariantCulture))
            .Distinct()
            .Order()
            .ShouldBe(Enumerable.Range(1, 64));
}

/// <summary>The same for events and check-ins.</summary>
public sealed class FaultRowListTests : FaultRowTest
{
    public static TheoryData<string> Rows => [.. FaultTable.ListRows.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Rows))]
    public Task RenderAsync_ColdAndFaulty_ShowsTheFallback(string id) => RunAsync(id, visits => visits.ColdAsync());

    [Theory]
    [MemberData(nameof(Rows))]
    public Task RenderAsync_FreshAndFaulty_DoesNotAsk(string id) => RunAsync(id, visits => visits.FreshAsync());

    [Theory]
    [MemberData(nameof(Rows))]
    public Task RenderAsync_StaleAndFaulty_ShowsTheLastGoodResult(string id) => RunAsync(id, visits => visits.StaleAsync());
}
