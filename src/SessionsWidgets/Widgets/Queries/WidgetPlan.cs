namespace SessionsWidgets;

/// <summary>What a widget needs: the queries that its options ask for, and how its model is made from their results. Immutable and
/// thread-safe.</summary>
/// <remarks>
/// Queries that do not follow each other are fetched side by side. To warm, refresh or remove a widget, only its queries are run,
/// and no model is made.
/// </remarks>
public sealed class WidgetPlan
{
    private readonly WidgetQuery[] _queries;
    private readonly Func<QueryResults, CancellationToken, ValueTask<WidgetModel?>> _model;

    /// <summary>Creates a plan whose model is made from what the queries bring.</summary>
    /// <param name="queries">The queries; none where the model is made from something else.</param>
    /// <param name="model">Makes the model; null when there is nothing to make it from, so that the fallback is shown.</param>
    public WidgetPlan(IEnumerable<WidgetQuery> queries, Func<QueryResults, WidgetModel?> model)
        : this(queries, Synchronous(model))
    {
    }

    /// <summary>Creates a plan whose model takes more than the queries bring: a database, a file, another service.</summary>
    /// <param name="queries">The queries; none where the model is made from something else.</param>
    /// <param name="model">Makes the model; null when there is nothing to make it from, so that the fallback is shown. The page's budget
    /// does not limit it.</param>
    public WidgetPlan(IEnumerable<WidgetQuery> queries, Func<QueryResults, CancellationToken, ValueTask<WidgetModel?>> model)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(model);
        _queries = [.. queries];
        _model = model;
    }

    /// <summary>The queries that the widget needs.</summary>
    public IReadOnlyList<WidgetQuery> Queries => _queries;

    /// <summary>Does the same with all queries, and with those that follow.</summary>
    internal Task<QueryResults> RunAsync(WidgetContext context, Func<BoundQuery, ValueTask<QueryResult>> operation) =>
        new QueryPass(context, operation).RunAsync(_queries);

    internal ValueTask<WidgetModel?> CreateModelAsync(QueryResults results, CancellationToken cancellationToken) =>
        _model(results, cancellationToken);

    private static Func<QueryResults, CancellationToken, ValueTask<WidgetModel?>> Synchronous(Func<QueryResults, WidgetModel?> model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return (results, _) => ValueTask.FromResult(model(results));
    }
}
