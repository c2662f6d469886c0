using System.Buffers;

namespace SessionsWidgets;

/// <summary>Renders widgets to HTML.</summary>
/// <remarks>Thread-safe; use one per process. Does not dispose the client.</remarks>
public sealed class WidgetRenderer
{
    private const string FallbackTemplate = "fallback";

    private readonly SessionsClient _client;
    private readonly WidgetRendererOptions _options;
    private readonly TemplateMembers _members;
    private readonly TemplateStore _templates;
    private readonly RenderLog _log;

    /// <summary>Creates a renderer.</summary>
    /// <exception cref="ParameterException">The template folder or a file in it cannot be used.</exception>
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

    /// <summary>The available widgets.</summary>
    public WidgetCatalog Catalog => _options.Catalog;

    /// <summary>The languages that there are texts in, as BCP 47 tags; changes with the host's files.</summary>
    public IEnumerable<string> Languages
    {
        get
        {
            RefreshTemplates();
            return _templates.Current.Locales.Languages;
        }
    }

    internal TemplateSet Templates => _templates.Current;

    /// <summary>Renders a widget by name, with parameters as text.</summary>
    /// <exception cref="ParameterException">The widget's name, a parameter or a value is not allowed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ValueTask<HtmlFragment> RenderAsync(
        BusinessContext business, string name, IEnumerable<KeyValuePair<string, string>>? parameters = null,
        CancellationToken cancellationToken = default) =>
        RenderAsync(business, Catalog.Get(name).Parse(parameters ?? []), null, cancellationToken);

    /// <inheritdoc cref="RenderAsync(BusinessContext, Widget, RenderRequest?, CancellationToken)"/>
    public ValueTask<HtmlFragment> RenderAsync(BusinessContext business, Widget widget, CancellationToken cancellationToken = default) =>
        RenderAsync(business, widget, null, cancellationToken);

    /// <summary>Renders a widget. Failures of upstream or a template do not throw: see <see cref="HtmlFragment.Origin"/>.</summary>
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
        widget = type.Resolve(widget, request.PathBase);

        var broken = RefreshTemplates();
        var templates = _templates.Current;
        var locale = FrameBuilder.GetLocale(templates.Locales, widget, business, request);
        var frame = FrameBuilder.Build(type, widget, business, request, locale);
        var context = new WidgetContext(business, _client.Clock.GetUtcNow(), frame.Dates, type.Audience, request.VisitorAddress);
        var wait = new RenderDeadline(request.MaxWait ?? _client.Policy.PageBudget, _client.WaitingClock);
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

    /// <summary>Refreshes a widget's queries, even if they are fresh. What cannot be refreshed stays.</summary>
    /// <exception cref="ParameterException">An option of the widget is not allowed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task RefreshAsync(BusinessContext business, Widget widget, CancellationToken cancellationToken = default) =>
        RunAsync(business, widget, query => query.RefreshAsync(cancellationToken));

    /// <summary>Removes a widget's cached results, like <see cref="SessionsClient.RemoveAsync"/>.</summary>
    /// <exception cref="ParameterException">An option of the widget is not allowed.</exception>
    public Task RemoveAsync(BusinessContext business, Widget widget, CancellationToken cancellationToken = default) =>
        RunAsync(business, widget, query => query.RemoveAsync());

    /// <summary>Fetches a widget's queries that are not fresh.</summary>
    /// <returns>When they expire; the current time if a query failed.</returns>
    internal async Task<DateTimeOffset> WarmAsync(BusinessContext business, Widget widget, CancellationToken cancellationToken)
    {
        var results = await RunAsync(
            business, widget, query => query.GetAsync(Timeout.InfiniteTimeSpan, requireFresh: true, cancellationToken));
        return results.Failure is null ? results.FreshUntil : _client.Clock.GetUtcNow();
    }

    /// <summary>Runs an operation on a widget's queries. Creates no model.</summary>
    private Task<QueryResultSet> RunAsync(BusinessContext business, Widget widget, Func<BoundQuery, ValueTask<QueryResult>> operation)
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
        CompiledTemplate template, WidgetModel model, QueryResultSet results, WidgetFrame frame, WidgetContext context, Locale locale,
        CancellationToken cancellationToken)
    {
        var (utf8, textUntil) = await WriteAsync(template, model, frame, context, locale, cancellationToken);
        // An unknown business has no data, and private widgets are never cached.
        var cacheUntil = results.IsUnknown || context.IsPrivate ? context.Now : DateTimeOffset.MaxValue;
        DateTimeOffset[] ends = [results.FreshUntil, model.FreshUntil, textUntil, cacheUntil];
        var origin = results.IsUnknown ? FragmentOrigin.Fallback : results.IsStale ? FragmentOrigin.Stale : FragmentOrigin.Fresh;
        return new HtmlFragment(utf8, origin, model.IsEmpty, ends.Min(), results.Failure);
    }

    /// <summary>The fallback: the host's template, or the built-in one if that fails.</summary>
    private async ValueTask<HtmlFragment> FallbackAsync(
        TemplateSet templates, WidgetFrame frame, WidgetContext context, Locale locale, Exception? error)
    {
        ReadOnlyMemory<byte> notice;
        try
        {
            var own = templates.Get(FallbackTemplate);
            (notice, _) = await WriteAsync(own, new FallbackModel(), frame, context, locale, CancellationToken.None);
        }
        catch (TemplateException e)
        {
            _log.Failed(FallbackTemplate, e);
            var builtIn = templates.GetBuiltIn(FallbackTemplate);
            (notice, _) = await WriteAsync(builtIn, new FallbackModel(), frame, context, locale, CancellationToken.None);
        }

        // A fallback is never cached: the data may arrive at any time.
        Telemetry.Add(Telemetry.Fallbacks, "widget", frame.Widget);
        return new HtmlFragment(notice, FragmentOrigin.Fallback, isEmpty: true, context.Now, error);
    }

    /// <summary>The HTML, and when a relative date in it expires.</summary>
    private async ValueTask<(ReadOnlyMemory<byte> Utf8, DateTimeOffset FreshUntil)> WriteAsync(
        CompiledTemplate template, WidgetModel model, WidgetFrame frame, WidgetContext context, Locale locale,
        CancellationToken cancellationToken)
    {
        model.Frame = frame;
        var run = new TemplateRenderContext(context.Now, context.Business.TimeZone, locale);
        var output = new ArrayBufferWriter<byte>();
        await template.RenderAsync(output, _members.Value(model), run, cancellationToken);
        return (output.WrittenMemory, run.FreshUntil);
    }
}
