namespace SessionsWidgets;

/// <summary>A query that depends on the value of another. Immutable.</summary>
internal sealed class DependentQuery<TFirst, T>(WidgetQuery<TFirst> first, Func<TFirst, WidgetQuery<T>?> next) : WidgetQuery<T>
    where TFirst : class
    where T : class
{
    internal override async Task<QueryResult> RunAsync(QueryRunner pass)
    {
        var before = (QueryResult<TFirst>)await pass.RunAsync(first);
        if (before.Value is { } value && next(value) is { } query) return await pass.RunAsync(query);
        // Nothing is missing where the value leads to no further query.
        var upstream = before.Value is null ? before.Upstream : null;
        return new QueryResult<T> { FreshUntil = before.FreshUntil, Failure = before.Failure, Upstream = upstream };
    }
}
