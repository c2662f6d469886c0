using System.Collections.Concurrent;

namespace SessionsWidgets;

/// <summary>Lets one call for a key be under way at a time; whoever asks meanwhile gets the same task.</summary>
/// <remarks>Thread-safe. The work runs without the execution context of the caller who happened to start it, so that it outlives that request.</remarks>
internal sealed class SingleFlight<TKey, TResult>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<Task<TResult>>> _flights = new();

    /// <summary>How many calls are under way.</summary>
    public int UnderWay => _flights.Count;

    public Task<TResult> JoinOrStart(TKey key, Func<Task<TResult>> work)
    {
        if (_flights.TryGetValue(key, out var running)) return running.Value;
        Lazy<Task<TResult>>? own = null;
        own = new Lazy<Task<TResult>>(() => RunAsync(key, work, own!));
        return _flights.GetOrAdd(key, own).Value;
    }

    private Task<TResult> RunAsync(TKey key, Func<Task<TResult>> work, Lazy<Task<TResult>> own)
    {
        if (ExecutionContext.IsFlowSuppressed()) return Task.Run(FlyAsync);
        using (ExecutionContext.SuppressFlow()) return Task.Run(FlyAsync);

        async Task<TResult> FlyAsync()
        {
            try
            {
                return await work();
            }
            finally
            {
                _flights.TryRemove(new KeyValuePair<TKey, Lazy<Task<TResult>>>(key, own));
            }
        }
    }
}
