namespace SessionsWidgets;

/// <summary>A rendered fragment, with the conditions under which it is valid. Immutable and thread-safe.</summary>
/// <param name="Fragment">The fragment.</param>
/// <param name="Templates">The templates that it is rendered by.</param>
/// <param name="Queries">The cached results that it is rendered from.</param>
/// <param name="RenderedAt">When it was rendered.</param>
/// <param name="ValidUntil">When its words change by themselves.</param>
internal sealed record CachedFragment(
    HtmlFragment Fragment, TemplateSet Templates, RenderedQuery[] Queries, DateTimeOffset RenderedAt, DateTimeOffset ValidUntil)
    : IStoredEntry
{
    /// <summary>The approximate size in bytes of an entry without its HTML.</summary>
    private const long Overhead = 1200;

    /// <summary>The HTML as bytes and as text.</summary>
    public long Bytes => Overhead + (3L * Fragment.Utf8.Length);

    /// <summary>Whether its text is still valid and its templates are those in use.</summary>
    public bool IsValid(TemplateSet templates, DateTimeOffset now) =>
        ReferenceEquals(Templates, templates) && now < ValidUntil && now >= RenderedAt;

    /// <summary>Whether the results are the current ones. Queries the cache, which refreshes expired responses.</summary>
    public bool IsCurrent(TimeSpan maxWait, CancellationToken cancellationToken)
    {
        var requireFresh = maxWait == Timeout.InfiniteTimeSpan;
        foreach (var query in Queries)
        {
            if (!query.IsCurrent(maxWait, requireFresh, cancellationToken)) return false;
        }

        return true;
    }

    /// <summary>Whether these results are the ones that it is rendered from.</summary>
    public bool IsFrom(IReadOnlyList<StampedQuery> queries)
    {
        if (queries.Count != Queries.Length) return false;
        foreach (var query in queries)
        {
            if (!Queries.Any(own => own.Is(query.Stamp))) return false;
        }

        return true;
    }
}
