using System.Net;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Boxpressd;

/// <summary>The check-ins at a venue.</summary>
public sealed class CheckInTests : IDisposable
{
    private readonly ListUpstream _upstream = new();

    public void Dispose() => _upstream.Dispose();

    [Fact]
    public async Task GetCheckInsAsync_DocumentedExample_HasEveryPart()
    {
        _upstream.Items = [CheckIns.Full("chk_12345")];
        var one = (await _upstream.Lounge().GetCheckInsAsync()).CheckIns.ShouldHaveSingleItem();
        one.Id.ShouldBe("chk_12345");
        one.CreatedAt.ShouldBe(new DateTimeOffset(2026, 7, 18, 22, 14, 0, TimeSpan.Zero));
        one.Note.ShouldBe("Great night at the lounge.");
        one.Rating.ShouldBe(5);
        one.User.DisplayName.ShouldBe("Jo Example");
        one.User.AvatarUrl!.AbsoluteUri.ShouldBe("https://cdn.example.com/users/usr_1.jpg");
        one.Venue!.Name.ShouldBe("The Lounge");
        _upstream.Asked.ShouldBe(["/venues/lounge/checkins"]);
    }

    [Fact]
    public async Task GetCheckInsAsync_AllOptions_AreInTheAddress()
    {
        await _upstream.Lounge().GetCheckInsAsync(
            new CheckInQuery { Limit = 10, Offset = 20, From = Day.Ago(7), To = new DateOnly(2026, 7, 18) });
        _upstream.Asked.ShouldBe(["/venues/lounge/checkins?limit=10&offset=20&from=2026-07-11&to=2026-07-18"]);
    }

    [Fact]
    public async Task GetCheckInsAsync_UpstreamHasAnotherOrder_IsNewestFirstWithTiesById()
    {
        _upstream.Items =
        [
            CheckIns.Item("undated", "yesterday"), CheckIns.Item("b"), CheckIns.Item("old", "2026-07-17T22:14:00Z"),
            CheckIns.Item("a"), CheckIns.Item("new", "2026-07-18T23:00:00Z"), CheckIns.Item("day", "2026-07-18"),
        ];
        var page = await _upstream.Lounge().GetCheckInsAsync(new CheckInQuery { Limit = 10 });
        page.CheckIns.Select(c => c.Id).ShouldBe(["new", "a", "b", "day", "old", "undated"]);
        page.CheckIns[3].CreatedAt.ShouldBe(new DateTimeOffset(2026, 7, 18, 4, 0, 0, TimeSpan.Zero));
        page.CheckIns[5].CreatedAt.ShouldBeNull();
    }

    [Fact]
    public async Task GetCheckInsAsync_LargeLimit_TakesSeveralPages()
    {
        _upstream.Items = [.. Enumerable.Range(0, 300).Select(i => CheckIns.Item($"chk_{i}"))];
        (await _upstream.Lounge().GetCheckInsAsync(new CheckInQuery { Limit = 250, Offset = 5 })).CheckIns.Count.ShouldBe(250);
        _upstream.Asked.Select(a => a[(a.IndexOf('?', StringComparison.Ordinal) + 1)..]).ShouldBe(
            ["limit=100&offset=5", "limit=100&offset=105", "limit=50&offset=205"]);
    }

    [Fact]
    public async Task GetCheckInsAsync_OfABrand_IsRefusedBeforeAnyRequest()
    {
        var brand = _upstream.Lounge(type: BusinessType.Brand);
        var error = await Should.ThrowAsync<ParameterException>(() => brand.GetCheckInsAsync());
        error.Message.ShouldBe("BusinessType is 'Brand'; brands have no check-ins: ask for those of a business of the type 'Venue'.");
        _upstream.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task GetCheckInsAsync_LimitOutsideBounds_IsRefusedBeforeAnyRequest(int limit)
    {
        var lounge = _upstream.Lounge();
        var error = await Should.ThrowAsync<ParameterException>(() => lounge.GetCheckInsAsync(new CheckInQuery { Limit = limit }));
        error.Message.ShouldBe($"limit is '{limit}'; it must be from 1 to 1000.");
        _upstream.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task GetCheckInsAsync_BrokenAndHostileItems_AreLeftOutAndCleaned()
    {
        _upstream.Items =
        [
            CheckIns.Item("a", more: "\"rating\":11,\"note\":\"a\\u0000b\\u202Ec\",\"venue\":null"), """{"id":"no user"}""",
            """
            {"id":"b","createdAt":"2026-07-18T22:14:00Z","user":{"first_name":"Jo","last_name":"Example","avatarUrl":"javascript:x"}}
            """,
        ];
        var page = await _upstream.Lounge().GetCheckInsAsync();
        page.Dropped.ShouldBe(1);
        (page.CheckIns[0].Rating, page.CheckIns[0].Note, page.CheckIns[0].Venue).ShouldBe((null, "abc", null));
        (page.CheckIns[1].User.DisplayName, page.CheckIns[1].User.AvatarUrl).ShouldBe(("Jo E.", null));
        _upstream.Log.Events.ShouldContain("item.url_refused");
    }

    [Fact]
    public async Task GetCheckInsAsync_BusinessIsUnknown_IsAnErrorAsForSessions()
    {
        _upstream.Status = HttpStatusCode.NotFound;
        var error = await Should.ThrowAsync<ApiException>(() => _upstream.Lounge().GetCheckInsAsync());
        error.Failure.ShouldBe(ApiFailure.NotFound);
    }
}
