using System.Globalization;

namespace SessionsWidgets;

/// <summary>What the sources of guest data have in common: their answers are of persons.</summary>
internal abstract class GuestSource<TKey, T> : ICacheSource<TKey, T>
    where TKey : class
    where T : class
{
    public string Source => GuestWifiSource.Name;

    public bool IsPrivate => true;

    public abstract string NameOf(TKey key);

    public abstract Task<Fetched<T>> FetchAsync(TKey key, Fetched<T>? last, CancellationToken cancellationToken);

    /// <summary>A hash of what is not a person's: queries that name one are never kept, and so have no name.</summary>
    protected static string NameOf(string kind, GuestWifiAccount account, string? location, params ReadOnlySpan<object?> more)
    {
        var fields = new string?[more.Length + 6];
        (fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]) = (kind, account.BaseUrl, account.Token?.Fingerprint, account.TokenHeader, account.TokenScheme, location);
        for (var i = 0; i < more.Length; i++) fields[i + 6] = Convert.ToString(more[i], CultureInfo.InvariantCulture);
        return CacheName.Of(fields);
    }
}
