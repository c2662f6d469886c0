namespace SessionsWidgets;

/// <summary>A query that a source answers. Immutable.</summary>
/// <param name="ask">The question to the cache.</param>
/// <param name="read">What the widget gets of the answer; its freshness ends with the answer's at the latest.</param>
/// <param name="unknown">What stands for what upstream does not know; null where that is a failure as any other.</param>
internal sealed class SourceQuery<TKey, TAnswer, T>(
    Func<WidgetContext, CachedQuery<TKey, TAnswer>> ask,
    Func<TAnswer, WidgetContext, QueryResult<T>> read,
    Func<WidgetContext, T>? unknown = null) : WidgetQuery<T>
    where TKey : class
    where TAnswer : class
    where T : class
{
    internal override async Task<QueryResult> RunAsync(QueryPass pass) =>
        await pass.RunAsync(new Bound(this, ask(pass.Context), pass.Context));

    private QueryResult<T> Read(CacheResult<TAnswer> answer, WidgetContext context)
    {
        if (answer.Value is { } value)
        {
            var result = read(value, context);
            return result with
            {
                FreshUntil = answer.FreshUntil < result.FreshUntil ? answer.FreshUntil : result.FreshUntil,
                IsStale = answer.IsStale,
                Failure = answer.Failure,
            };
        }

        var isUnknown = unknown is not null && answer.Failure?.Failure == ApiFailure.NotFound;
        return new QueryResult<T>
        {
            Value = isUnknown ? unknown!(context) : null, IsUnknown = isUnknown, FreshUntil = context.Now, Failure = answer.Failure,
        };
    }

    private sealed class Bound(SourceQuery<TKey, TAnswer, T> query, CachedQuery<TKey, TAnswer> question, WidgetContext context) : BoundQuery
    {
        public override async ValueTask<QueryResult> GetAsync(TimeSpan maxWait, bool requireFresh, CancellationToken cancellationToken) =>
            query.Read(await question.GetAsync(maxWait, requireFresh, cancellationToken), context);

        public override async ValueTask<QueryResult> RefreshAsync(CancellationToken cancellationToken) =>
            query.Read(await question.RefreshAsync(cancellationToken), context);

        public override async ValueTask<QueryResult> RemoveAsync()
        {
            var kept = await question.PeekAsync();
            await question.RemoveAsync();
            return query.Read(new CacheResult<TAnswer> { Value = kept }, context);
        }
    }
}
