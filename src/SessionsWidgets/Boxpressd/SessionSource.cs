namespace SessionsWidgets;

/// <summary>Fetches the sessions of one query from upstream, page by page. Thread-safe.</summary>
internal sealed class SessionSource(ApiClient api, TimeProvider clock, bool allowHttpPictures) : ICacheSource<SessionSource.Key, SessionPage>
{
    /// <summary>Everything that makes an answer what it is. Two businesses with different keys never share one.</summary>
    internal sealed record Key(string BaseUrl, Secret? ApiKey, BusinessType Type, string BusinessId, SessionQuery Query);

    public string Source => "boxpressd";

    public string NameOf(Key key)
    {
        var query = key.Query;
        return CacheName.Of(Source, key.BaseUrl, key.ApiKey?.Fingerprint, $"{key.Type}", key.BusinessId, query.CigarId, $"{query.Limit}", $"{query.Offset}", $"{query.From:O}", $"{query.To:O}", $"{query.Featured}");
    }

    public async Task<Fetched<SessionPage>> FetchAsync(Key key, Fetched<SessionPage>? last, CancellationToken cancellationToken)
    {
        var paging = new Paging(key.Query);
        var pages = new SessionPages();
        var started = clock.GetTimestamp();
        Validators? validators = null;
        while (paging.Next is { } query)
        {
            var uri = ApiAddress.Sessions(new Uri(key.BaseUrl), key.Type, key.BusinessId, query);
            var request = new ApiRequest(uri, key.ApiKey is null ? null : new Credential(key.ApiKey))
            {
                // All pages share one deadline.
                TimeLimit = api.Deadline - clock.GetElapsedTime(started),
                Validators = paging.IsWhole ? last?.Validators : null,
            };
            var answer = await api.GetAsync(request, cancellationToken);
            if (answer.IsNotModified) return last!.Value with { Value = last.Value.Value with { FetchedAt = clock.GetUtcNow() }, IsUnchanged = true };
            var page = Read(uri, answer);
            var fresh = pages.Add(page, answer.Bytes);
            validators = paging.IsWhole ? answer.Validators : null;
            paging.Took(page, fresh);
        }

        return pages.Join(key.Query.Limit, paging, clock.GetUtcNow()) with { Validators = validators };
    }

    /// <summary>The sessions in answers that were kept, read as if they had come now; null when they cannot be.</summary>
    public Fetched<SessionPage>? Restore(Key key, KeptAnswers kept)
    {
        var paging = new Paging(key.Query);
        var pages = new SessionPages();
        try
        {
            foreach (var answer in kept.Answers)
            {
                var page = SessionReader.Read(answer, allowHttpPictures);
                paging.Took(page, pages.Add(page, answer));
            }
        }
        catch (PayloadException)
        {
            return null;
        }

        return pages.Join(key.Query.Limit, paging, kept.FetchedAt) with { KeptAt = kept.FetchedAt, Validators = kept.Validators, Bodies = null };
    }

    private SessionReader.ReadResult Read(Uri uri, ApiAnswer answer)
    {
        try
        {
            return SessionReader.Read(answer.Bytes, allowHttpPictures, answer.ContentType);
        }
        catch (PayloadException e)
        {
            throw new ApiException(e.Fault, uri, $"{e.Message}.", System.Net.HttpStatusCode.OK);
        }
    }
}
