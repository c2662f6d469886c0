namespace SessionsWidgets;

/// <summary>A query to a cached source. Immutable.</summary>
/// <param name="query">Creates the cached query.</param>
/// <param name="read">Converts the cached result. Its freshness ends with that of the cached result at the latest.</param>
/// <param name="unknown">Creates the value if upstream returns 404; null to treat that as a failure.</param>
internal sealed class SourceQuery<TKey, TResult, T>(
    Func<WidgetContext, CachedQuery<TKey, TResult>> query,
    Func<TResult, WidgetContext, QueryResult<T>> read,
    Func<WidgetContext, T>? unknown = null) : WidgetQuery<T>
    where TKey : class
    where TResult : class
    where T : class
{
    internal override async Task<QueryResult> RunAsync(QueryRunner pass) =>
        await pass.RunAsync(new Bound(this, query(pass.Context), pass.Context));

    private QueryResult<T> Read(CacheResult<TResult> cached, WidgetContext context, string upstream)
    {
        if (cached.Value is { } value)
        {
            var result = read(value, context);
            return result with
            {
                FreshUntil = cached.FreshUntil < result.FreshUntil ? cached.FreshUntil : result.FreshUntil,
                IsStale = cached.IsStale,
                Failure = cached.Failure,
                Upstream = upstream,
                Stamp = ResultStamp.Of(cached),
            };
        }

        var isUnknown = unknown is not null && cached.Failure?.Failure == ApiFailure.NotFound;
        return new QueryResult<T>
        {
            Value = isUnknown ? unknown!(context) : null,
            IsUnknown = isUnknown,
            FreshUntil = context.Time,
            Failure = cached.Failure,
            Upstream = upstream,
            Stamp = ResultStamp.Of(cached),
        };
    }

    private sealed class Bound(SourceQuery<TKey, TResult, T> owner, CachedQuery<TKey, TResult> query, WidgetContext context) : BoundQuery
    {
        public override async ValueTask<QueryResult> GetAsync(TimeSpan maxWait, bool requireFresh, CancellationToken cancellationToken)
        {
            var result = Read(await query.GetAsync(maxWait, requireFresh, cancellationToken));
            // Fragments from a result that may not be stored are not cached either.
            return query.IsStored ? result : result with { Stamp = default };
        }

        public override ValueTask<ResultStamp> GetStampAsync(
            TimeSpan maxWait, bool requireFresh, CancellationToken cancellationToken)
        {
            var result = query.GetAsync(maxWait, requireFresh, cancellationToken);
            return result.IsCompletedSuccessfully ? new(ResultStamp.Of(result.Result)) : WaitAsync(result);

            static async ValueTask<ResultStamp> WaitAsync(ValueTask<CacheResult<TResult>> result) => ResultStamp.Of(await result);
        }

        public override async ValueTask<QueryResult> RefreshAsync(CancellationToken cancellationToken) =>
            Read(await query.RefreshAsync(cancellationToken));

        public override async ValueTask<QueryResult> RemoveAsync()
        {
            var removed = await query.PeekAsync();
            await query.RemoveAsync();
            return Read(new CacheResult<TResult> { Value = removed });
        }

        private QueryResult<T> Read(CacheResult<TResult> cached) => owner.Read(cached, context, query.Source.Source);
    }
}
