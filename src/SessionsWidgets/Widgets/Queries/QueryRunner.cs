namespace SessionsWidgets;

/// <summary>A query for a certain business and time. Immutable.</summary>
internal abstract class BoundQuery
{
    /// <inheritdoc cref="UpstreamCache.GetAsync"/>
    public abstract ValueTask<QueryResult> GetAsync(TimeSpan maxWait, bool requireFresh, CancellationToken cancellationToken);

    /// <summary>As <see cref="GetAsync"/>, without reading the result. Allocates nothing for a result in memory.</summary>
    public abstract ValueTask<ResultStamp> GetStampAsync(TimeSpan maxWait, bool requireFresh, CancellationToken cancellationToken);

    /// <summary>Fetches even if the result is fresh, unless upstream is backing off.</summary>
    public abstract ValueTask<QueryResult> RefreshAsync(CancellationToken cancellationToken);

    /// <summary>Removes the cached result, also on other servers.</summary>
    /// <returns>The removed result, from which dependent queries are derived.</returns>
    public abstract ValueTask<QueryResult> RemoveAsync();
}

/// <summary>Runs an operation on all queries of a widget, in parallel where they are independent and each once. Thread-safe.</summary>
internal sealed class QueryRunner(WidgetContext context, Func<BoundQuery, ValueTask<QueryResult>> operation)
{
    private readonly Lock _lock = new();
    private readonly List<(WidgetQuery Query, Task<QueryResult> Result)> _running = [];
    private readonly List<StampedQuery> _stamped = [];

    public WidgetContext Context => context;

    public async Task<QueryResultSet> RunAsync(IReadOnlyList<WidgetQuery> queries)
    {
        await Task.WhenAll(queries.Select(RunAsync));
        // All have completed: a query ends before those that depend on it.
        return new QueryResultSet([.. _running.Select(r => (r.Query, r.Result.Result))], [.. _stamped]);
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

    public async ValueTask<QueryResult> RunAsync(BoundQuery query)
    {
        var result = await operation(query);
        lock (_lock) _stamped.Add(new StampedQuery(query, result.Stamp));
        return result;
    }
}
