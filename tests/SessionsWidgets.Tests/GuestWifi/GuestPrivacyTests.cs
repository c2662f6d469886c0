using System.Diagnostics;
using System.Net;
using System.Reflection;
using System.Text;
using Microsoft.Extensions.Logging.Testing;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.GuestWifi;

/// <summary>Every field that identifies a guest holds a canary; none of them is found in any output or stored data.</summary>
public sealed class GuestPrivacyTests
{
    private static readonly Widget[] Public =
        [new GuestsOnline(), new SessionsWidgets.GuestVisits { Days = 14 }, new LoungeActivity(), new WifiTime()];

    /// <summary>The ways in which upstream can respond, by the rows of the fault table that concern this source.</summary>
    private static readonly Dictionary<string, Func<HttpResponseMessage, HttpResponseMessage>> Responses = new(StringComparer.Ordinal)
    {
        ["good"] = good => good,
        ["transport error"] = _ =>
            throw new HttpRequestException(HttpRequestError.InvalidResponse, $"invalid status line: {Leak}", new IOException(Leak)),
        ["headers"] = _ => With(HttpStatusCode.Unauthorized, Leak, ("WWW-Authenticate", Leak), ("X-Guest", Leak)),
        ["reason phrase"] = _ => new HttpResponseMessage(HttpStatusCode.BadGateway) { ReasonPhrase = Leak },
        ["unauthorized"] = _ => With(HttpStatusCode.Unauthorized, Leak),
        ["forbidden"] = _ => With(HttpStatusCode.Forbidden, Leak),
        ["rejected"] = _ => With(HttpStatusCode.UnprocessableEntity, Leak),
        ["server error"] = _ => With(HttpStatusCode.InternalServerError, Leak),
        ["429"] = _ => With(HttpStatusCode.TooManyRequests, Leak, ("Retry-After", "5")),
        ["429 with words"] = _ => With(HttpStatusCode.TooManyRequests, Leak, ("Retry-After", Leak)),
        ["redirect"] = _ => With(HttpStatusCode.Found, Leak, ("Location", $"https://evil.example/{Guests.Ip}?m={Guests.Mac}")),
        ["not json"] = _ => With(HttpStatusCode.OK, Leak),
        ["trailing bytes"] = good => Changed(good, json => json + Leak),
        ["truncated"] = good => Changed(good, json => json[..^2]),
        ["too deep"] = good => Changed(good, json => $"{{\"data\":{new string('[', 100)}\"{Leak}\"{new string(']', 100)}}}"),
        ["too large"] = good =>
            Changed(good, json => $"{{\"leak\":\"{string.Concat(Enumerable.Repeat(Leak, (4 << 20) / Leak.Length))}\",{json[1..]}"),
        ["name twice"] = good => Changed(good, json => $"{{\"{Guests.Mac}\":1,\"{Guests.Mac}\":2,{json[1..]}"),
        ["object for array"] = good =>
            Changed(good, json => $"{{\"data\":{{\"guest_device_mac\":\"{Guests.Mac}\"}},\"count\":{{\"{Guests.Ip}\":1}}}}"),
        ["broken items"] = _ => StubHandler.Json($$"""{"data":["{{string.Join("\",\"", Guests.Canaries)}}"],"count":"{{Guests.Mac}}"}"""),
    };

    private static string Leak => string.Join(' ', Guests.Canaries);

    public static TheoryData<string> Ways => [.. Responses.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task ByDefault_WhateverUpstreamDoes_NoCanaryIsAnywhere(string way)
    {
        var traces = new List<string>();
        using var listener = new ActivityListener
        {
            // There is no server here: those of tests that run meanwhile have guests of their own in their addresses.
            ShouldListenTo = source => source.Name != "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (traces)
                    traces.Add($"{activity.DisplayName} {string.Join(' ', activity.TagObjects.Select(t => $"{t.Key}={t.Value}"))}");
            },
        };
        ActivitySource.AddActivityListener(listener);

        using var lounge = new Lounge(wifi => wifi with { Floor = 1 });
        var good = lounge.Api.Answer;
        lounge.Api.Answer = request => Responses[way](good(request));
        var output = new StringBuilder();
        foreach (var widget in (Widget[])[.. Public, new GuestSessionTable()])
        {
            var fragment = await lounge.RenderAsync(widget, Guests.Ip);
            output.Append(fragment).Append(fragment.Error);
        }

        var errors = new List<Exception>();
        foreach (var call in (Func<Task>[])
        [
            () => lounge.Wifi.GetSessionsAsync(new GuestSessionQuery { GuestId = "CANARYGUEST" }),
            () => lounge.Wifi.GetSessionsAsync(new GuestSessionQuery { ForStaff = true }),
            () => lounge.Wifi.GetDurationsAsync([IPAddress.Parse(Guests.Ip), IPAddress.Parse("172.31.98.115")]),
            () => lounge.Wifi.CountSessionsAsync(new GuestSessionQuery { YasId = Guid.Parse("8f627d10-1abc-44d8-b964-a7816388173a") }),
        ])
        {
            try { await call(); }
            catch (ApiException e) { errors.Add(e); }
        }

        if (way != "good") errors.ShouldNotBeEmpty();
        foreach (var error in errors) output.Append(error).Append(((ApiException)error).Uri);
        foreach (var entry in lounge.Log.Entries) output.Append(entry);
        lock (traces) output.AppendJoin('\n', traces);
        output.ToString().ShouldNotContain("wifi-token");
        var stored = StoredTexts(lounge.Client);
        // Proves that the search finds stored data.
        stored.Contains("The \"Lounge\"").ShouldBe(way == "good");
        output.AppendJoin('\n', stored);
        var everything = output.ToString();
        everything.ShouldContain("wifi.example.com");
        foreach (var canary in Guests.Canaries) everything.ShouldNotContain(canary);
        everything.ShouldNotContain("172.31.98.115");
    }

    [Fact]
    public async Task Paging_LinksThatCarryPersonalData_NoCanaryIsAnywhere()
    {
        string[] links =
        [
            $"https://evil.example/{Guests.Ip}",
            $"/sessions?page=1&guest_device_mac={Guests.Mac}",
            $"/sessions?page=2&guest_id=CANARYGUEST",
            Guests.Mac,
        ];
        foreach (var next in links)
        {
            using var lounge = new Lounge();
            lounge.Api.Answer = _ => StubHandler.Json(Guests.Page(Enumerable.Range(0, 100).Select(i => Guests.Item($"s{i}")), next));
            var page = await lounge.Wifi.GetSessionsAsync(new GuestSessionQuery { Limit = 300 });
            lounge.Api.Asked.ShouldAllBe(uri => uri.Host == "wifi.example.com");
            var everything = string.Join(
                '\n',
                [
                    page.ToString(), .. page.Sessions.Select(s => s.ToString()), .. lounge.Log.Entries.Select(e => e.Text),
                    .. lounge.Api.Asked.Select(u => u.AbsoluteUri), .. StoredTexts(lounge.Client)]);
            foreach (var canary in Guests.Canaries) everything.ShouldNotContain(canary);
        }
    }

    [Fact]
    public void ToString_OfWhatHoldsAGuestOrASecret_ShowsNeither()
    {
        object[] all =
        [
            new GuestSessionQuery
            {
                GuestId = "CANARYGUEST", DeviceMac = System.Net.NetworkInformation.PhysicalAddress.Parse(Guests.Mac), YasId = Guid.Parse(
                    "8f627d10-1abc-44d8-b964-a7816388173a"),
            },
            new RenderRequest { VisitorAddress = IPAddress.Parse(Guests.Ip) },
            new GuestWifiOptions { AccessToken = "CANARYCODE", PseudonymKey = "CANARYUSER" },
        ];
        var texts = string.Join('\n', all);
        foreach (var canary in (string[])[.. Guests.Canaries, "142D27E7402B", "14-2D-27"]) texts.ShouldNotContain(canary, Case.Insensitive);
        texts.ShouldContain("Guest = ***");
    }

    [Fact]
    public async Task OptedIn_StaffWidget_ShowsMaskedValuesAndNoOtherWidgetDoes()
    {
        using var lounge = new Lounge(
            wifi =>
                wifi with
                {
                    RevealToStaff = GuestFields.Guest | GuestFields.Mac | GuestFields.Ip | GuestFields.AccessCode, PseudonymKey = "pepper",
                });
        var staff = (await lounge.RenderAsync(new GuestSessionTable())).ToString();
        staff.ShouldContain("14:2d:••:••:••:2b");
        staff.ShouldContain("172.31.•••.•••");
        staff.ShouldContain("••••DE");
        foreach (var canary in Guests.Canaries) staff.ShouldNotContain(canary);
        foreach (var widget in Public)
        {
            var html = (await lounge.RenderAsync(widget, Guests.Ip)).ToString();
            html.ShouldNotContain("••");
        }

        foreach (var text in StoredTexts(lounge.Client)) foreach (var canary in Guests.Canaries) text.ShouldNotContain(canary);
    }

    [Fact]
    public async Task OwnWidgetForEveryone_AskingForGuestSessions_IsRefused()
    {
        var type = new WidgetDefinition<NosyWidget>(
            "nosy-widget", [], (_, _) => WidgetQuery.GuestSessions(new GuestSessionQuery { ForStaff = true }).ToModel(_ => null));
        using var lounge = new Lounge();
        var renderer = new WidgetRenderer(lounge.Client, new WidgetRendererOptions { Catalog = new WidgetCatalog([type]) });
        (await Should.ThrowAsync<ParameterException>(async () => await renderer.RenderAsync(lounge.Business, new NosyWidget())))
            .Message.ShouldContain("WidgetAudience.Staff");
        lounge.Api.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task OwnWidgetForEveryone_AskingForDurations_IsRefusedAndKnowsNoVisitor()
    {
        IPAddress? seen = IPAddress.Loopback;
        var type = new WidgetDefinition<NosyWidget>("nosy-widget", [], (_, context) =>
        {
            seen = context.GuestAddress;
            return WidgetQuery.GuestDurations([IPAddress.Parse(Guests.Ip)]).ToModel(_ => null);
        });
        using var lounge = new Lounge();
        var renderer = new WidgetRenderer(lounge.Client, new WidgetRendererOptions { Catalog = new WidgetCatalog([type]) });
        var request = new RenderRequest { VisitorAddress = IPAddress.Parse(Guests.Ip) };
        (await Should.ThrowAsync<ParameterException>(async () => await renderer.RenderAsync(lounge.Business, new NosyWidget(), request)))
            .Message.ShouldContain("WidgetAudience.Visitor");
        seen.ShouldBeNull();
        lounge.Api.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("wifi-time", WidgetAudience.Visitor)]
    [InlineData("guest-sessions", WidgetAudience.Staff)]
    [InlineData("guests-online", WidgetAudience.Everyone)]
    public async Task Fragment_NotForEveryone_IsFreshForNobody(string name, WidgetAudience audience)
    {
        using var lounge = new Lounge();
        var type = WidgetCatalog.BuiltIn.Get(name);
        type.Audience.ShouldBe(audience);
        var fragment = await lounge.RenderAsync(type.Parse([]), Guests.Ip);
        (fragment.FreshUntil <= lounge.Clock.GetUtcNow()).ShouldBe(audience != WidgetAudience.Everyone);
    }

    private static HttpResponseMessage With(HttpStatusCode status, string body, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body) };
        foreach (var (name, value) in headers) response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    private static HttpResponseMessage Changed(HttpResponseMessage good, Func<string, string> change) =>
        StubHandler.Json(change(new StreamReader(good.Content.ReadAsStream()).ReadToEnd()));

    /// <summary>Every text that can be reached from an object through its fields: what it keeps.</summary>
    private static List<string> StoredTexts(object root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<object>([root]);
        var texts = new List<string>();
        while (open.TryPop(out var next))
        {
            if (next is string text) texts.Add(text);
            else if (next is byte[] bytes) texts.Add(Encoding.UTF8.GetString(bytes));
            else if (next is char[] chars) texts.Add(new string(chars));
            else if (next is IPAddress or System.Net.NetworkInformation.PhysicalAddress) texts.Add(next.ToString()!);
            // The test's own objects, and the inner life of the platform, keep nothing of ours.
            if (next is GuestWifiStub or RecordingLogger or FakeLogger or ManualClock) continue;
            if (next is TimeZoneInfo or Type or MemberInfo or Delegate or Thread or Assembly or string) continue;
            if (!next.GetType().IsValueType && !seen.Add(next)) continue;
            if (next is Array items) foreach (var item in items) Push(item);
            const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
            for (var type = next.GetType(); type is not null && type != typeof(object); type = type.BaseType)
                foreach (var field in type.GetFields(Own))
                    if (!field.FieldType.IsPointer && !field.FieldType.IsPrimitive && !field.FieldType.IsByRefLike)
                        Push(field.GetValue(next));
        }

        return texts;

        void Push(object? value)
        {
            if (value is not null) open.Push(value);
        }
    }

    private sealed record NosyWidget : Widget;
}
