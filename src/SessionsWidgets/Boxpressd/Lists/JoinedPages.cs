namespace SessionsWidgets;

/// <summary>Joins the pages of a query. Used for one fetch; not thread-safe.</summary>
internal sealed class JoinedPages<TQuery, TItem, TPage>(ListKind<TQuery, TItem, TPage> kind, TQuery query)
    where TQuery : ListQuery
    where TItem : class
    where TPage : ResultPage
{
    private readonly List<TItem> _items = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<byte[]> _bodies = [];
    private readonly List<PayloadWarning> _warnings = [];
    private int _dropped;

    /// <summary>The requests to make next.</summary>
    public Paging<TQuery> Paging { get; } = new(query, kind.FetchesAll);

    /// <summary>Adds a page and its response body.</summary>
    public void Add(ReadPage<TItem> page, byte[] body)
    {
        var before = _items.Count;
        _items.AddRange(page.Items.Where(item => _seen.Add(kind.IdOf(item))));
        _bodies.Add(body);
        _dropped += page.Dropped;
        if (page.StatedCount is { } stated && stated != page.Received)
            _warnings.Add(new PayloadWarning(PayloadWarningKind.CountMismatch, $"it counts {stated} and sends {page.Received}"));
        if (page.Corrections.RefusedScheme is { } scheme) _warnings.Add(new PayloadWarning(PayloadWarningKind.UrlRefused, scheme));
        if (page.Corrections.UnknownZone is { } zone) _warnings.Add(new PayloadWarning(PayloadWarningKind.UnknownTimeZone, zone));
        foreach (var (reason, count) in page.Corrections.Counts) Telemetry.Add(Telemetry.Corrected, "reason", reason, count);
        Paging.Add(page.Received, page.PageSize, _items.Count - before);
    }

    public FetchResult<TPage> Join(DateTimeOffset fetchedAt)
    {
        if (_dropped > 0) _warnings.Add(new PayloadWarning(PayloadWarningKind.ItemsDropped, $"{_dropped}"));
        if (Paging.Stopped is { } reason) _warnings.Add(new PayloadWarning(PayloadWarningKind.PagingStopped, reason));
        Telemetry.Add(Telemetry.Dropped, "source", BoxpressdService.Name, _dropped);
        var items = _items.Take(query.Limit ?? int.MaxValue).ToList();
        var page = kind.ToPage(items) with { Dropped = _dropped, IsPartial = Paging.Stopped is not null, FetchedAt = fetchedAt };
        return new FetchResult<TPage>(page, items.Sum(kind.SizeOf)) { Warnings = _warnings, Bodies = _bodies };
    }
}
