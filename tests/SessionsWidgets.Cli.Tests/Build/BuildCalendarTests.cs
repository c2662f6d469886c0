using System.Collections.Concurrent;
using System.Net;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Cli.Tests.Build;

/// <summary>The calendar files that <c>build --calendar</c> writes.</summary>
public sealed class BuildCalendarTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new();
    private readonly ConcurrentDictionary<string, HttpStatusCode> _faults = new(StringComparer.Ordinal);
    private readonly StubHandler _upstream;

    public BuildCalendarTests()
    {
        _upstream = new StubHandler((request, _) =>
        {
            var path = request.RequestUri!.AbsolutePath;
            return Task.FromResult(_faults.TryGetValue(path, out var status) ? StubHandler.Json("", status)
                : StubHandler.Json(Sessions.Page(Events.Full(path.Contains("uptown", StringComparison.Ordinal) ? "evt_9" : "evt_1"))));
        });
        Settings("""
            "BusinessId": "stogies-chapin", "Name": "Stogies",
            "Businesses": { "Uptown": { "BusinessId": "uptown" }, "brand": { "BusinessType": "brand", "BusinessId": "casa" } }
            """);
        File("site/index.html", "<p>Welcome</p>");
    }

    [Fact]
    public async Task Build_Calendar_WritesAFileForEachBusiness()
    {
        var run = await BuildAsync("--calendar");
        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("; 3 calendars; 0 other files; 3 requests;");
        var read = Read("events.ics");
        read.Only.Uid.ShouldBe("evt_1@stogies-chapin.venue.boxpressd");
        read.Lines.ShouldContain("NAME:Stogies");
        Read("Uptown/events.ics").Only.Uid.ShouldBe("evt_9@uptown.venue.boxpressd");
        Read("brand/events.ics").Only.Uid.ShouldBe("evt_1@casa.brand.boxpressd");
    }

    [Fact]
    public async Task Build_WithoutCalendar_WritesNoneAndAsksForNothing()
    {
        var run = await BuildAsync();
        run.Output.ShouldNotContain("calendar");
        System.IO.File.Exists(PathOf("out/events.ics")).ShouldBeFalse();
        _upstream.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task Build_SecondTime_WritesTheSameBytes()
    {
        await BuildAsync("--calendar");
        var first = await System.IO.File.ReadAllBytesAsync(PathOf("out/events.ics"));
        _clock.Advance(TimeSpan.FromHours(2));
        await BuildAsync("--calendar");
        (await System.IO.File.ReadAllBytesAsync(PathOf("out/events.ics"))).ShouldBe(first);
    }

    [Fact]
    public async Task Build_NamedBusinessesOnly_WritesNoneAtTheTop()
    {
        Settings("""  "Businesses": { "uptown": { "BusinessId": "uptown" } } """);
        (await BuildAsync("--calendar")).Output.ShouldContain("; 1 calendar;");
        System.IO.File.Exists(PathOf("out/events.ics")).ShouldBeFalse();
        Read("uptown/events.ics").Events.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Build_NoBusiness_SaysWhatToSet()
    {
        Settings("\"TimeZone\": \"UTC\"");
        var run = await BuildAsync("--calendar");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("SessionsWidgets:BusinessId");
    }

    [Theory]
    [InlineData("events.ics", "events.ics", "events.ics")]
    [InlineData("Events.ics", "events.ics", "Events.ics")]
    [InlineData("Uptown/events.ics", "Uptown/events.ics", "Uptown/events.ics")]
    [InlineData("Uptown", "Uptown/events.ics", "Uptown")]
    [InlineData("events.ics/index.html", "events.ics", "events.ics/index.html")]
    public async Task Build_SiteHasAFileInThePlace_NamesItAndWritesNothing(string file, string place, string named)
    {
        File($"site/{file}", "the site's own");
        var run = await BuildAsync("--calendar");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain($"--calendar is '{place}'; the site has '{named}', in its place");
        Directory.Exists(PathOf("out")).ShouldBeFalse();
        _upstream.Requests.ShouldBe(0);
        (await BuildAsync()).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Build_StylesheetInThePlace_IsRefused()
    {
        var run = await BuildAsync("--calendar", "--css", "events.ics");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("--calendar is 'events.ics'");
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../up")]
    [InlineData("a/b")]
    [InlineData("a\\\\b")]
    [InlineData(".hidden")]
    [InlineData("events.ics")]
    [InlineData("two words")]
    public async Task Build_NameThatIsNoFolder_IsRefused(string name)
    {
        Settings($$""" "BusinessId": "stogies-chapin", "Businesses": { "{{name}}": { "BusinessId": "uptown" } } """);
        var run = await BuildAsync("--calendar");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("a folder cannot have the name of this business");
        Directory.Exists(PathOf("out")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Unauthorized)]
    public async Task Build_UpstreamHasNone_WritesTheOthersAndWarns(HttpStatusCode status)
    {
        _faults["/venues/uptown/events"] = status;
        var run = await BuildAsync("--calendar");
        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("; 2 calendars;");
        run.Error.ShouldContain("warning: the calendar has no data, and is not written. GET ");
        run.Error.ShouldContain("(Uptown/events.ics)");
        System.IO.File.Exists(PathOf("out/Uptown/events.ics")).ShouldBeFalse();
        (await BuildAsync("--calendar", "--strict")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Build_UpstreamFailsLater_KeepsTheFileOfTheLastBuild()
    {
        await BuildAsync("--calendar");
        _faults["/venues/stogies-chapin/events"] = HttpStatusCode.InternalServerError;
        (await BuildAsync("--calendar")).ExitCode.ShouldBe(0);
        Read("events.ics").Events.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Build_UpstreamFailsWithACache_WritesTheLastGoodData()
    {
        (await BuildAsync("--calendar", "--cache", "kept")).ExitCode.ShouldBe(0);
        var good = await System.IO.File.ReadAllBytesAsync(PathOf("out/events.ics"));
        System.IO.File.Delete(PathOf("out/events.ics"));
        _faults["/venues/stogies-chapin/events"] = HttpStatusCode.InternalServerError;
        _clock.Advance(TimeSpan.FromHours(1));
        var run = await BuildAsync("--calendar", "--cache", "kept");
        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldContain("warning: the calendar shows the last good data. GET ");
        (await System.IO.File.ReadAllBytesAsync(PathOf("out/events.ics"))).ShouldBe(good);
        (await BuildAsync("--calendar", "--cache", "kept", "--strict")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Build_EventsInPages_LinkToTheCalendarOfTheirBusiness()
    {
        const string Tags = "<upcoming-events></upcoming-events><upcoming-events business=UPTOWN></upcoming-events>";
        File("site/index.html", Tags);
        File("site/a/b/index.html", Tags);
        File("site/a/own.html", "<upcoming-events calendar-url='/own.ics'></upcoming-events>");
        (await BuildAsync()).ExitCode.ShouldBe(0);
        System.IO.File.ReadAllText(PathOf("out/index.html")).ShouldNotContain(".ics");
        (await BuildAsync("--calendar")).ExitCode.ShouldBe(0);
        var top = System.IO.File.ReadAllText(PathOf("out/index.html"));
        top.ShouldContain("href=\"events.ics\"");
        top.ShouldContain("href=\"Uptown/events.ics\"");
        var below = System.IO.File.ReadAllText(PathOf("out/a/b/index.html"));
        below.ShouldContain("href=\"../../events.ics\"");
        below.ShouldContain("href=\"../../Uptown/events.ics\"");
        System.IO.File.ReadAllText(PathOf("out/a/own.html")).ShouldContain("href=\"/own.ics\"");
    }

    [Fact]
    public async Task Build_DryRun_WritesNothing()
    {
        var run = await BuildAsync("--calendar", "--dry-run");
        run.Output.ShouldContain("; 3 calendars;");
        Directory.Exists(PathOf("out")).ShouldBeFalse();
    }

    public void Dispose() => _folder.Dispose();

    private string PathOf(string name) => Path.Combine(_folder.Path, name);

    private void File(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        System.IO.File.WriteAllText(PathOf(name), text);
    }

    private void Settings(string settings) => File(
        "site/sessions-widgets.json",
        $$"""{ "SessionsWidgets": { "ApiBaseUrl": "https://api.example.com", {{settings}} } }""");

    private ReadCalendar Read(string name) => ReadCalendar.Of(System.IO.File.ReadAllBytes(PathOf($"out/{name}")));

    private Task<CliRun> BuildAsync(params string[] options) =>
        CliRun.Of(_upstream, ["build", "site", "--output", "out", .. options], _folder.Path, _clock);
}
