namespace SessionsWidgets;

/// <summary>Joins the pages of a query. Used for one fetch; not thread-safe.</summary>
internal sealed class SessionPages
{
    private readonly List<SmokeSession> _sessions = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<byte[]> _bodies = [];
    private readonly List<PayloadWarning> _warnings = [];
    private int _dropped;

    /// <summary>Adds a page and its response body.</summary>
    /// <returns>The number of its sessions that were not on pages before.</returns>
    public int Add(SessionReader.ReadResult page, byte[] body)
    {
        var before = _sessions.Count;
        _sessions.AddRange(page.Sessions.Where(s => _seen.Add(s.Id)));
        _bodies.Add(body);
        _dropped += page.Dropped;
        if (page.StatedCount is { } stated && stated != page.Received)
            _warnings.Add(new PayloadWarning(PayloadWarningKind.CountMismatch, $"it counts {stated} and sends {page.Received}"));
        if (page.Corrections.RefusedScheme is { } scheme) _warnings.Add(new PayloadWarning(PayloadWarningKind.UrlRefused, scheme));
        foreach (var (reason, count) in page.Corrections.Counts) Telemetry.Add(Telemetry.Corrected, "reason", reason, count);
        return _sessions.Count - before;
    }

    public FetchResult<SessionPage> Join(int? limit, Paging paging, DateTimeOffset fetchedAt)
    {
        if (_dropped > 0) _warnings.Add(new PayloadWarning(PayloadWarningKind.ItemsDropped, $"{_dropped}"));
        if (paging.Stopped is { } reason) _warnings.Add(new PayloadWarning(PayloadWarningKind.PagingStopped, reason));
        Telemetry.Add(Telemetry.Dropped, "source", "boxpressd", _dropped);
        var newestFirst = _sessions.Take(limit ?? int.MaxValue).OrderByDescending(s => s.CreatedAt ?? DateTimeOffset.MinValue).ToArray();
        var page = new SessionPage
        {
            Sessions = newestFirst, Dropped = _dropped, IsPartial = paging.Stopped is not null, FetchedAt = fetchedAt,
        };
        return new FetchResult<SessionPage>(page, SizeOf(newestFirst)) { Warnings = _warnings, Bodies = _bodies };
    }

    /// <summary>The approximate size of sessions in memory: texts, addresses and object overhead.</summary>
    private static long SizeOf(SmokeSession[] sessions) => sessions.Sum(s =>
        500L + Text(s.Id) + Text(s.Note) + Text(s.User.Id) + Text(s.User.DisplayName) + Address(s.User.AvatarUrl)
        + (s.Cigar is { } c ? 60 + Text(c.Id) + Text(c.Name) + Text(c.BrandName) + Address(c.ImageUrl) : 0)
        + (s.Venue is { } v ? 40 + Text(v.Id) + Text(v.Name) : 0));

    private static long Text(string? text) => text is null ? 0 : 24 + (2 * text.Length);

    private static long Address(Uri? address) => address is null ? 0 : 150 + (2 * Text(address.OriginalString));
}
