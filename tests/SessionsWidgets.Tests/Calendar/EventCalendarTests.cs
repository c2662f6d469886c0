using System.Net;
using System.Text;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Calendar;

/// <summary>What is in a calendar file, which events, and how long it is true.</summary>
public class EventCalendarTests
{
    [Fact]
    public async Task Get_OneEvent_HasTheseBytes()
    {
        await using var upstream = CalendarUpstream.Of(Events.Full("evt_12345"));
        (await EventCalendar.GetAsync(upstream.Lounge)).ToString().ShouldBe(
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//SessionsWidgets//Events//EN
            CALSCALE:GREGORIAN
            NAME:stogies-chapin
            X-WR-CALNAME:stogies-chapin
            REFRESH-INTERVAL;VALUE=DURATION:PT1H
            X-PUBLISHED-TTL:PT1H
            BEGIN:VEVENT
            UID:evt_12345@stogies-chapin.venue.boxpressd
            DTSTAMP:19700101T000000Z
            DTSTART:20260718T230000Z
            DTEND:20260719T020000Z
            SUMMARY:Cigar Night
            DESCRIPTION:Premium cigars\, drinks\, and good company.\n\nhttps://example.
             com/e/evt_12345\nhttps://example.com/t/evt_12345
            LOCATION:The Lounge\, Chapin\, SC
            URL:https://example.com/e/evt_12345
            END:VEVENT
            END:VCALENDAR

            """.ReplaceLineEndings("\r\n"));
    }

    [Fact]
    public async Task Get_OneEvent_IsReadByAnotherLibrary()
    {
        await using var upstream = CalendarUpstream.Of(Events.Full("evt_12345"));
        var read = ReadCalendar.Of(await EventCalendar.GetAsync(upstream.Lounge));
        read.Calendar.Version.ShouldBe("2.0");
        read.Calendar.Properties.Get<string>("X-WR-CALNAME").ShouldBe("stogies-chapin");
        read.Names.ShouldNotContain("METHOD");
        read.Only.ShouldSatisfyAllConditions(
            e => e.Uid.ShouldBe("evt_12345@stogies-chapin.venue.boxpressd"),
            e => e.Summary.ShouldBe("Cigar Night"),
            e => e.Location.ShouldBe("The Lounge, Chapin, SC"),
            e => e.Url.ShouldBe(new Uri("https://example.com/e/evt_12345")));
    }

    [Fact]
    public async Task Get_NameOfTheBusiness_IsThatOfTheCalendar()
    {
        await using var upstream = CalendarUpstream.Of();
        var lounge = upstream.Business(new BusinessOptions { BusinessId = "uptown", Name = " Uptown; Cigars, & more " });
        lounge.Name.ShouldBe("Uptown; Cigars, & more");
        ReadCalendar.Of(await EventCalendar.GetAsync(lounge)).Lines.ShouldContain("NAME:Uptown\\; Cigars\\, & more");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("two\nlines")]
    [InlineData("a\u202Eb")]
    public async Task Business_NameThatIsNotAllowed_IsRefused(string name)
    {
        await using var upstream = CalendarUpstream.Of();
        Should.Throw<ParameterException>(() => upstream.Business(new BusinessOptions { BusinessId = "uptown", Name = name }))
            .ParameterName.ShouldBe("Name");
        Should.Throw<ParameterException>(
            () => upstream.Business(new BusinessOptions { BusinessId = "uptown", Name = new string('x', 201) }));
    }

    [Fact]
    public async Task Get_NoEvents_HasAComponentAllTheSame()
    {
        await using var upstream = CalendarUpstream.Of();
        var read = ReadCalendar.Of(await EventCalendar.GetAsync(upstream.Lounge));
        read.Events.ShouldBeEmpty();
        read.Calendar.TimeZones.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Get_SameData_GivesTheSameBytesAtAnyTimeOnAnyServer()
    {
        var later = Events.Full("evt_2", "2027-01-01T00:00:00Z", "2027-01-01T03:00:00Z");
        await using var one = CalendarUpstream.Of(Events.Full("evt_1"), later);
        await using var other = CalendarUpstream.Of(later, Events.Full("evt_1"));
        other.Clock.Advance(TimeSpan.FromMinutes(90));
        var (first, second) = (await EventCalendar.GetAsync(one.Lounge), await EventCalendar.GetAsync(other.Lounge));
        second.Utf8.ToArray().ShouldBe(first.Utf8.ToArray());
        second.ETag.ShouldBe(first.ETag);
        (await EventCalendar.GetEventAsync(one.Lounge, "evt_1"))!.ETag.ShouldNotBe(first.ETag);
    }

    [Fact]
    public async Task Get_IdsOfEvents_TellEventsAndBusinessesApart()
    {
        await using var upstream = CalendarUpstream.Of();
        BusinessContext[] businesses =
        [
            upstream.Lounge,
            upstream.Business(new BusinessOptions { BusinessId = "stogies-chapin", BusinessType = BusinessType.Brand }),
            upstream.Business(new BusinessOptions { BusinessId = "stogies" }),
        ];
        string[] ids = ["evt_1", "evt_2", "a@b", "a b", "é;,\\"];
        var all = businesses.SelectMany(b => ids.Select(id => Uid(b, id))).ToList();
        all.Distinct().Count().ShouldBe(all.Count);
        all.ShouldContain("a%40b@stogies-chapin.brand.boxpressd");
        Uid(upstream.Business(new BusinessOptions { BusinessId = "stogies-chapin", ApiKey = "another" }), "evt_1").ShouldBe(all[0]);

        static string Uid(BusinessContext business, string id) =>
            ReadCalendar.Of(EventCalendar.Create(
                business, [new BusinessEvent { Id = id, Title = "T", StartsAt = DateTimeOffset.UnixEpoch }])).Only.Uid!;
    }

    [Fact]
    public async Task Get_EventEnds_LeavesAtThatMomentWithoutARequest()
    {
        await using var upstream = new CalendarUpstream(
            _ => StubHandler.Json(Sessions.Page(Events.Full("evt_1", "2026-07-18T20:00:00Z", "2026-07-18T23:30:30Z"))));
        var before = await EventCalendar.GetAsync(upstream.Lounge);
        ReadCalendar.Of(before).Events.Count.ShouldBe(1);
        before.FreshUntil.ShouldBe(new DateTimeOffset(2026, 7, 18, 23, 30, 30, TimeSpan.Zero));
        upstream.Clock.Advance(TimeSpan.FromSeconds(30));
        var after = await EventCalendar.GetAsync(upstream.Lounge);
        ReadCalendar.Of(after).Events.ShouldBeEmpty();
        after.FreshUntil.ShouldBe(new DateTimeOffset(2026, 7, 18, 23, 31, 0, TimeSpan.Zero));
        upstream.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task GetEvent_Upcoming_TakesTheQueryOfTheCalendar()
    {
        await using var upstream = CalendarUpstream.Of(Events.Full("evt_1"), Events.Full("evt_2"));
        await EventCalendar.GetAsync(upstream.Lounge);
        var one = await EventCalendar.GetEventAsync(upstream.Lounge, "evt_2");
        ReadCalendar.Of(one.ShouldNotBeNull()).Only.Uid!.ShouldStartWith("evt_2@");
        upstream.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task GetEvent_Past_IsFoundAmongAll()
    {
        await using var upstream = new CalendarUpstream(request => StubHandler.Json(
            request.RequestUri!.Query.Contains("status=all", StringComparison.Ordinal)
                ? Sessions.Page(Events.Full("evt_1", "2026-07-01T20:00:00Z", "2026-07-01T22:00:00Z"))
                : Sessions.Page()));
        (await EventCalendar.GetEventAsync(upstream.Lounge, "evt_1")).ShouldNotBeNull();
    }

    [Fact]
    public async Task GetEvent_MadeUpIds_AreTwoRequestsForAll()
    {
        await using var upstream = CalendarUpstream.Of(Events.Full("evt_1"));
        for (var i = 0; i < 100; i++) (await EventCalendar.GetEventAsync(upstream.Lounge, $"made-up-{i}")).ShouldBeNull();
        upstream.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task GetEvent_OneQueryFails_TheOtherHasIt()
    {
        await using var upstream = new CalendarUpstream(request =>
            request.RequestUri!.Query.Contains("status=all", StringComparison.Ordinal)
                ? StubHandler.Json(Sessions.Page(Events.Full("evt_1")))
                : StubHandler.Json("", HttpStatusCode.InternalServerError));
        (await EventCalendar.GetEventAsync(upstream.Lounge, "evt_1")).ShouldNotBeNull();
        // Whether there is another one is not known.
        (await Should.ThrowAsync<ApiException>(() => EventCalendar.GetEventAsync(upstream.Lounge, "evt_2")))
            .StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task Get_UpstreamFails_GivesTheLastGoodOneAndSaysWhy()
    {
        var fails = false;
        await using var upstream = new CalendarUpstream(_ => fails
            ? StubHandler.Json("", HttpStatusCode.InternalServerError)
            : StubHandler.Json(Sessions.Page(Events.Full("evt_1", endsAt: "2027-01-01T00:00:00Z"))));
        var good = await EventCalendar.GetAsync(upstream.Lounge);
        (good.IsStale, good.Error).ShouldBe((false, null));
        fails = true;
        upstream.Clock.Advance(TimeSpan.FromHours(1));
        var stale = await EventCalendar.GetAsync(upstream.Lounge, Timeout.InfiniteTimeSpan);
        stale.IsStale.ShouldBeTrue();
        stale.Error.ShouldNotBeNull().StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        stale.ETag.ShouldBe(good.ETag);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, ApiFailure.NotFound)]
    [InlineData(HttpStatusCode.Unauthorized, ApiFailure.Unauthorized)]
    [InlineData(HttpStatusCode.InternalServerError, ApiFailure.UnexpectedStatus)]
    public async Task Get_UpstreamHasNone_ThrowsWhy(HttpStatusCode status, ApiFailure failure)
    {
        await using var upstream = new CalendarUpstream(_ => StubHandler.Json("", status));
        (await Should.ThrowAsync<ApiException>(() => EventCalendar.GetAsync(upstream.Lounge))).Failure.ShouldBe(failure);
        (await Should.ThrowAsync<ApiException>(() => EventCalendar.GetEventAsync(upstream.Lounge, "evt_1"))).Failure.ShouldBe(failure);
    }

    [Fact]
    public async Task Get_NoResponseWithinTheWait_ThrowsAndLeavesTheFetchRunning()
    {
        var answered = new TaskCompletionSource<HttpResponseMessage>();
        await using var client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = new StubHandler((_, _) => answered.Task),
        }.On(new ManualClock()));
        var lounge = client.GetBusiness(BusinessType.Venue, "stogies-chapin");
        (await Should.ThrowAsync<ApiException>(() => EventCalendar.GetAsync(lounge, TimeSpan.Zero))).Failure.ShouldBe(ApiFailure.TimedOut);
        answered.SetResult(StubHandler.Json(Sessions.Page(Events.Full("evt_1"))));
        ReadCalendar.Of(await EventCalendar.GetAsync(lounge, Timeout.InfiniteTimeSpan)).Events.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Get_AThousandEvents_AreAllThere()
    {
        await using var upstream = new CalendarUpstream(request =>
        {
            var query = System.Web.HttpUtility.ParseQueryString(request.RequestUri!.Query);
            var offset = int.Parse(query["offset"] ?? "0", System.Globalization.CultureInfo.InvariantCulture);
            return StubHandler.Json(Sessions.Page(Enumerable.Range(offset, offset < 1000 ? 100 : 0).Select(i => Events.Full($"evt_{i}"))));
        });
        var read = ReadCalendar.Of(await EventCalendar.GetAsync(upstream.Lounge));
        read.Events.Select(e => e.Uid).Distinct().Count().ShouldBe(1000);
    }
}
