using System.Collections.Concurrent;

namespace SessionsWidgets;

/// <summary>A call in progress. Thread-safe.</summary>
internal abstract class InFlightCall
{
    private volatile bool _isInvalidated;

    /// <summary>Whether its result is no longer wanted.</summary>
    public bool IsInvalidated => _isInvalidated;

    public virtual void Invalidate() => _isInvalidated = true;
}

/// <summary>Runs one call per key at a time; concurrent callers share its task.</summary>
/// <remarks>Thread-safe. Work runs without the execution context of its first caller, as it may outlive that request.</remarks>
internal sealed class SingleFlight<TKey, TResult>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, OwnCall> _calls = new();

    public int UnderWay => _calls.Count;

    public Task<TResult> JoinOrStart(TKey key, Func<InFlightCall, Task<TResult>> work)
    {
        if (_calls.TryGetValue(key, out var running)) return running.Result;
        return _calls.GetOrAdd(key, new OwnCall(this, key, work)).Result;
    }

    /// <summary>Detaches matching calls: no caller joins them any more, and their results are discarded.</summary>
    public void Invalidate(Func<TKey, bool> predicate)
    {
        foreach (var (key, call) in _calls)
        {
            if (predicate(key)) call.Invalidate();
        }
    }

    private sealed class OwnCall : InFlightCall
    {
        private readonly SingleFlight<TKey, TResult> _owner;
        private readonly TKey _key;
        private readonly Lazy<Task<TResult>> _task;

        public OwnCall(SingleFlight<TKey, TResult> owner, TKey key, Func<InFlightCall, Task<TResult>> work)
        {
            _owner = owner;
            _key = key;
            _task = new Lazy<Task<TResult>>(() => Start(work));
        }

        public Task<TResult> Result => _task.Value;

        public override void Invalidate()
        {
            base.Invalidate();
            Remove();
        }

        private Task<TResult> Start(Func<InFlightCall, Task<TResult>> work)
        {
            if (ExecutionContext.IsFlowSuppressed()) return Task.Run(RunAsync);
            using (ExecutionContext.SuppressFlow()) return Task.Run(RunAsync);

            async Task<TResult> RunAsync()
            {
                try
                {
                    return await work(this);
                }
                finally
                {
                    Remove();
                }
            }
        }

        private void Remove() => _owner._calls.TryRemove(new KeyValuePair<TKey, OwnCall>(_key, this));
    }
}
