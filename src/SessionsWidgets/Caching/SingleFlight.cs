using System.Collections.Concurrent;

namespace SessionsWidgets;

/// <summary>A call that is under way. Thread-safe.</summary>
internal abstract class Flight
{
    private volatile bool _isForgotten;

    /// <summary>Whether what it brings is not wanted any more.</summary>
    public bool IsInvalidated => _isForgotten;

    public virtual void Invalidate() => _isForgotten = true;
}

/// <summary>Lets one call for a key be under way at a time; whoever asks meanwhile gets the same task.</summary>
/// <remarks>Thread-safe. The work runs without the execution context of the caller who happened to start it, so that it outlives that
/// request.</remarks>
internal sealed class SingleFlight<TKey, TResult>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, OwnFlight> _flights = new();

    /// <summary>How many calls are under way.</summary>
    public int UnderWay => _flights.Count;

    public Task<TResult> JoinOrStart(TKey key, Func<Flight, Task<TResult>> work)
    {
        if (_flights.TryGetValue(key, out var running)) return running.Result;
        return _flights.GetOrAdd(key, new OwnFlight(this, key, work)).Result;
    }

    /// <summary>Nobody joins these calls any more, and they know that what they bring is not wanted.</summary>
    public void Invalidate(Func<TKey, bool> which)
    {
        foreach (var (key, flight) in _flights)
        {
            if (which(key)) flight.Invalidate();
        }
    }

    private sealed class OwnFlight : Flight
    {
        private readonly SingleFlight<TKey, TResult> _owner;
        private readonly TKey _key;
        private readonly Lazy<Task<TResult>> _task;

        public OwnFlight(SingleFlight<TKey, TResult> owner, TKey key, Func<Flight, Task<TResult>> work)
        {
            _owner = owner;
            _key = key;
            _task = new Lazy<Task<TResult>>(() => Start(work));
        }

        public Task<TResult> Result => _task.Value;

        public override void Invalidate()
        {
            base.Invalidate();
            Land();
        }

        private Task<TResult> Start(Func<Flight, Task<TResult>> work)
        {
            if (ExecutionContext.IsFlowSuppressed()) return Task.Run(FlyAsync);
            using (ExecutionContext.SuppressFlow()) return Task.Run(FlyAsync);

            async Task<TResult> FlyAsync()
            {
                try
                {
                    return await work(this);
                }
                finally
                {
                    Land();
                }
            }
        }

        private void Land() => _owner._flights.TryRemove(new KeyValuePair<TKey, OwnFlight>(_key, this));
    }
}
