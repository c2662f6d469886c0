using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Rendering;

/// <summary>Widgets in a declarative shadow root.</summary>
public sealed class IsolationTests : IAsyncDisposable
{
    private const string Default = "~/default.css";

    private static readonly WidgetDefinition Definition = WidgetCatalog.BuiltIn.Get("recent-smokes");

    private readonly SessionsClient _client;
    private readonly WidgetRenderer _widgets;

    public IsolationTests()
    {
        _client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = new Uri("https://api.example.com"),
            HttpHandler = new StubHandler((_, _) => Task.FromResult(StubHandler.Json(Sessions.Page(Sessions.Item("ses_1"))))),
        }.On(new ManualClock()));
        _widgets = new WidgetRenderer(_client);
    }

    private BusinessContext Lounge => _client.GetBusiness(BusinessType.Venue, "lounge");

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Theory]
    [InlineData("true", "/app/default.css", "isolated", "")]
    [InlineData("TRUE", "/app/default.css", "ISOLATED", "")]
    [InlineData("a.css?v=1&b", "a.css?v=1&amp;b", "isolated", "stylesheet-url", "")]
    [InlineData("~/a.css", "/app/a.css", "isolated", "Stylesheet-URL", "true")]
    public async Task Widget_IsolatedByATag_StandsInAShadowRootWithItsStylesheet(
        string value, string url, string name, string second, string first = "")
    {
        List<KeyValuePair<string, string>> values = second.Length == 0 ? [new(name, value)] : [new(name, first), new(second, value)];
        values.AddRange([new("data-x", "1"), new("limit", "1")]);
        var isolation = Isolation.Take(Definition, values, Default);
        var attributes = ElementAttributes.Take(Definition, values);
        values.ShouldBe([new("limit", "1")]);
        var widget = new RecentSmokes { Limit = 1, Id = "a", CssClass = "b c", AriaLabel = "Evening" };
        var plain = await _widgets.RenderAsync(Lounge, widget with { Id = null, CssClass = null });

        var request = new RenderRequest { PathBase = "/app", Isolation = isolation, Attributes = attributes };
        var fragment = await _widgets.RenderAsync(Lounge, widget, request);

        fragment.ToString().ShouldBe(
            "<div data-x=\"1\" class=\"sw-isolated b c\" id=\"a\"><template shadowrootmode=\"open\">"
            + $"<link rel=\"stylesheet\" href=\"{url}\">{plain}</template></div>");
        (fragment.Origin, fragment.IsEmpty, fragment.FreshUntil).ShouldBe((plain.Origin, plain.IsEmpty, plain.FreshUntil));
        // Kept from the second time on, each as itself.
        var kept = await _widgets.RenderAsync(Lounge, widget, request);
        kept.ToString().ShouldBe(fragment.ToString());
        (await _widgets.RenderAsync(Lounge, widget, request)).ShouldBeSameAs(kept);
        (await _widgets.RenderAsync(Lounge, widget, request with { PathBase = "/b" })).ToString()
            .ShouldContain(url.StartsWith('/') ? "href=\"/b/" : $"href=\"{url}\"");
        (await _widgets.RenderAsync(Lounge, widget)).ToString().ShouldStartWith("<section class=\"sw sw-recent-smokes b c\" id=\"a\"");
    }

    [Theory]
    [InlineData("isolated", "false")]
    [InlineData("isolated", "False", "stylesheet-url", "/a.css")]
    [InlineData("limit", "1")]
    public void Take_TagThatIsNotIsolated_GivesNone(params string[] attributes)
    {
        var values = attributes.Chunk(2).Select(a => KeyValuePair.Create(a[0], a[1])).ToList();
        Isolation.Take(Definition, values, Default).ShouldBeNull();
        values.ShouldNotContain(v => v.Key != "limit");
    }

    [Theory]
    [InlineData("isolated is 'yes'; it must be true or false.", "isolated", "yes")]
    [InlineData(
        "stylesheet-url is '/a.css'; it is for a tag with isolated=\"true\": add that, or leave it out.", "stylesheet-url", "/a.css")]
    [InlineData(
        "stylesheet-url is 'javascript:x'; it must be an http or https address", "isolated", "", "stylesheet-url", "javascript:x")]
    [InlineData("stylesheet-url is ''; it must be an http or https address", "isolated", "", "stylesheet-url", " ")]
    [InlineData("isolated is '2'; the tag has that attribute twice: leave one.", "isolated", "1", "ISOLATED", "2")]
    public void Take_WrongValue_Throws(string message, params string[] attributes)
    {
        var values = attributes.Chunk(2).Select(a => KeyValuePair.Create(a[0], a[1])).ToList();
        Should.Throw<ParameterException>(() => Isolation.Take(Definition, values, Default)).Message.ShouldStartWith(message);
    }

    [Fact]
    public async Task Widget_WithoutPathBase_SaysSo()
    {
        var request = new RenderRequest { Isolation = new Isolation(Default) };
        (await Should.ThrowAsync<ParameterException>(async () => await _widgets.RenderAsync(Lounge, new RecentSmokes(), request)))
            .Message.ShouldStartWith("stylesheet-url is '~/default.css'; '~/' is the path base of a web application");
    }

    [Theory]
    [InlineData("isolated")]
    [InlineData("STYLESHEET-URL")]
    public void Parse_Elsewhere_SaysWhyItCannotBe(string name) =>
        Should.Throw<ParameterException>(() => Definition.Parse([new(name, "true")])).Message.ShouldBe(
            $"{name} is 'true'; a shadow root is created only of HTML that arrives with its page, from a tag in a Razor page or a static "
            + "page: leave it out here.");

    [Fact]
    public void Parse_Misspelt_IsNamed() =>
        Should.Throw<ParameterException>(() => Definition.Parse([new("isolate", "true")]))
            .Message.ShouldContain("Did you mean 'isolated'?");
}
