using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>Keeps the last good answers beyond the process, in a cache of the host. A store that fails costs nothing but its use. Thread-safe.</summary>
internal sealed class LastGoodStore(IDistributedCache store, TimeSpan keepFor, ILogger logger)
{
    /// <summary>The name under which the answers to a request are kept: a hash, so that neither the business nor the key can be read from it.</summary>
    public static string NameOf(Uri request, Secret? apiKey) =>
        $"sessions-widgets-1-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.AbsoluteUri}\n{apiKey?.Fingerprint}")))}";

    public async Task SaveAsync(string name, KeptAnswers answers, CancellationToken cancellationToken)
    {
        try
        {
            var options = new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = keepFor };
            await store.SetAsync(name, answers.Write(), options, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            CacheLog.StoreFailed(logger, e.GetType().Name, e.Message);
        }
    }

    /// <returns>What was saved; null when there is nothing, or nothing whole.</returns>
    public async Task<KeptAnswers?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await store.GetAsync(name, cancellationToken) is { } bytes ? KeptAnswers.Read(bytes) : null;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            CacheLog.StoreFailed(logger, e.GetType().Name, e.Message);
            return null;
        }
    }
}
