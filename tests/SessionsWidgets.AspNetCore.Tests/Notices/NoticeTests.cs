using SessionsWidgets.Sandbox.Faults;

namespace SessionsWidgets.AspNetCore.Tests.Notices;

/// <summary>In Development a page says why a widget has no data, on every surface; in Production on none.</summary>
public sealed class NoticeTests
{
    private const string Own = "Our own words.";

    /// <summary>What is wrong: a setting, or a response of upstream; and what is said.</summary>
    public static TheoryData<string, string, string[]> Causes => new()
    {
        {
            "SessionsWidgets:ApiKey", "canary-key",
            ["the key is refused (401): set SessionsWidgets:ApiKey to a valid key. The one that was sent has the fingerprint "]
        },
        {
            "SessionsWidgets:ApiKey", "",
            ["the key is missing (401): set SessionsWidgets:ApiKey, such as by the environment variable SessionsWidgets__ApiKey"]
        },
        {
            "SessionsWidgets:BusinessId", "nobody-here",
            [
                "/venues/nobody-here/sessions: there is no such business (404): SessionsWidgets:BusinessId is 'nobody-here', "
                + "SessionsWidgets:BusinessType is 'venue'. Check both, and the address: SessionsWidgets:ApiBaseUrl is 'http://127.0.0.1:",
            ]
        },
        {
            "SessionsWidgets:BusinessType", "brand",
            ["SessionsWidgets:BusinessId is 'stogies-chapin', SessionsWidgets:BusinessType is 'brand'."]
        },
        {
            "SessionsWidgets:ApiBaseUrl", "http://127.0.0.1:1",
            ["no connection (ConnectionRefused). Check that it is the API: SessionsWidgets:ApiBaseUrl is 'http://127.0.0.1:1/'."]
        },
        {
            "status", "403",
            [
                "the key has no access to this business (403).", "Check that SessionsWidgets:ApiKey is the key of the business: "
                + "SessionsWidgets:BusinessId is 'stogies-chapin', SessionsWidgets:BusinessType is 'venue'.",
            ]
        },
        { "status", "410", ["there is no such business (410): SessionsWidgets:BusinessId is 'stogies-chapin'"] },
        {
            "status", "429",
            ["No request is sent for 30 s. A longer SessionsWidgets:Cache:FreshFor makes fewer requests. It is '00:01:00' now."]
        },
        {
            "status", "302",
            [
                "it redirects to https://elsewhere.example.com, which is not followed: set ApiBaseUrl to where it leads",
                "SessionsWidgets:ApiBaseUrl is 'http://127.0.0.1:",
            ]
        },
        { "status", "500", ["/venues/stogies-chapin/sessions: it responded with status 500."] },
        { "status", "200", ["Check that it is the API: SessionsWidgets:ApiBaseUrl is 'http://127.0.0.1:"] },
    };

    [Theory]
    [MemberData(nameof(Causes))]
    public async Task Page_WithoutDataInDevelopment_SaysWhyOnEverySurface(string cause, string value, string[] texts)
    {
        await using var site = await StartAsync("Development", cause, value);
        foreach (var surface in NoticeSite.Surfaces)
        {
            var text = await site.TextAsync(surface);
            foreach (var expected in texts) text.ShouldContain(expected, Case.Sensitive, surface);
            text.ShouldNotContain("canary");
            text.ShouldNotContain(site.Sandbox.ApiKey);
            if (surface == NoticeSite.Fragment) continue;
            text.ShouldContain("<recent-smokes> lacks data.");
            // Below the content of the tag, or else below the widget.
            var widget = surface == NoticeSite.Tag ? "sw-state" : Own;
            text.IndexOf(widget, StringComparison.Ordinal)
                .ShouldBeInRange(0, text.IndexOf("lacks data", StringComparison.Ordinal), surface);
        }
    }

    [Theory]
    [MemberData(nameof(Causes))]
    public async Task Page_WithoutDataInProduction_SaysNothing(string cause, string value, string[] texts)
    {
        await using var site = await StartAsync("Production", cause, value);
        foreach (var surface in NoticeSite.Surfaces)
        {
            var text = await site.TextAsync(surface);
            foreach (var hidden in (string[])[.. texts, "sw-error", "SessionsWidgets:", "lacks data"])
                text.ShouldNotContain(hidden, Case.Sensitive, surface);
        }

        (await site.TextAsync(NoticeSite.TagWithContent)).ShouldContain(Own);
    }

    [Fact]
    public async Task Page_WhenDataIsThereAgain_HasNoNotice()
    {
        await using var site = await StartAsync("Development", "status", "500");
        (await site.TextAsync(NoticeSite.Tag)).ShouldContain("sw-error");
        site.Sandbox.Faults.Clear();
        site.Clock.Advance(TimeSpan.FromMinutes(6));
        // Rendered, kept, and taken from what is kept.
        for (var i = 0; i < 4; i++)
        {
            foreach (var surface in NoticeSite.Surfaces) (await site.TextAsync(surface)).ShouldNotContain("sw-error");
        }
    }

    [Fact]
    public async Task Page_WithStaleData_HasNoNotice()
    {
        await using var site = await NoticeSite.StartAsync("Development");
        (await site.TextAsync(NoticeSite.Tag)).ShouldNotContain("sw-error");
        site.Answer(new StatusFault { Status = 500 });
        site.Clock.Advance(TimeSpan.FromMinutes(30));
        (await site.TextAsync(NoticeSite.Tag)).ShouldNotContain("sw-error");
    }

    private static async Task<TestSite> StartAsync(string environment, string cause, string value)
    {
        if (cause != "status") return await NoticeSite.StartAsync(environment, (cause, value));
        var site = await NoticeSite.StartAsync(environment);
        site.Answer(value switch
        {
            "302" => new StatusFault { Status = 302, Headers = Header("Location", "https://elsewhere.example.com/x") },
            "429" => new StatusFault { Status = 429, Headers = Header("Retry-After", "30") },
            "200" => new StatusFault { Status = 200, Body = "<html>Sign in</html>", ContentType = "text/html" },
            _ => new StatusFault { Status = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture) },
        });
        return site;
    }

    private static Dictionary<string, string> Header(string name, string value) => new() { [name] = value };
}
