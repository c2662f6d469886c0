namespace SessionsWidgets;

/// <summary>What the queries of a widget brought, for its model. Immutable and thread-safe.</summary>
public sealed class QueryResults
{
    private readonly IReadOnlyList<(WidgetQuery Query, QueryResult Result)> _results;

    internal QueryResults(IReadOnlyList<(WidgetQuery Query, QueryResult Result)> results)
    {
        _results = results;
    }

    /// <summary>Until when all of them are fresh.</summary>
    internal DateTimeOffset FreshUntil => _results.Select(r => r.Result.FreshUntil).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();

    /// <summary>Whether one is a last good value.</summary>
    internal bool IsStale => _results.Any(r => r.Result.IsStale);

    /// <summary>Whether upstream does not know what was asked for.</summary>
    internal bool IsUnknown => _results.Any(r => r.Result.IsUnknown);

    /// <summary>The first failure, in the order of the queries.</summary>
    internal ApiException? Failure => _results.Select(r => r.Result.Failure).FirstOrDefault(failure => failure is not null);

    /// <summary>What a query brought.</summary>
    /// <param name="query">One of the plan, or one that such a query follows.</param>
    /// <exception cref="ArgumentException">The plan does not have it.</exception>
    public QueryResult<T> Get<T>(WidgetQuery<T> query)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(query);
        foreach (var (asked, result) in _results)
        {
            if (ReferenceEquals(asked, query)) return (QueryResult<T>)result;
        }

        throw new ArgumentException("The widget's plan does not list this query: add it.", nameof(query));
    }
}
