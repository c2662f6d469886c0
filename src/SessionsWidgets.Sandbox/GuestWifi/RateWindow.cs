namespace SessionsWidgets.Sandbox.GuestWifi;

/// <summary>Lets so many requests through in any 60 seconds. Thread-safe.</summary>
internal sealed class RateWindow(int most, TimeProvider clock)
{
    private static readonly TimeSpan _window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _taken = new();

    /// <summary>Takes one request; when there is none left, says after how long there will be one. Refused requests do not count.</summary>
    public bool TryTake(out TimeSpan wait)
    {
        lock (_lock)
        {
            DateTimeOffset now = clock.GetUtcNow();
            while (_taken.TryPeek(out DateTimeOffset oldest) && now - oldest >= _window)
                _taken.Dequeue();
            if (_taken.Count < most)
            {
                _taken.Enqueue(now);
                wait = TimeSpan.Zero;
                return true;
            }

            wait = _taken.TryPeek(out DateTimeOffset first) ? first + _window - now : _window;
            return false;
        }
    }
}
