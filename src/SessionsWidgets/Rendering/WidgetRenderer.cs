namespace SessionsWidgets;

/// <summary>Renders widgets to HTML.</summary>
/// <remarks>Thread-safe. Use one per process. Does not dispose the client.</remarks>
/// <example>
/// <code>
/// var renderer = new WidgetRenderer(client);
/// var fragment = await renderer.RenderAsync(lounge, new RecentSmokes { Limit = 6, Layout = WidgetLayout.Grid });
/// Console.WriteLine(fragment);
/// </code>
/// </example>
public sealed class WidgetRenderer
{
    private readonly SessionsClient _client;
    private readonly WidgetRendererOptions _options;
    private readonly TemplateMembers _members;
    private readonly TemplateStore _templates;
    private readonly FragmentCache _fragments;
    private readonly RenderLog _log;

    /// <summary>Creates a renderer.</summary>
    /// <param name="client">The client of the businesses.</param>
    /// <param name="options">The options. Default: built-in widgets and templates.</param>
    /// <exception cref="ParameterException">The template folder or a file in it cannot be used.</exception>
    /// <exception cref="ArgumentException">A tag of <see cref="WidgetRendererOptions.Extensions"/> has the name of an existing
    /// one.</exception>
    public WidgetRenderer(SessionsClient client, WidgetRendererOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
        _options = options ?? new WidgetRendererOptions();
        _members = new TemplateMembers(_options.Catalog);
        var engine = new TemplateEngine(_options.Extensions, allowRaw: !_options.UntrustedTemplates);
        _templates = new TemplateStore(engine, _options.TemplateFolder, _options.ReloadTemplates);
        _fragments = new FragmentCache(client.Policy, client.Clock);
        _log = new RenderLog(client.Logger);
    }

    /// <summary>The available widgets.</summary>
    public WidgetCatalog Catalog => _options.Catalog;

    /// <summary>The languages with texts, as BCP 47 tags: the built-in ones and those of the template folder.</summary>
    public IEnumerable<string> Languages
    {
        get
        {
            RefreshTemplates();
            return _templates.Current.Locales.Languages;
        }
    }

    internal TemplateSet Templates => _templates.Current;

    /// <summary>Finds names in the host's own templates that do not exist.</summary>
    internal IReadOnlyList<TemplateError> FindUnknownNames()
    {
        var templates = _templates.Current;
        return [.. _members.FindUnknownNames(templates).Where(error => templates.IsOwn(error.Template))];
    }

    /// <summary>The number of cached fragments.</summary>
    internal int Fragments => _fragments.Count;

    /// <summary>Creates a renderer of the same widgets and templates for previews with example data. It reloads templates when their files
    /// change, and shows errors in place of widgets. A widget with data from elsewhere than its queries shows an error.</summary>
    /// <param name="examples">A client whose <see cref="SessionsClientOptions.HttpHandler"/> responds with example data.</param>
    /// <exception cref="ParameterException">The template folder or a file in it cannot be used.</exception>
    public WidgetRenderer CreatePreview(SessionsClient examples) => new(examples, new WidgetRendererOptions
    {
        Catalog = _options.Catalog,
        TemplateFolder = _options.TemplateFolder,
        Extensions = _options.Extensions,
        UntrustedTemplates = _options.UntrustedTemplates,
        ReloadTemplates = true,
        ShowErrors = true,
        IsPreview = true,
    });

    /// <summary>Renders a widget by name, with parameters as text. Failures of upstream or a template do not throw: see
    /// <see cref="HtmlFragment.Origin"/>.</summary>
    /// <param name="business">The business.</param>
    /// <param name="name">The name of the widget, such as <c>recent-smokes</c>.</param>
    /// <param name="parameters">The names and values of parameters. Default: the widget's defaults.</param>
    /// <param name="cancellationToken">Cancels the rendering. Fetches continue and fill the cache.</param>
    /// <exception cref="ParameterException">The name, a parameter or a value is not allowed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    /// <example>
    /// <code>
    /// var fragment = await renderer.RenderAsync(lounge, "recent-smokes", new Dictionary&lt;string, string&gt; { ["limit"] = "6" });
    /// </code>
    /// </example>
    public ValueTask<HtmlFragment> RenderAsync(
        BusinessContext business, string name, IEnumerable<KeyValuePair<string, string>>? parameters = null,
        CancellationToken cancellationToken = default) =>
        RenderAsync(business, Catalog.Get(name).Parse(parameters ?? []), null, cancellationToken);

    /// <inheritdoc cref="RenderAsync(BusinessContext, Widget, RenderRequest?, CancellationToken)"/>
    public ValueTask<HtmlFragment> RenderAsync(BusinessContext business, Widget widget, CancellationToken cancellationToken = default) =>
        RenderAsync(business, widget, null, cancellationToken);

    /// <summary>Renders a widget. Failures of upstream or a template do not throw: see <see cref="HtmlFragment.Origin"/>.</summary>
    /// <param name="business">The business.</param>
    /// <param name="widget">The widget.</param>
    /// <param name="request">The request to render it for. Default: the defaults of <see cref="RenderRequest"/>.</param>
    /// <param name="cancellationToken">Cancels the rendering. Fetches continue and fill the cache.</param>
    /// <exception cref="ParameterException">The widget is not in the catalog, or one of its options is not allowed for the business or the
    /// request.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    /// <example>
    /// <code>
    /// var budget = new PageBudget(TimeSpan.FromSeconds(2));
    /// var events = await renderer.RenderAsync(lounge, new UpcomingEvents { Limit = 3 }, new RenderRequest { Budget = budget });
    /// var smokes = await renderer.RenderAsync(lounge, new RecentSmokes(), new RenderRequest { Budget = budget });
    /// </code>
    /// </example>
    public async ValueTask<HtmlFragment> RenderAsync(
        BusinessContext business, Widget widget, RenderRequest? request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(business);
        ArgumentNullException.ThrowIfNull(widget);
        request ??= RenderRequest.Default;
        var type = Catalog.Get(widget);
        widget = PageTurning.Turn(type.Name, widget, request.PageAddress, out var isOneOff);
        var broken = RefreshTemplates();
        var templates = _templates.Current;
        var pictures = request.Pictures ?? _client.Pictures.AddressesFor(request.PathBase, business.MayBeLocal);
        var maxWait = request.Budget?.Left(_client.WaitingClock) ?? request.MaxWait ?? _client.Policy.PageBudget;
        if (type.Audience != WidgetAudience.Everyone
            || broken is not null
            || isOneOff
            || FrameBuilder.FindLocale(templates.Locales, widget, business, request) is not { } locale)
            return await RenderAnewAsync(type, widget, business, request, pictures, templates, broken, cached: default, cancellationToken);

        var key = new FragmentKey(widget, business, locale, request, pictures, type);
        var cached = _fragments.Find(key, templates);
        if (cached?.IsCurrent(maxWait, cancellationToken) != true)
            return await RenderAnewAsync(type, widget, business, request, pictures, templates, broken, (key, cached), cancellationToken);
        Telemetry.Add(Telemetry.Fragments, "result", "hit");
        return cached.Fragment;
    }

    /// <summary>Fetches the data of a widget again, even if it is fresh. If a fetch fails, the cached data stays.</summary>
    /// <param name="business">The business.</param>
    /// <param name="widget">The widget, with the same parameters as in the pages.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="ParameterException">The widget is not in the catalog, or one of its options is not allowed for the
    /// business.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public Task RefreshAsync(BusinessContext business, Widget widget, CancellationToken cancellationToken = default) =>
        RunAsync(business, widget, query => query.RefreshAsync(cancellationToken));

    /// <summary>Removes the cached data of a widget, like <see cref="SessionsClient.RemoveAsync"/>.</summary>
    /// <param name="business">The business.</param>
    /// <param name="widget">The widget, with the same parameters as in the pages.</param>
    /// <param name="cancellationToken">Cancels the removal of data that is not removed yet.</param>
    /// <exception cref="ParameterException">The widget is not in the catalog, or one of its options is not allowed for the
    /// business.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public Task RemoveAsync(BusinessContext business, Widget widget, CancellationToken cancellationToken = default) =>
        RunAsync(business, widget, query =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return query.RemoveAsync();
        });

    /// <summary>Fetches the queries of a widget that are not fresh.</summary>
    /// <returns>The time when they expire; the current time if a query failed.</returns>
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

    private static SessionsWidgetsException NoExamples(string widget) => new(
        $"'{widget}' takes its data not only from queries, and there are no examples of it: look at it in a page of the site.");

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

    private async ValueTask<HtmlFragment> RenderAnewAsync(
        WidgetDefinition type, Widget widget, BusinessContext business, RenderRequest request, PictureAddresses pictures,
        TemplateSet templates, TemplateException? broken, (FragmentKey? Key, CachedFragment? Last) cached,
        CancellationToken cancellationToken)
    {
        if (cached.Key is not null) Telemetry.Add(Telemetry.Fragments, "result", "miss");
        if (type.WithCalendar is { } link && request.CalendarUrl is { } calendar) widget = link(widget, calendar);
        type.Check(widget);
        widget = type.Resolve(widget, request.PathBase);
        var locale = FrameBuilder.GetLocale(templates.Locales, widget, business, request);
        var isolation = request.Isolation?.Resolve(request.PathBase);
        var frame = FrameBuilder.Build(type, widget, business, request, locale);
        // Cached fragments keep the context in memory.
        var visitor = type.Audience == WidgetAudience.Visitor ? request.VisitorAddress : null;
        var context = new WidgetContext(business, _client.Clock.GetUtcNow(), frame.Dates, type.Audience, visitor);
        var writer = new PictureWriter(pictures, business.PictureHash);
        var rendering = new WidgetRendering(
            templates, _members, _log, widget, frame, context, locale, writer, request.Attributes, isolation)
        {
            ShowsBrokenFallback = _options.IsPreview,
        };
        using var waiting = request.Budget?.Wait(_client.WaitingClock);
        var wait = new RenderDeadline(waiting?.MaxWait ?? request.MaxWait ?? _client.Policy.PageBudget, _client.WaitingClock);
        try
        {
            if (broken is not null) throw broken;
            var plan = type.Plan(widget, context);
            if (_options.IsPreview && !plan.IsComplete) throw NoExamples(type.Name);
            var results = await plan.RunAsync(context, query => query.GetAsync(wait.Left, wait.IsUnlimited, cancellationToken));
            // A widget that has never been cached, such as one with data from elsewhere, is rendered in parallel.
            return Explain(cached.Key is { } key && (plan.IsComplete || cached.Last is not null)
                ? await _fragments.GetOrRenderAsync(key, results, templates, RenderAsync, cancellationToken)
                : Keep(await RenderAsync(), results));

            ValueTask<RenderedFragment> RenderAsync() => rendering.RenderAsync(plan, results, cancellationToken);
        }
        catch (Exception e) when (
            e is not ParameterException && !(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            _log.Failed(type.Name, e);
            return _options.ShowErrors ? rendering.ShowError(e) : await rendering.FallbackAsync(e);
        }

        // After the cached fragment, which does not contain the notice.
        HtmlFragment Explain(HtmlFragment fragment) =>
            _options is { ShowErrors: true, IsPreview: false } && fragment.Diagnosis is { } diagnosis
                ? fragment.With((byte[])[.. fragment.Utf8.Span, .. ErrorNotice.RenderBelow(type.Name, diagnosis)])
                : fragment;

        HtmlFragment Keep(RenderedFragment rendered, QueryResultSet results)
        {
            if (cached.Key is { } key) _fragments.Keep(key, rendered, templates, results);
            return rendered.Fragment;
        }
    }
}
