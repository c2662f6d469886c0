using System.Net;
using System.Net.Http;
using Fluid;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Rendering.Fragments;

/// <summary>A renderer over an upstream that a test changes, with a filter that counts renderings.</summary>
internal sealed class KeptFragments : IDisposable
{
    private readonly StubHandler _handler;
    private int _renderings;

    public KeptFragments(
        CachePolicy? policy = null, Action<TemplateExtensions>? extend = null, IEnumerable<WidgetDefinition>? widgets = null,
        bool reload = false)
    {
        _handler = new StubHandler((request, _) => Task.FromResult(Answer(request.RequestUri!)));
        Client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = new Uri("https://api.example.com"),
            HttpHandler = _handler,
            Cache = policy ?? new CachePolicy(),
        }.On(Clock));
        var extensions = new TemplateExtensions().AddFilter(
            "counted",
            (input, _, _) =>
            {
                Interlocked.Increment(ref _renderings);
                return new(input);
            },
            isDeterministic: true);
        extend?.Invoke(extensions);
        Renderer = new WidgetRenderer(Client, new WidgetRendererOptions
        {
            Catalog = new WidgetCatalog(widgets),
            Extensions = extensions,
            TemplateFolder = Folder.Path,
            ReloadTemplates = reload,
        });
        Lounge = Client.GetBusiness(BusinessType.Venue, "stogies-chapin");
    }

    public ManualClock Clock { get; } = new();

    public TemporaryFolder Folder { get; } = new();

    public SessionsClient Client { get; }

    public WidgetRenderer Renderer { get; }

    public BusinessContext Lounge { get; }

    /// <summary>What upstream answers; null for 404.</summary>
    public string? Json { get; set; } = Sessions.Page(Sessions.Item("a"));

    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    public int Requests => _handler.Requests;

    /// <summary>How often a template with the filter <c>counted</c> was rendered.</summary>
    public int Renderings => Volatile.Read(ref _renderings);

    public ValueTask<HtmlFragment> RenderAsync(Widget? widget = null, RenderRequest? request = null, BusinessContext? business = null) =>
        Renderer.RenderAsync(business ?? Lounge, widget ?? new RecentSmokes(), request);

    /// <summary>Renders as often as it takes for the fragment to be kept.</summary>
    public async ValueTask<HtmlFragment> KeepAsync(Widget? widget = null, RenderRequest? request = null, BusinessContext? business = null)
    {
        await RenderAsync(widget, request, business);
        return await RenderAsync(widget, request, business);
    }

    public void Dispose()
    {
        Client.Dispose();
        _handler.Dispose();
        Folder.Dispose();
    }

    private HttpResponseMessage Answer(Uri address) => Json is null
        ? StubHandler.Json("{}", HttpStatusCode.NotFound)
        : StubHandler.Json(Json.Replace("{path}", address.AbsolutePath, StringComparison.Ordinal), Status);
}
