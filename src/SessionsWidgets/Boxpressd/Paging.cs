namespace SessionsWidgets;

/// <summary>Computes the next page by counting; links of upstream are not followed. Not thread-safe.</summary>
internal sealed class Paging(SessionQuery query)
{
    /// <summary>Allows for an upstream whose pages are a quarter of the requested size.</summary>
    private const int MaxPages = SessionQuery.MaxLimit / SessionQuery.MaxPageSize * 4;

    /// <summary>The number of requests for a query with full pages.</summary>
    public static int RequestsFor(SessionQuery query) => ((query.Limit ?? 1) + SessionQuery.MaxPageSize - 1) / SessionQuery.MaxPageSize;

    private readonly int _first = query.Offset ?? 0;
    private int _received;
    private int _pages;
    private bool _isComplete;

    /// <summary>Whether a single request is enough.</summary>
    public bool IsSinglePage => query.Limit is null or <= SessionQuery.MaxPageSize && _received == 0;

    /// <summary>Why paging stopped early; null when it did not.</summary>
    public string? Stopped { get; private set; }

    /// <summary>The next page to request; null when there is none.</summary>
    public SessionQuery? Next =>
        _isComplete ? null : query with { Limit = PageSize, Offset = _first + _received == 0 ? query.Offset : _first + _received };

    private int? PageSize => query.Limit is { } limit ? Math.Min(limit - _received, SessionQuery.MaxPageSize) : null;

    /// <summary>Records a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="newSessions">The number of its sessions that were not on pages before.</param>
    public void Add(SessionReader.ReadResult page, int newSessions)
    {
        // There is no total: a page with fewer items than the page size is the last one. Upstream may state a smaller page size.
        long? pageSize = page.PageSize is > 0 and var stated && stated < PageSize ? stated : PageSize;
        _received += page.Received;
        _pages++;
        _isComplete = pageSize is null || page.Received < pageSize || _received >= query.Limit;
        if (_isComplete) return;
        if (newSessions == 0) Stopped = "a page had nothing new";
        else if (_pages == MaxPages) Stopped = $"there are more than {MaxPages} pages";
        _isComplete = Stopped is not null;
    }
}
