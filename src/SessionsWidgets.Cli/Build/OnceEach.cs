using System.Collections.Concurrent;

namespace SessionsWidgets.Cli.Build;

/// <summary>Makes a result for each key once, a few at a time. Thread-safe.</summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TResult">The type of the results.</typeparam>
/// <param name="make">Makes a result.</param>
/// <param name="hasFailed">Whether the next build must create a result again.</param>
internal sealed class OnceEach<TKey, TResult>(Func<TKey, CancellationToken, Task<TResult>> make, Func<TResult, bool> hasFailed)
    : IDisposable
    where TKey : notnull
{
    /// <summary>The number at a time: that of the connections to an upstream.</summary>
    private const int MaxConcurrency = 16;

    private readonly ConcurrentDictionary<TKey, Lazy<Task<TResult>>> _results = new();
    private readonly SemaphoreSlim _places = new(MaxConcurrency);
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>The number of keys.</summary>
    public int Count => _results.Count;

    /// <summary>Gets the result of a key. A caller that stops waiting does not stop the work for others.</summary>
    public Task<TResult> GetAsync(TKey key, CancellationToken cancellationToken) =>
        _results.GetOrAdd(key, k => new(() => MakeAsync(k))).Value.WaitAsync(cancellationToken);

    /// <summary>Creates failed results again at their next use.</summary>
    public void ForgetFailures()
    {
        foreach (var (key, result) in _results)
        {
            if (result is { IsValueCreated: true, Value: { IsCompleted: true } made }
                && (!made.IsCompletedSuccessfully || hasFailed(made.Result)))
                _results.TryRemove(key, out _);
        }
    }

    /// <summary>Ends what is being made.</summary>
    public void Dispose() => _stopping.Cancel();

    private async Task<TResult> MakeAsync(TKey key)
    {
        await _places.WaitAsync(_stopping.Token);
        try
        {
            return await make(key, _stopping.Token);
        }
        finally
        {
            _places.Release();
        }
    }
}
