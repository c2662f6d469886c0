using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;

namespace SessionsWidgets;

/// <summary>Keeps the last good answers beyond the process, in a cache of the host. A store that fails costs nothing but its use. Thread-safe.</summary>
internal sealed class LastGoodStore(IDistributedCache store, TimeSpan keepFor, ILogger logger)
{
    /// <summary>Tells this store's entries from others in the same cache.</summary>
    private const string Prefix = "sessions-widgets-";

    public async Task SaveAsync(string name, KeptAnswers answers, CancellationToken cancellationToken)
    {
        try
        {
            var options = new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = keepFor };
            await store.SetAsync(Prefix + name, answers.Write(), options, cancellationToken);
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
            return await store.GetAsync(Prefix + name, cancellationToken) is { } bytes ? KeptAnswers.Read(bytes) : null;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            CacheLog.StoreFailed(logger, e.GetType().Name, e.Message);
            return null;
        }
    }
}
