using System.Buffers;

namespace SessionsWidgets;

/// <summary>
/// Renders widgets to HTML. The whole way of the data can be read here: who and where, what is wanted, the answer
/// (from the cache or from upstream), the model, the template, the fragment.
/// </summary>
/// <remarks>Thread-safe; one for a process. Owns the compiled templates; the client stays the caller's.</remarks>
public sealed class WidgetRenderer
{
    private const string FallbackTemplate = "fallback";

    private readonly SessionsClient _client;
    private readonly WidgetRendererOptions _options;
    private readonly TemplateStore _templates;
    private readonly RenderLog _log;

    /// <summary>Creates a renderer.</summary>
    /// <exception cref="ParameterException">The template folder, or a file in it, cannot be used.</exception>
    public WidgetRenderer(SessionsClient client, WidgetRendererOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
        _options = options ?? new WidgetRendererOptions();
        var engine = new TemplateEngine(new TemplateMembers(_options.Catalog), _options.Extensions, allowRaw: !_options.UntrustedTemplates);
        _templates = new TemplateStore(engine, _options.TemplateFolder, _options.ReloadTemplates);
        _log = new RenderLog(client.Logger);
    }

    /// <summary>The widgets that there are.</summary>
    public WidgetCatalog Catalog => _options.Catalog;

    internal TemplateSet Templates => _templates.Current;

    /// <summary>Renders a widget by name, with parameters as they are written on any surface.</summary>
    /// <exception cref="ParameterException">The name, a parameter's name or a value is not allowed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ValueTask<HtmlFragment> RenderAsync(BusinessContext business, string name, IEnumerable<KeyValuePair<string, string>>? parameters = null, CancellationToken cancellationToken = default) =>
        RenderAsync(business, Catalog.Find(name).Parse(parameters ?? []), null, cancellationToken);

    /// <inheritdoc cref="RenderAsync(BusinessContext, Widget, RenderRequest?, CancellationToken)"/>
    public ValueTask<HtmlFragment> RenderAsync(BusinessContext business, Widget widget, CancellationToken cancellationToken = default) =>
        RenderAsync(business, widget, null, cancellationToken);

    /// <summary>Renders a widget. What upstream or a template does never makes it fail: then the fragment is a last good or a quiet one, and tells why.</summary>
    /// <exception cref="ParameterException">An option of the widget is not allowed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async ValueTask<HtmlFragment> RenderAsync(BusinessContext business, Widget widget, RenderRequest? request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(business);
        ArgumentNullException.ThrowIfNull(widget);
        request ??= RenderRequest.Default;
        var type = Catalog.Find(widget);
        type.Check(widget);

        var broken = RefreshTemplates();
        var templates = _templates.Current;
        var locale = FrameBuilder.FindLocale(templates, widget, business, request);
        var frame = FrameBuilder.Build(type, widget, business, request, locale);
        var context = new WidgetContext(business, _client.Clock, request.Patience ?? _client.Policy.PageBudget, frame.Dates, type.Audience, request.VisitorAddress);
        try
        {
            if (broken is not null) throw broken;
            var model = await type.LoadAsync(widget, context, cancellationToken);
            return model is null
                ? await FallbackAsync(templates, frame, context, locale, context.Failure)
                : await RenderAsync(templates.Get(type.Name), model, frame, context, locale, cancellationToken);
        }
        catch (Exception e) when (e is not ParameterException && !(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            _log.Failed(type.Name, e);
            return _options.ShowErrors
                ? new HtmlFragment(ErrorNotice.Render(type.Name, e.Message), FragmentOrigin.Fallback, isEmpty: false, context.Now, e)
                : await FallbackAsync(templates, frame, context, locale, e);
        }
    }

    /// <summary>Fetches a widget's answers anew, even if they are still fresh. While upstream fails or wants to be left alone, what there is stays.</summary>
    /// <exception cref="ParameterException">An option of the widget is not allowed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task RefreshAsync(BusinessContext business, Widget widget, CancellationToken cancellationToken = default) =>
        LoadAsync(business, widget, WidgetErrand.Refresh, cancellationToken);

    /// <summary>Forgets a widget's answers: the next visitor gets new ones. Other servers forget as <see cref="SessionsClient.RemoveAsync"/> says.</summary>
    /// <exception cref="ParameterException">An option of the widget is not allowed.</exception>
    public Task RemoveAsync(BusinessContext business, Widget widget, CancellationToken cancellationToken = default) =>
        LoadAsync(business, widget, WidgetErrand.Remove, cancellationToken);

    /// <summary>Fetches a widget's answers where they are not fresh.</summary>
    /// <returns>Until when they are; now when they could not be had.</returns>
    internal async Task<DateTimeOffset> WarmAsync(BusinessContext business, Widget widget, CancellationToken cancellationToken)
    {
        var context = await LoadAsync(business, widget, WidgetErrand.Find, cancellationToken);
        return context.Failure is null ? context.FreshUntil : context.Now;
    }

    private async Task<WidgetContext> LoadAsync(BusinessContext business, Widget widget, WidgetErrand errand, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(business);
        ArgumentNullException.ThrowIfNull(widget);
        var type = Catalog.Find(widget);
        type.Check(widget);
        var context = new WidgetContext(business, _client.Clock, Timeout.InfiniteTimeSpan, widget.Dates ?? default, type.Audience) { Errand = errand };
        await type.LoadAsync(widget, context, cancellationToken);
        return context;
    }

    private TemplateException? RefreshTemplates()
    {
        try
        {
            _templates.Refresh();
            return null;
        }
        catch (TemplateException e)
        {
            return e;
        }
    }

    private static async ValueTask<HtmlFragment> RenderAsync(
        CompiledTemplate template, WidgetModel model, WidgetFrame frame, WidgetContext context, Locale locale, CancellationToken cancellationToken)
    {
        model.Frame = frame;
        var run = new TemplateRun(context.Now, context.Business.TimeZone, locale);
        var output = new ArrayBufferWriter<byte>(8 * 1024);
        await template.RenderAsync(output, model, run, cancellationToken);
        // What is not for everyone is not to be kept by anyone.
        if (context.IsPrivate) context.LowerFreshUntil(context.Now);
        var freshUntil = run.FreshUntil < context.FreshUntil ? run.FreshUntil : context.FreshUntil;
        // That upstream does not know a business is no data; nobody should keep it.
        if (context.IsUnknown) return new HtmlFragment(output.WrittenMemory, FragmentOrigin.Fallback, model.IsEmpty, context.Now, context.Failure);
        var origin = context.IsStale ? FragmentOrigin.Stale : FragmentOrigin.Fresh;
        return new HtmlFragment(output.WrittenMemory, origin, model.IsEmpty, freshUntil, context.Failure);
    }

    /// <summary>The quiet notice: the host's own, and where that is broken too, the one that comes with the library.</summary>
    private async ValueTask<HtmlFragment> FallbackAsync(TemplateSet templates, WidgetFrame frame, WidgetContext context, Locale locale, Exception? error)
    {
        HtmlFragment notice;
        try
        {
            notice = await RenderAsync(templates.Get(FallbackTemplate), new FallbackModel(), frame, context, locale, CancellationToken.None);
        }
        catch (TemplateException e)
        {
            _log.Failed(FallbackTemplate, e);
            notice = await RenderAsync(templates.GetBuiltIn(FallbackTemplate), new FallbackModel(), frame, context, locale, CancellationToken.None);
        }

        // Nobody should keep a notice: the data may be there in a moment.
        Telemetry.Add(Telemetry.Fallbacks, "widget", frame.Widget);
        return new HtmlFragment(notice.Utf8, FragmentOrigin.Fallback, isEmpty: true, context.Now, error);
    }
}
