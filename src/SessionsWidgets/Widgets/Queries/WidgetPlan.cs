namespace SessionsWidgets;

/// <summary>The queries of a widget and how its model is created from their results. Immutable and thread-safe.</summary>
/// <remarks>Independent queries run in parallel. Warming, refreshing and removing run only the queries and create no model.</remarks>
public sealed class WidgetPlan
{
    private readonly WidgetQuery[] _queries;
    private readonly Func<QueryResultSet, CancellationToken, ValueTask<WidgetModel?>> _model;

    /// <summary>Creates a plan.</summary>
    /// <param name="queries">The queries; may be empty.</param>
    /// <param name="model">Creates the model from the results, the options and the context alone: the rendered widget is kept while these
    /// are the same. Null shows the fallback.</param>
    public WidgetPlan(IEnumerable<WidgetQuery> queries, Func<QueryResultSet, WidgetModel?> model)
        : this(queries, Synchronous(model))
    {
        IsComplete = _queries.Length > 0;
    }

    /// <summary>Creates a plan whose model needs other data too: a database, a file, another service. It is created anew for each request,
    /// unless it says by <see cref="WidgetModel.FreshUntil"/> until when it is true, which must hold for every visitor.</summary>
    /// <param name="queries">The queries; may be empty.</param>
    /// <param name="model">Creates the model; null shows the fallback. Not limited by the page budget.</param>
    public WidgetPlan(IEnumerable<WidgetQuery> queries, Func<QueryResultSet, CancellationToken, ValueTask<WidgetModel?>> model)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(model);
        _queries = [.. queries];
        _model = model;
    }

    /// <summary>Whether the model comes from the queries and the options alone.</summary>
    internal bool IsComplete { get; private init; }

    /// <summary>Creates a plan of a widget whose options hold all its data.</summary>
    internal static WidgetPlan WithoutQueries(Func<WidgetModel?> model) => new([], _ => model()) { IsComplete = true };

    /// <summary>Runs an operation on all queries, dependent ones included.</summary>
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
