namespace SessionsWidgets;

/// <summary>Keeps the sessions that upstream gave, and gives those when it fails and the memory has none. Thread-safe.</summary>
internal sealed class LastGoodSource(SessionSource upstream, LastGoodStore store) : ICacheSource<SessionSource.Key, SessionPage>
{
    public string Source => upstream.Source;

    public string NameOf(SessionSource.Key key) => upstream.NameOf(key);

    public Fetched<SessionPage>? Restore(SessionSource.Key key, KeptAnswers kept) => upstream.Restore(key, kept);

    public async Task<Fetched<SessionPage>> FetchAsync(SessionSource.Key key, Fetched<SessionPage>? last, CancellationToken cancellationToken)
    {
        try
        {
            var fetched = await upstream.FetchAsync(key, last, cancellationToken);
            if (fetched.Bodies is { } bodies) await store.SaveAsync(NameOf(key), new KeptAnswers(fetched.Value.FetchedAt, bodies), cancellationToken);
            return fetched;
        }
        catch (ApiException e) when (last is null)
        {
            var kept = await store.FindAsync(NameOf(key), cancellationToken);
            if (kept is null || upstream.Restore(key, kept) is not { } restored) throw;
            return restored with { Failure = e };
        }
    }
}
