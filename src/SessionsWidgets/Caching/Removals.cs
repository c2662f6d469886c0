namespace SessionsWidgets;

/// <summary>Remembers what was removed when, so that older answers of the second level do not come back. Thread-safe.</summary>
internal sealed class Removals(TimeSpan longest)
{
    private const int MostRemembered = 1000;

    private readonly Lock _lock = new();
    private volatile Removal[] _removals = [];

    /// <summary>Changes with each removal.</summary>
    public object State => _removals;

    public void Add(Func<object, bool> which, DateTimeOffset now)
    {
        lock (_lock)
        {
            var kept = _removals.Where(r => now - r.At < longest).ToArray();
            // More than anyone removes one by one: then everything before goes.
            _removals = kept.Length < MostRemembered ? [.. kept, new Removal(which, now)] : [new Removal(static _ => true, now)];
        }
    }

    public bool Covers(object key, DateTimeOffset fetchedAt) => Array.Exists(_removals, r => fetchedAt <= r.At && r.Which(key));

    private sealed record Removal(Func<object, bool> Which, DateTimeOffset At);
}
