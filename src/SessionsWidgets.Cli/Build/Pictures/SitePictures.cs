using System.Collections.Concurrent;

namespace SessionsWidgets.Cli.Build.Pictures;

/// <summary>The pictures of a site's widgets, each fetched once. Thread-safe.</summary>
/// <param name="client">Fetches them; asked for on first use.</param>
internal sealed class SitePictures(Func<SessionsClient> client) : IDisposable
{
    /// <summary>The number of parallel requests, as to the APIs.</summary>
    private const int MaxConcurrency = 16;

    private readonly ConcurrentDictionary<PictureKey, Lazy<Task<SitePicture>>> _pictures = new();
    private readonly ConcurrentDictionary<string, SitePicture> _byName = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _places = new(MaxConcurrency);
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>The key of a picture; null if it may not be fetched.</summary>
    /// <param name="picture">Its address.</param>
    /// <param name="business">The short hash of the business whose widget shows it.</param>
    /// <param name="isLocalApi">Whether the API of the business may be on this machine, and so the picture.</param>
    public PictureKey? KeyOf(Uri picture, string business, bool isLocalApi) => client().Pictures.KeyOf(picture, business, isLocalApi);

    /// <summary>Gets a picture.</summary>
    public Task<SitePicture> GetAsync(PictureKey key, CancellationToken cancellationToken) =>
        _pictures.GetOrAdd(key, k => new(() => FetchAsync(k, _stopping.Token))).Value.WaitAsync(cancellationToken);

    /// <summary>Finds a picture by the name of its file; null if there is none.</summary>
    public SitePicture? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Fetches what has failed anew when it is asked for again.</summary>
    public void ForgetFailures()
    {
        foreach (var (key, picture) in _pictures)
        {
            if (picture is { IsValueCreated: true, Value: { IsCompleted: true } fetched }
                && (!fetched.IsCompletedSuccessfully || fetched.Result.Failure is not null))
                _pictures.TryRemove(key, out _);
        }
    }

    /// <summary>Ends what is being fetched.</summary>
    public void Dispose() => _stopping.Cancel();

    private async Task<SitePicture> FetchAsync(PictureKey key, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            var result = await client().Pictures.GetFreshAsync(key, cancellationToken);
            if (result.Value is not { } picture)
                return new SitePicture(null, default, $"a picture is missing, and its drawing stands there. {result.Failure?.Message}");
            var file = SitePicture.Of(picture, result.Failure is { } old ? $"a picture is the last good one. {old.Message}" : null);
            return _byName.GetOrAdd(file.Name!, file) with { Failure = file.Failure };
        }
        finally
        {
            _places.Release();
        }
    }
}
