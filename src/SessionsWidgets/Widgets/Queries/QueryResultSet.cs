namespace SessionsWidgets;

/// <summary>The results of a widget's queries, to create its model from. Immutable and thread-safe.</summary>
public sealed class QueryResultSet
{
    private readonly IReadOnlyList<(WidgetQuery Query, QueryResult Result)> _results;

    internal QueryResultSet(IReadOnlyList<(WidgetQuery Query, QueryResult Result)> results, IReadOnlyList<StampedQuery> stamped)
    {
        _results = results;
        Stamped = stamped;
    }

    /// <summary>The cached results that these are read from.</summary>
    internal IReadOnlyList<StampedQuery> Stamped { get; }

    /// <summary>The time when the first of the results expires.</summary>
    internal DateTimeOffset FreshUntil => _results.Select(r => r.Result.FreshUntil).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();

    /// <summary>The time when the first of the values changes although its cached result is the same.</summary>
    internal DateTimeOffset ValidUntil => _results.Select(r => r.Result.ValidUntil).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();

    /// <summary>Whether all queries have values that may be stored, of a known business.</summary>
    internal bool HasAllValues => Stamped.All(static query => query.Stamp.Value is not null);

    /// <summary>Whether one of the values is stale.</summary>
    internal bool IsStale => _results.Any(r => r.Result.IsStale);

    /// <summary>Whether upstream does not know the business.</summary>
    internal bool IsUnknown => _results.Any(r => r.Result.IsUnknown);

    /// <summary>The first failure, in the order of the queries.</summary>
    internal ApiException? Failure => _results.Select(r => r.Result.Failure).FirstOrDefault(failure => failure is not null);

    /// <summary>The upstream of each query without a value, and its failure; null while the response is pending.</summary>
    internal IReadOnlyList<(string Upstream, ApiException? Failure)> Missing =>
        [.. _results.Where(r => r.Result.IsMissing).Select(r => (r.Result.Upstream!, r.Result.Failure)).Distinct()];

    /// <summary>Gets the result of a query.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="query">A query of the plan, or one that such a query depends on.</param>
    /// <exception cref="ArgumentException">The query is not in the plan.</exception>
    public QueryResult<T> Get<T>(WidgetQuery<T> query)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(query);
        foreach (var (known, result) in _results)
        {
            if (ReferenceEquals(known, query)) return (QueryResult<T>)result;
        }

        throw new ArgumentException("The widget's plan does not list this query: add it.", nameof(query));
    }
}
