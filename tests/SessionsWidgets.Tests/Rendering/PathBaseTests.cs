using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Rendering;

/// <summary><c>~/</c> in links of a library call.</summary>
public sealed class PathBaseTests : IAsyncDisposable
{
    private readonly StubHandler _handler = new(Sessions.Page());
    private readonly SessionsClient _client;

    public PathBaseTests() => _client =
        new SessionsClient(new SessionsClientOptions { ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = _handler });

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        _handler.Dispose();
    }

    [Theory]
    [InlineData("", "/all")]
    [InlineData("/app", "/app/all")]
    [InlineData("/a%7Bid%7D", "/a%7Bid%7D/all")]
    public async Task RenderAsync_WithAPathBase_PutsItBeforeLinksBelowIt(string pathBase, string link)
    {
        (await RenderAsync(new RecentSmokes { AllUrl = "~/all" }, pathBase)).ShouldContain($"href=\"{link}\"");
        (await RenderAsync(new RecentSmokes { AllUrl = "/all" }, pathBase)).ShouldContain("href=\"/all\"");
        (await RenderAsync(new CigarCards { AllUrl = "https://a.example/~/" }, pathBase)).ShouldContain("href=\"https://a.example/~/\"");
    }

    [Theory]
    [InlineData("all-url")]
    [InlineData("cigar-url")]
    [InlineData("house-url")]
    public async Task RenderAsync_WithoutAPathBase_NamesTheRemedy(string parameter)
    {
        var error = await Should.ThrowAsync<ParameterException>(() => RenderAsync(Parse(parameter, "~/x"), null));
        error.Message.ShouldBe(
            $"{parameter} is '~/x'; '~/' is the path base of a web application, which is not known here: "
            + "write '/' and the path on the site.");
        _handler.Requests.ShouldBe(0);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("javascript:alert(1)//")]
    [InlineData("/\"onclick=")]
    public async Task RenderAsync_WithAPathBaseThatIsNone_IsRefused(string pathBase) =>
        (await Should.ThrowAsync<ParameterException>(() => RenderAsync(new RecentSmokes { AllUrl = "~/all" }, pathBase)))
            .Message.ShouldStartWith($"all-url is '{pathBase}/all'; it must be an http or https address, or a path");

    [Fact]
    public async Task RefreshAsync_OfALinkBelowTheApplication_NeedsNoPathBase()
    {
        await new WidgetRenderer(_client).RefreshAsync(_client.GetBusiness(BusinessType.Venue, "a"), new RecentSmokes { AllUrl = "~/all" });
        _handler.Requests.ShouldBe(1);
    }

    private static Widget Parse(string parameter, string value) => parameter == "house-url"
        ? House.Parse([new(parameter, value)])
        : WidgetCatalog.BuiltIn.Get("recent-smokes").Parse([new(parameter, value)]);

    private async Task<string> RenderAsync(Widget widget, string? pathBase)
    {
        var renderer = new WidgetRenderer(_client, new WidgetRendererOptions { Catalog = new WidgetCatalog([House]) });
        var request = new RenderRequest { PathBase = pathBase };
        return (await renderer.RenderAsync(_client.GetBusiness(BusinessType.Venue, "a"), widget, request)).ToString();
    }

    private static WidgetDefinition House { get; } = new WidgetDefinition<HouseWidget>(
        "house-link",
        [new WidgetParameter<HouseWidget, string>("house-url", ParameterKind.Link, w => w.Url, (w, v) => w with { Url = v }, "A link.")],
        (_, _) => new WidgetPlan([], _ => null));

    private sealed record HouseWidget : Widget
    {
        public string? Url { get; init; }
    }
}
