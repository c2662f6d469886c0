using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SessionsWidgets.AspNetCore;

/// <summary>Renders any widget in a Blazor page: <c>&lt;SessionWidget Name="recent-smokes"
/// limit="6"&gt;…&lt;/SessionWidget&gt;</c>.</summary>
/// <remarks>For static and interactive rendering on the server. Rendered again when a parameter changes; failures do not throw. An
/// interactive component uses the business and language of the prerendered request. Without prerendering, the language is that of the
/// business, and with <c>UseBusinessResolver</c> you must set <c>business</c>. Widgets about the visitor need static rendering. With
/// <c>InteractiveAuto</c> and <c>InteractiveWebAssembly</c>, only the content is shown, and in Development the reason.</remarks>
public sealed class SessionWidget : ComponentBase, IDisposable
{
    private const string RunsInBrowser =
        "its render mode (InteractiveAuto or InteractiveWebAssembly, of the component or of one that it is in) moves it into the browser, "
        + "where it cannot run: leave the render mode out, take InteractiveServer, or fetch the fragment by URL.";

    private NavigationManager? _navigation;
    private Parameters? _current;
    private TagFragment _fragment = new("", NothingToShow: false);

    /// <summary>The name of the widget. Required.</summary>
    [Parameter]
    [EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>The session to show, for <c>session-card</c>. Default: the newest that the query finds.</summary>
    [Parameter]
    public SmokeSession? Session { get; set; }

    /// <summary>The parameters of the widget, and <c>business</c>: text, Booleans, numbers, <see cref="DateOnly"/>, <see cref="Day"/>, URIs
    /// and enumeration values. Null: not set. Attributes of <see cref="ElementAttributes"/> are written to the outermost element.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    /// <summary>The content that is shown if the widget has nothing to show. Default: the empty state of the widget, or the fallback
    /// content.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private bool TurnsPages => Attributes?.Keys.Contains("more", StringComparer.OrdinalIgnoreCase) == true;

    /// <inheritdoc/>
    public void Dispose() => _navigation?.LocationChanged -= TurnAsync;

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        // In an interactive page, a link to another page of the widget changes the address alone.
        if (!RendererInfo.IsInteractive) return;
        _navigation = Services.GetRequiredService<NavigationManager>();
        _navigation.LocationChanged += TurnAsync;
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var parameters = new Parameters(Name, Session, Attributes, TurnsPages ? _navigation?.Uri : null, this);
        if (parameters.Equals(_current)) return;
        _current = parameters;
        var renderer = Services.GetService<WidgetTagRenderer>() ?? throw SessionsWidgetsBuilderExtensions.NotRegistered();
        var fragment = Http is not null && BrowserBoundary.Holds(Http, this, AssignedRenderMode)
            ? renderer.Refuse(renderer.PageOf(Http), parameters.Name ?? "", RunsInBrowser)
            : await renderer.RenderAsync(
                renderer.PageOf(Http, AssignedRenderMode is not null, Services.GetRequiredService<PrerenderState>(), parameters.Url),
                parameters.Name,
                parameters);
        // Discard the fragment if the parameters have changed meanwhile.
        if (_current != parameters) return;
        _fragment = fragment;
    }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (!_fragment.NothingToShow || ChildContent is null)
        {
            builder.AddMarkupContent(1, _fragment.Html);
            return;
        }

        builder.AddContent(0, ChildContent);
        if (_fragment.Notice.Length > 0) builder.AddMarkupContent(2, _fragment.Notice);
    }

    private void TurnAsync(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(async () =>
    {
        if (!TurnsPages) return;
        try
        {
            await OnParametersSetAsync();
            StateHasChanged();
        }
        catch (Exception e)
        {
            await DispatchExceptionAsync(e);
        }
    });

    /// <summary>The inputs of a rendering. The content is not among them: it is a new object whenever the parent is rendered.</summary>
    /// <remarks>The URL is one of them where the widget turns its pages by it.</remarks>
    private sealed record Parameters(
        string? Name, SmokeSession? Session, IReadOnlyDictionary<string, object>? Attributes, string? Url, object Owner) : IWidgetTag
    {
        public bool Equals(Parameters? other) =>
            other is not null
            && Name == other.Name
            && Equals(Session, other.Session)
            && Url == other.Url
            && ComponentAttributes.AreSame(Attributes, other.Attributes);

        public override int GetHashCode() => HashCode.Combine(Name);

        public ParsedTag Parse(WidgetDefinition type, LiteralTags literals) =>
            ParsedTag.Parse(type, ComponentAttributes.Read(type, Attributes), mayBeIsolated: false);

        public Widget Complete(Widget widget) => (Session, widget) switch
        {
            (null, _) => widget,
            (_, SessionCard card) => card with { Session = Session },
            _ => throw new ParameterException("session", Session.Id, "only session-card takes a session."),
        };
    }
}
