namespace SessionsWidgets;

/// <summary>Fetches the sessions of one query from upstream, page by page. Thread-safe.</summary>
internal sealed class SessionSource(ApiClient api, TimeProvider clock, bool allowHttpPictures)
{
    /// <summary>Everything that makes an answer what it is. Two businesses with different keys never share one.</summary>
    internal sealed record Key(string BaseUrl, Secret? ApiKey, BusinessType Type, string BusinessId, SessionQuery Query);

    public async Task<Fetched<SessionPage>> FetchAsync(Key key, CancellationToken cancellationToken)
    {
        var baseUrl = new Uri(key.BaseUrl);
        var wanted = key.Query.Limit;
        var sessions = new List<SmokeSession>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int dropped = 0, offset = key.Query.Offset ?? 0;
        long bytes = 0;
        for (var more = true; more;)
        {
            int? size = wanted is { } w ? Math.Min(w - (offset - (key.Query.Offset ?? 0)), SessionQuery.LargestPage) : null;
            var query = key.Query with { Limit = size, Offset = offset == 0 ? key.Query.Offset : offset };
            var uri = ApiAddress.Sessions(baseUrl, key.Type, key.BusinessId, query);
            var answer = await api.GetAsync(uri, key.ApiKey, cancellationToken);
            var page = Read(uri, answer);
            sessions.AddRange(page.Sessions.Where(s => seen.Add(s.Id)));
            dropped += page.Dropped;
            bytes += answer.Length;
            offset += page.Received;
            // The last page is the one with fewer items than were asked for: there is no total.
            more = size is { } asked && page.Received == asked && offset - (key.Query.Offset ?? 0) < wanted;
        }

        if (wanted is { } most && sessions.Count > most) sessions.RemoveRange(most, sessions.Count - most);
        var newestFirst = sessions.OrderByDescending(s => s.CreatedAt ?? DateTimeOffset.MinValue).ToArray();
        var result = new SessionPage { Sessions = newestFirst, Dropped = dropped, FetchedAt = clock.GetUtcNow() };
        return new Fetched<SessionPage>(result, bytes * 2);
    }

    private SessionReader.ReadResult Read(Uri uri, byte[] answer)
    {
        try
        {
            return SessionReader.Read(answer, allowHttpPictures);
        }
        catch (PayloadException e)
        {
            throw new ApiException(ApiFailure.InvalidPayload, uri, $"{e.Message}.");
        }
    }
}
