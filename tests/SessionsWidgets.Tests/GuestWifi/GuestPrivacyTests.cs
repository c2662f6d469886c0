using System.Diagnostics;
using System.Net;
using System.Reflection;
using System.Text;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.GuestWifi;

/// <summary>Every field that identifies a guest holds a canary; none of them is found in anything that comes out or is kept.</summary>
public sealed class GuestPrivacyTests
{
    private static readonly Widget[] Public = [new GuestsOnline(), new SessionsWidgets.GuestVisits { Days = 14 }, new LoungeActivity(), new WifiTime()];

    public static TheoryData<string> Ways => ["good", "unauthorized", "rejected", "server error", "not json", "broken items", "429", "redirect"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task ByDefault_WhateverUpstreamDoes_NoCanaryIsAnywhere(string way)
    {
        var traces = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (traces) traces.Add($"{activity.DisplayName} {string.Join(' ', activity.TagObjects.Select(t => $"{t.Key}={t.Value}"))}");
            },
        };
        ActivitySource.AddActivityListener(listener);

        using var lounge = new Lounge(wifi => wifi with { Floor = 1 });
        var good = lounge.Api.Answer;
        lounge.Api.Answer = request => Answer(way, good(request));
        var output = new StringBuilder();
        foreach (var widget in (Widget[])[.. Public, new GuestSessions()])
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
        var kept = Kept(lounge.Client);
        // What may be kept is found, so that what may not would be.
        kept.Contains("The \"Lounge\"").ShouldBe(way == "good");
        output.AppendJoin('\n', kept);
        var everything = output.ToString();
        everything.ShouldContain("wifi.example.com");
        foreach (var canary in Guests.Canaries) everything.ShouldNotContain(canary);
        everything.ShouldNotContain("172.31.98.115");
    }

    [Fact]
    public async Task OptedIn_StaffWidget_ShowsMaskedValuesAndNoOtherWidgetDoes()
    {
        using var lounge = new Lounge(wifi => wifi with { RevealToStaff = GuestFields.Guest | GuestFields.Mac | GuestFields.Ip | GuestFields.AccessCode, PseudonymKey = "pepper" });
        var staff = (await lounge.RenderAsync(new GuestSessions())).ToString();
        staff.ShouldContain("14:2d:••:••:••:2b");
        staff.ShouldContain("172.31.•••.•••");
        staff.ShouldContain("••••DE");
        foreach (var canary in Guests.Canaries) staff.ShouldNotContain(canary);
        foreach (var widget in Public)
        {
            var html = (await lounge.RenderAsync(widget, Guests.Ip)).ToString();
            html.ShouldNotContain("••");
        }

        foreach (var text in Kept(lounge.Client)) foreach (var canary in Guests.Canaries) text.ShouldNotContain(canary);
    }

    [Fact]
    public async Task OwnWidgetForEveryone_AskingForGuestSessions_IsRefused()
    {
        var type = new WidgetType<NosyWidget>("nosy-widget", [], async (_, context, token) =>
        {
            await context.FindGuestSessionsAsync(new GuestSessionQuery { ForStaff = true }, token);
            return null;
        });
        using var lounge = new Lounge();
        var renderer = new WidgetRenderer(lounge.Client, new WidgetRendererOptions { Catalog = new WidgetCatalog([type]) });
        (await Should.ThrowAsync<ParameterException>(async () => await renderer.RenderAsync(lounge.Business, new NosyWidget()))).Message.ShouldContain("WidgetAudience.Staff");
        lounge.Api.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("wifi-time", WidgetAudience.Visitor)]
    [InlineData("guest-sessions", WidgetAudience.Staff)]
    [InlineData("guests-online", WidgetAudience.Everyone)]
    public async Task Fragment_NotForEveryone_IsFreshForNobody(string name, WidgetAudience audience)
    {
        using var lounge = new Lounge();
        var type = WidgetCatalog.BuiltIn.Find(name);
        type.Audience.ShouldBe(audience);
        var fragment = await lounge.RenderAsync(type.Parse([]), Guests.Ip);
        (fragment.FreshUntil <= lounge.Clock.GetUtcNow()).ShouldBe(audience != WidgetAudience.Everyone);
    }

    private static HttpResponseMessage Answer(string way, HttpResponseMessage good) => way switch
    {
        "unauthorized" => GuestWifiStub.Status(HttpStatusCode.Unauthorized),
        "rejected" => GuestWifiStub.Status(HttpStatusCode.UnprocessableEntity),
        "server error" => new HttpResponseMessage(HttpStatusCode.InternalServerError) { Content = new StringContent(string.Join(' ', Guests.Canaries)) },
        "not json" => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(string.Join(' ', Guests.Canaries)) },
        "broken items" => StubHandler.Json($$"""{"data":["{{string.Join("\",\"", Guests.Canaries)}}"],"count":"{{Guests.Mac}}"}"""),
        "429" => GuestWifiStub.Status(HttpStatusCode.TooManyRequests, "5"),
        "redirect" => new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri($"https://evil.example/{Guests.Ip}") } },
        _ => good,
    };

    /// <summary>Every text that can be reached from an object through its fields: what it keeps.</summary>
    private static List<string> Kept(object root)
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
            if (next is GuestWifiStub or RecordingLogger or ManualClock or TimeZoneInfo or Type or MemberInfo or Delegate or Thread or Assembly or string) continue;
            if (!next.GetType().IsValueType && !seen.Add(next)) continue;
            if (next is Array items) foreach (var item in items) Push(item);
            for (var type = next.GetType(); type is not null && type != typeof(object); type = type.BaseType)
                foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                    if (!field.FieldType.IsPointer && !field.FieldType.IsPrimitive && !field.FieldType.IsByRefLike) Push(field.GetValue(next));
        }

        return texts;

        void Push(object? value)
        {
            if (value is not null) open.Push(value);
        }
    }

    private sealed record NosyWidget : Widget;
}
