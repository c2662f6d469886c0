using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SessionsWidgets.AspNetCore;

/// <summary>
/// <c>&lt;SessionWidget Name="recent-smokes" limit="6"&gt;…&lt;/SessionWidget&gt;</c>: any widget in a Blazor page, by its name, the host's
/// own
/// ones too. Its other attributes are the widget's parameters and <c>business</c>, as in a tag; its content stands there when there
/// is nothing to show.
/// </summary>
/// <remarks>
/// For static rendering on the server, with streaming or without, and for interactive components on the server. It never fails
/// for what upstream, a template or an attribute does. It is rendered anew when a parameter changes; until the new fragment is
/// there, the one before stays, and at first there is nothing. In an interactive component, business and language are those of
/// the request that the page was prerendered for; without prerendering, the language is the business's, and where
/// <c>UseBusinessResolver</c> is in use, <c>business</c> has to be set. Widgets about the visitor need a static page.
/// </remarks>
public sealed class SessionWidget : ComponentBase
{
    private Parameters? _current;
    private bool _nothingToShow;
    private string _markup = "";

    /// <summary>The widget's name.</summary>
    [Parameter]
    [EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>The session to show, for <c>session-card</c>. Default: the newest that the query finds.</summary>
    [Parameter]
    public SmokeSession? Session { get; set; }

    /// <summary>
    /// The widget's parameters and <c>business</c>, as the page has them: text, true or false, numbers, <see cref="DateOnly"/>,
    /// <see cref="Day"/>, <see cref="Uri"/>, values of enumerations. Null counts as not set.
    /// </summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    /// <summary>What stands there when there is nothing to show. Default: the widget's own empty state, or a quiet notice.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var parameters = new Parameters(Name, Session, Attributes);
        if (parameters.Equals(_current)) return;
        _current = parameters;
        var renderer = Services.GetService<WidgetTagRenderer>() ?? throw SessionsWidgetsBuilderExtensions.NotRegistered();
        var page = renderer.PageOf(Http, AssignedRenderMode is not null, Services.GetRequiredService<OpeningRequest>());
        var fragment =
            await renderer.RenderAsync(page, parameters.Name, ComponentAttributes.Read(parameters.Attributes), parameters.Complete);
        // Others may have been set in the meantime; then this fragment is not wanted any more.
        if (_current != parameters) return;
        _nothingToShow = fragment.NothingToShow;
        _markup = Encoding.UTF8.GetString(fragment.Utf8.Span);
    }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (_nothingToShow && ChildContent is not null) builder.AddContent(0, ChildContent);
        else builder.AddMarkupContent(1, _markup);
    }

    /// <summary>What a fragment is rendered from. The content is not among it: it is another object each time the parent is
    /// rendered.</summary>
    private sealed record Parameters(string? Name, SmokeSession? Session, IReadOnlyDictionary<string, object>? Attributes)
    {
        public bool Equals(Parameters? other) =>
            other is not null
                && Name == other.Name
                && Equals(Session, other.Session)
                && ComponentAttributes.AreSame(Attributes, other.Attributes);

        public override int GetHashCode() => HashCode.Combine(Name);

        public Widget Complete(Widget widget) => (Session, widget) switch
        {
            (null, _) => widget,
            (_, SessionCard card) => card with { Session = Session },
            _ => throw new ParameterException("session", Session.Id, "only session-card takes a session."),
        };
    }
}
