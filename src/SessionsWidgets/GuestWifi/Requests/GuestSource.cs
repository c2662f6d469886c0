using System.Security.Cryptography;

namespace SessionsWidgets;

/// <summary>The base of the sources of guest data, which is personal.</summary>
internal abstract class GuestSource<TKey, T> : ICacheSource<TKey, T>
    where TKey : class
    where T : class
{
    /// <summary>Makes the hashes unique to this process.</summary>
    private static readonly string Salt = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    public string Source => GuestWifiService.Name;

    public bool IsPrivate => true;

    public abstract string KeyHashOf(TKey key);

    public abstract object EntryKeyOf(TKey key);

    public object FailureKeyOf(TKey key) => EntryKeyOf(key) is HashedKey ? new HashedKey(KeyHashOf(key)) : key;

    public abstract Uri AddressOf(TKey key);

    public abstract Task<FetchResult<T>> FetchAsync(TKey key, FetchResult<T>? last, CancellationToken cancellationToken);

    /// <summary>The hashed key of a query that identifies a guest.</summary>
    protected static HashedKey HashKey(string name, params ReadOnlySpan<string?> personal) =>
        new(CacheKeyHash.Of([Salt, name, .. personal]));

    /// <inheritdoc cref="HashKey(string, ReadOnlySpan{string?})"/>
    protected static HashedKey HashKey(string name, GuestSessionQuery query) =>
        HashKey(name, query.GuestId, query.DeviceMac?.ToString(), query.YasId?.ToString("D"));

    /// <summary>A hash of non-personal fields, safe to log.</summary>
    protected static string NameOf(string kind, GuestWifiAccount account, string? location, params ReadOnlySpan<object?> more)
    {
        var fields = new string?[more.Length + 6];
        (fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]) =
            (kind, account.BaseUrl, account.Token?.Fingerprint, account.TokenHeader, account.TokenScheme, location);
        for (var i = 0; i < more.Length; i++) fields[i + 6] = Convert.ToString(more[i], CultureInfo.InvariantCulture);
        return CacheKeyHash.Of(fields);
    }
}
