namespace SessionsWidgets;

/// <summary>Holds the templates in use. With <paramref name="reload"/>, a changed file takes effect at the next rendering. Thread-safe.</summary>
internal sealed class TemplateStore(ITemplateEngine engine, string? folder, bool reload)
{
    private readonly Lock _lock = new();
    private TemplateSet? _set;
    private string _stamp = "";

    /// <exception cref="ParameterException">The folder or one of its files cannot be used.</exception>
    public TemplateSet Current
    {
        get
        {
            if (_set is { } set && (!reload || folder is null)) return set;
            lock (_lock)
            {
                var stamp = reload && folder is not null ? TemplateFolder.Stamp(folder) : "";
                if (_set is not null && stamp == _stamp) return _set;
                _set = new TemplateSet(engine, folder is null ? null : TemplateFolder.Read(folder));
                _stamp = stamp;
                return _set;
            }
        }
    }
}
