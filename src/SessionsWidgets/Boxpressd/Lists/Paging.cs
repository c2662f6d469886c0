namespace SessionsWidgets;

/// <summary>Computes the next page by counting; links of upstream are not followed. Not thread-safe.</summary>
/// <param name="query">The query.</param>
/// <param name="fetchesAll">Whether the limit is a cap rather than the number of wanted items.</param>
internal sealed class Paging<TQuery>(TQuery query, bool fetchesAll)
    where TQuery : ListQuery
{
    /// <summary>Allows for an upstream whose pages are a quarter of the requested size.</summary>
    private const int MaxPages = ListQuery.MaxLimit / ListQuery.MaxPageSize * 4;

    private readonly int _first = query.Offset ?? 0;
    private int _received;
    private bool _isComplete;

    /// <summary>The number of pages so far.</summary>
    public int Pages { get; private set; }

    /// <summary>Why paging stopped early; null if it did not.</summary>
    public string? Stopped { get; private set; }

    /// <summary>The next page to request; null if there is none.</summary>
    public TQuery? Next =>
        _isComplete ? null : query with { Limit = PageSize, Offset = _first + _received == 0 ? query.Offset : _first + _received };

    private int? PageSize => query.Limit is { } limit ? Math.Min(limit - _received, ListQuery.MaxPageSize) : null;

    /// <summary>Records a page.</summary>
    /// <param name="received">The number of its items.</param>
    /// <param name="statedSize">The page size that upstream states; null if it does not.</param>
    /// <param name="newItems">The number of its items that were not on pages before.</param>
    public void Add(int received, long? statedSize, int newItems)
    {
        // There is no total: a page with fewer items than the page size is the last one. Upstream may state a smaller page size.
        long? pageSize = statedSize is > 0 and var stated && stated < PageSize ? stated : PageSize;
        _received += received;
        Pages++;
        var isLast = pageSize is null || received < pageSize;
        _isComplete = isLast || _received >= query.Limit;
        if (fetchesAll && _isComplete && !isLast) Stopped = $"there are {query.Limit} items, and maybe more";
        if (_isComplete) return;
        if (newItems == 0) Stopped = "a page had nothing new";
        else if (Pages == MaxPages) Stopped = $"there are more than {MaxPages} pages";
        _isComplete = Stopped is not null;
    }
}
