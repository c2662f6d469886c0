namespace SessionsWidgets;

/// <summary>Which page comes next. Counts by itself: what upstream says of further pages is not needed, and could lead anywhere. Not
/// thread-safe.</summary>
internal sealed class Paging(SessionQuery wanted)
{
    /// <summary>Room for an upstream whose pages are a quarter of what they are asked for.</summary>
    private const int MaxPages = SessionQuery.MaxLimit / SessionQuery.MaxPageSize * 4;

    /// <summary>How many requests a question takes if its pages are full.</summary>
    public static int RequestsFor(SessionQuery query) => ((query.Limit ?? 1) + SessionQuery.MaxPageSize - 1) / SessionQuery.MaxPageSize;

    private readonly int _first = wanted.Offset ?? 0;
    private int _taken;
    private int _pages;
    private bool _isDone;

    /// <summary>Whether one request is all it takes.</summary>
    public bool IsWhole => wanted.Limit is null or <= SessionQuery.MaxPageSize && _taken == 0;

    /// <summary>Why paging stopped before its end; null when it did not.</summary>
    public string? Stopped { get; private set; }

    /// <summary>What to ask for next; null when there is no more.</summary>
    public SessionQuery? Next =>
        _isDone ? null : wanted with { Limit = PageSize, Offset = _first + _taken == 0 ? wanted.Offset : _first + _taken };

    private int? PageSize => wanted.Limit is { } limit ? Math.Min(limit - _taken, SessionQuery.MaxPageSize) : null;

    /// <summary>Tells what came.</summary>
    /// <param name="page">The page.</param>
    /// <param name="fresh">How many of its sessions had not come before.</param>
    public void Took(SessionReader.ReadResult page, int fresh)
    {
        // The last page is the one with fewer items than a page has: there is no total. Upstream may give smaller pages than it is asked
        // for, and say so.
        long? full = page.PageSize is > 0 and var stated && stated < PageSize ? stated : PageSize;
        _taken += page.Received;
        _pages++;
        _isDone = full is null || page.Received < full || _taken >= wanted.Limit;
        if (_isDone) return;
        if (fresh == 0) Stopped = "a page had nothing new";
        else if (_pages == MaxPages) Stopped = $"there are more than {MaxPages} pages";
        _isDone = Stopped is not null;
    }
}
