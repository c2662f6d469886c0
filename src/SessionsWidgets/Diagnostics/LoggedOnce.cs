namespace SessionsWidgets;

/// <summary>The texts that have been logged, so that each is logged once: at most 1,000, wherever they come from. Thread-safe.</summary>
internal sealed class LoggedOnce
{
    public const int MaxTracked = 1000;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    /// <summary>Whether the text is to be logged: it is new, and fewer than 1,000 were.</summary>
    public bool TryAdd(string text)
    {
        lock (_lock) return _texts.Count < MaxTracked && _texts.Add(text);
    }

    /// <summary>Logs the text again when it comes back.</summary>
    public void Forget(string text)
    {
        lock (_lock) _texts.Remove(text);
    }
}
