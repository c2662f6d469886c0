namespace SessionsWidgets;

/// <summary>A query of a widget of a certain business, at a certain time. Immutable.</summary>
internal abstract class BoundQuery
{
    /// <inheritdoc cref="UpstreamCache.GetAsync"/>
    public abstract ValueTask<QueryResult> GetAsync(TimeSpan maxWait, bool requireFresh, CancellationToken cancellationToken);

    /// <summary>Fetches what may still be fresh, unless upstream is backing off.</summary>
    public abstract ValueTask<QueryResult> RefreshAsync(CancellationToken cancellationToken);

    /// <summary>Removes what is cached, and tells other servers to.</summary>
    /// <returns>What was cached: by it the queries that follow are known.</returns>
    public abstract ValueTask<QueryResult> RemoveAsync();
}

/// <summary>
/// Does the same with all queries of a widget: finds, refreshes or removes what they ask for. Those that do not follow each other
/// run side by side, and each runs once, however many follow it. Thread-safe.
/// </summary>
internal sealed class QueryPass(WidgetContext context, Func<BoundQuery, ValueTask<QueryResult>> operation)
{
    private readonly Lock _lock = new();
    private readonly List<(WidgetQuery Query, Task<QueryResult> Result)> _running = [];

    public WidgetContext Context => context;

    public async Task<QueryResults> RunAsync(IReadOnlyList<WidgetQuery> queries)
    {
        await Task.WhenAll(queries.Select(RunAsync));
        // All that run have been waited for: a query that others follow ends before them.
        return new QueryResults([.. _running.Select(r => (r.Query, r.Result.Result))]);
    }

    public Task<QueryResult> RunAsync(WidgetQuery query)
    {
        lock (_lock)
        {
            foreach (var (other, running) in _running)
            {
                if (ReferenceEquals(other, query)) return running;
            }

            var result = query.RunAsync(this);
            _running.Add((query, result));
            return result;
        }
    }

    public ValueTask<QueryResult> RunAsync(BoundQuery query) => operation(query);
}
