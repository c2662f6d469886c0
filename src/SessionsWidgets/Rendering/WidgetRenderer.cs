using System.Buffers;

namespace SessionsWidgets;

/// <summary>
/// Renders widgets to HTML. The whole way of the data can be read here: who and where, the queries that the widget declares, their
/// results (from the cache or from upstream), the model, the template, the fragment.
/// </summary>
/// <remarks>Thread-safe; one for a process. Owns the compiled templates; the client stays the caller's.</remarks>
public sealed class WidgetRenderer
{
    private const string FallbackTemplate = "fallback";

    private readonly SessionsClient _client;
    private readonly WidgetRendererOptions _options;
    private readonly TemplateMembers _members;
    private readonly TemplateStore _templates;
    private readonly RenderLog _log;

    /// <summary>Creates a renderer.</summary>
    /// <exception cref="ParameterException">The template folder, or a file in it, cannot be used.</exception>
    public WidgetRenderer(SessionsClient client, WidgetRendererOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
        _options = options ?? new WidgetRendererOptions();
        _members = new TemplateMembers(_options.Catalog);
        var engine = new TemplateEngine(_options.Extensions, allowRaw: !_options.UntrustedTemplates);
        _templates = new TemplateStore(engine, _options.TemplateFolder, _options.ReloadTemplates);
        _log = new RenderLog(client.Logger);
    }

    /// <summary>The widgets that there are.</summary>
    public WidgetCatalog Catalog => _options.Catalog;

    internal TemplateSet Templates => _templates.Current;

    /// <summary>Renders a widget by name, with parameters as they are written on any surface.</summary>
    /// <exception cref="ParameterException">The name, a parameter's name or a value is not allowed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ValueTask<HtmlFragment> RenderAsync(
        BusinessContext business, string name, IEnumerable<KeyValuePair<string, string>>? parameters = null,
        CancellationToken cancellationToken = default) =>
        RenderAsync(business, Catalog.Get(name).Parse(parameters ?? []), null, cancellationToken);

    /// <inheritdoc cref="RenderAsync(BusinessContext, Widget, RenderRequest?, CancellationToken)"/>
    public ValueTask<HtmlFragment> RenderAsync(BusinessContext business, Widget widget, CancellationToken cancellationToken = default) =>
        RenderAsync(business, widget, null, cancellationToken);

    /// <summary>Renders a widget. What upstream or a template does never makes it fail: then the fragment is a last good or a quiet one,
    /// and tells why.</summary>
    /// <exception cref="ParameterException">An option of the widget is not allowed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async ValueTask<HtmlFragment> RenderAsync(
        BusinessContext business, Widget widget, RenderRequest? request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(business);
        ArgumentNullException.ThrowIfNull(widget);
        request ??= RenderRequest.Default;
        var type = Catalog.Get(widget);
        type.Check(widget);

        var broken = RefreshTemplates();
        var templates = _templates.Current;
        var locale = FrameBuilder.GetLocale(templates.Locales, widget, business, request);
        var frame = FrameBuilder.Build(type, widget, business, request, locale);
        var context = new WidgetContext(business, _client.Clock.GetUtcNow(), frame.Dates, type.Audience, request.VisitorAddress);
        var wait = new WaitLimit(request.MaxWait ?? _client.Policy.PageBudget, _client.Clock);
        try
        {
            if (broken is not null) throw broken;
            var plan = type.Plan(widget, context);
            var results = await plan.RunAsync(context, query => query.GetAsync(wait.Left, wait.IsUnlimited, cancellationToken));
            return await plan.CreateModelAsync(results, cancellationToken) is { } model
                ? await RenderAsync(templates.Get(type.Name), model, results, frame, context, locale, cancellationToken)
                : await FallbackAsync(templates, frame, context, locale, results.Failure);
        }
        catch (Exception e) when (
            e is not ParameterException && !(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            _log.Failed(type.Name, e);
            return _options.ShowErrors
                ? new HtmlFragment(ErrorNotice.Render(type.Name, e.Message), FragmentOrigin.Fallback, isEmpty: false, context.Now, e)
                : await FallbackAsync(templates, frame, context, locale, e);
        }
    }

    /// <summary>Fetches anew what a widget's queries ask for, even if it is still fresh. While upstream fails or is backing off, what there
    /// is stays.</summary>
    /// <exception cref="ParameterException">An option of the widget is not allowed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task RefreshAsync(BusinessContext business, Widget widget, CancellationToken cancellationToken = default) =>
        RunAsync(business, widget, query => query.RefreshAsync(cancellationToken));

    /// <summary>Removes what is cached for a widget's queries: the next visitor gets it new. Other servers remove it as
    /// <see cref="SessionsClient.RemoveAsync"/> says.</summary>
    /// <exception cref="ParameterException">An option of the widget is not allowed.</exception>
    public Task RemoveAsync(BusinessContext business, Widget widget, CancellationToken cancellationToken = default) =>
        RunAsync(business, widget, query => query.RemoveAsync());

    /// <summary>Fetches what a widget's queries ask for where it is not fresh.</summary>
    /// <returns>Until when it is; now when it could not be had.</returns>
    internal async Task<DateTimeOffset> WarmAsync(BusinessContext business, Widget widget, CancellationToken cancellationToken)
    {
        var results =
            await RunAsync(business, widget, query => query.GetAsync(Timeout.InfiniteTimeSpan, requireFresh: true, cancellationToken));
        return results.Failure is null ? results.FreshUntil : _client.Clock.GetUtcNow();
    }

    /// <summary>Does the same with all queries of a widget. No model is made.</summary>
    private Task<QueryResults> RunAsync(BusinessContext business, Widget widget, Func<BoundQuery, ValueTask<QueryResult>> operation)
    {
        ArgumentNullException.ThrowIfNull(business);
        ArgumentNullException.ThrowIfNull(widget);
        var type = Catalog.Get(widget);
        type.Check(widget);
        var context = new WidgetContext(business, _client.Clock.GetUtcNow(), widget.Dates ?? default, type.Audience);
        return type.Plan(widget, context).RunAsync(context, operation);
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

    private async ValueTask<HtmlFragment> RenderAsync(
        CompiledTemplate template, WidgetModel model, QueryResults results, WidgetFrame frame, WidgetContext context, Locale locale,
        CancellationToken cancellationToken)
    {
        var (utf8, textUntil) = await WriteAsync(template, model, frame, context, locale, cancellationToken);
        // That upstream does not know a business is no data, and what is not for everyone is not to be kept by anyone.
        DateTimeOffset[] ends = [
            results.FreshUntil,
            model.FreshUntil,
            textUntil,
            results.IsUnknown || context.IsPrivate ? context.Now : DateTimeOffset.MaxValue];
        var origin = results.IsUnknown ? FragmentOrigin.Fallback : results.IsStale ? FragmentOrigin.Stale : FragmentOrigin.Fresh;
        return new HtmlFragment(utf8, origin, model.IsEmpty, ends.Min(), results.Failure);
    }

    /// <summary>The quiet notice: the host's own, and where that is broken too, the one that comes with the library.</summary>
    private async ValueTask<HtmlFragment> FallbackAsync(
        TemplateSet templates, WidgetFrame frame, WidgetContext context, Locale locale, Exception? error)
    {
        ReadOnlyMemory<byte> notice;
        try
        {
            (notice, _) =
                await WriteAsync(templates.Get(FallbackTemplate), new FallbackModel(), frame, context, locale, CancellationToken.None);
        }
        catch (TemplateException e)
        {
            _log.Failed(FallbackTemplate, e);
            (notice, _) = await WriteAsync(
                templates.GetBuiltIn(FallbackTemplate), new FallbackModel(), frame, context, locale, CancellationToken.None);
        }

        // Nobody should keep a notice: the data may be there in a moment.
        Telemetry.Add(Telemetry.Fallbacks, "widget", frame.Widget);
        return new HtmlFragment(notice, FragmentOrigin.Fallback, isEmpty: true, context.Now, error);
    }

    /// <summary>The HTML in UTF-8, and when words in it such as "2 hours ago" change.</summary>
    private async ValueTask<(ReadOnlyMemory<byte> Utf8, DateTimeOffset FreshUntil)> WriteAsync(
        CompiledTemplate template, WidgetModel model, WidgetFrame frame, WidgetContext context, Locale locale,
        CancellationToken cancellationToken)
    {
        model.Frame = frame;
        var run = new TemplateRenderContext(context.Now, context.Business.TimeZone, locale);
        var output = new ArrayBufferWriter<byte>(8 * 1024);
        await template.RenderAsync(output, _members.Value(model), run, cancellationToken);
        return (output.WrittenMemory, run.FreshUntil);
    }
}
