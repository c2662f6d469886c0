namespace SessionsWidgets;

/// <summary>A query, and the value that a fragment was rendered from. Immutable and thread-safe.</summary>
/// <remarks>Does not hold the value, which may be many times as large as the fragment: the cache of results decides how long.</remarks>
internal sealed class RenderedQuery(in StampedQuery query)
{
    private readonly BoundQuery _query = query.Query;
    private readonly WeakReference<object?> _value = new(query.Stamp.Value);
    private readonly bool _isStale = query.Stamp.IsStale;
    private readonly ApiException? _failure = query.Stamp.Failure;

    /// <summary>Whether a result is the one that the fragment was rendered from.</summary>
    public bool Is(in ResultStamp result) =>
        _isStale == result.IsStale
        && ReferenceEquals(_failure, result.Failure)
        && _value.TryGetTarget(out var value)
        && ReferenceEquals(value, result.Value);

    /// <summary>Queries the cache, which refreshes expired responses. Also false if the result takes time or there will be none.</summary>
    public bool IsCurrent(TimeSpan maxWait, bool requireFresh, CancellationToken cancellationToken)
    {
        try
        {
            var current = _query.GetStampAsync(maxWait, requireFresh, cancellationToken);
            return current.IsCompletedSuccessfully && Is(current.Result);
        }
        catch (ObjectDisposedException)
        {
            // The client is disposed, as the rendering will find.
            return false;
        }
    }
}
