using System.Collections.Concurrent;

namespace SessionsWidgets.Cli.Build.Pictures;

/// <summary>The pictures of a site's widgets, each fetched once. Thread-safe.</summary>
internal sealed class SitePictures : IDisposable
{
    private readonly Func<SessionsClient> _client;
    private readonly OnceEach<PictureKey, SitePicture> _pictures;
    private readonly ConcurrentDictionary<string, SitePicture> _byName = new(StringComparer.Ordinal);

    /// <param name="client">Fetches them; asked for on first use.</param>
    public SitePictures(Func<SessionsClient> client)
    {
        _client = client;
        _pictures = new(FetchAsync, static picture => picture.Failure is not null);
    }

    /// <summary>The key of a picture; null if it may not be fetched.</summary>
    /// <param name="picture">Its address.</param>
    /// <param name="business">The short hash of the business whose widget shows it.</param>
    /// <param name="isLocalApi">Whether the API of the business may be on this machine, and so the picture.</param>
    public PictureKey? KeyOf(Uri picture, string business, bool isLocalApi) => _client().Pictures.KeyOf(picture, business, isLocalApi);

    /// <summary>Gets a picture.</summary>
    public Task<SitePicture> GetAsync(PictureKey key, CancellationToken cancellationToken) => _pictures.GetAsync(key, cancellationToken);

    /// <summary>Finds a picture by the name of its file; null if there is none.</summary>
    public SitePicture? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Fetches failed pictures again at their next use.</summary>
    public void ForgetFailures() => _pictures.ForgetFailures();

    public void Dispose() => _pictures.Dispose();

    private async Task<SitePicture> FetchAsync(PictureKey key, CancellationToken cancellationToken)
    {
        var result = await _client().Pictures.GetFreshAsync(key, cancellationToken);
        if (result.Value is not { } picture)
            return new SitePicture(null, default, $"a picture is missing, and its drawing stands there. {result.Failure?.Message}");
        var file = SitePicture.Of(picture, result.Failure is { } old ? $"a picture is the last good one. {old.Message}" : null);
        return _byName.GetOrAdd(file.Name!, file) with { Failure = file.Failure };
    }
}
