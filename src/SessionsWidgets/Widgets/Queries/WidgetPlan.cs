namespace SessionsWidgets;

/// <summary>The plan of a widget: its queries, and how the model is created from their results. Immutable and thread-safe.</summary>
/// <remarks>Independent queries run in parallel. Warming, refreshing and removing run only the queries, and create no model.</remarks>
public sealed class WidgetPlan
{
    private readonly WidgetQuery[] _queries;
    private readonly Func<QueryResultSet, CancellationToken, ValueTask<WidgetModel?>> _model;

    /// <summary>Creates a plan whose model depends only on the results, the options and the context. The rendered widget is cached while
    /// these are the same.</summary>
    /// <param name="queries">The queries; may be empty.</param>
    /// <param name="model">Creates the model. Null shows the fallback content.</param>
    public WidgetPlan(IEnumerable<WidgetQuery> queries, Func<QueryResultSet, WidgetModel?> model)
        : this(queries, Synchronous(model))
    {
        IsComplete = _queries.Length > 0;
    }

    /// <summary>Creates a plan whose model needs other data, too: from a database, a file or another service.</summary>
    /// <param name="queries">The queries; may be empty.</param>
    /// <param name="model">Creates the model. Null shows the fallback content. <see cref="CachePolicy.PageBudget"/> does not limit
    /// it.</param>
    /// <remarks>The model is created for each request. To have the rendered widget cached, set <see cref="WidgetModel.FreshUntil"/>; then
    /// the model must be the same for every visitor.</remarks>
    public WidgetPlan(IEnumerable<WidgetQuery> queries, Func<QueryResultSet, CancellationToken, ValueTask<WidgetModel?>> model)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(model);
        _queries = [.. queries];
        _model = model;
    }

    /// <summary>Whether the model depends only on the queries and the options.</summary>
    internal bool IsComplete { get; private init; }

    /// <summary>Creates a plan of a widget whose options contain all its data.</summary>
    internal static WidgetPlan WithoutQueries(Func<WidgetModel?> model) => new([], _ => model()) { IsComplete = true };

    /// <summary>Runs an operation on all queries, including dependent ones.</summary>
    internal Task<QueryResultSet> RunAsync(WidgetContext context, Func<BoundQuery, ValueTask<QueryResult>> operation) =>
        new QueryRunner(context, operation).RunAsync(_queries);

    internal ValueTask<WidgetModel?> CreateModelAsync(QueryResultSet results, CancellationToken cancellationToken) =>
        _model(results, cancellationToken);

    private static Func<QueryResultSet, CancellationToken, ValueTask<WidgetModel?>> Synchronous(Func<QueryResultSet, WidgetModel?> model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return (results, _) => ValueTask.FromResult(model(results));
    }
}
