namespace SessionsWidgets;

/// <summary>Holds the templates in use; with <paramref name="reload"/>, a changed file from the next rendering on. Thread-safe.</summary>
/// <exception cref="ParameterException">The folder or one of its files cannot be used.</exception>
internal sealed class TemplateStore(TemplateEngine engine, string? folder, bool reload)
{
    private readonly Lock _lock = new();
    private string _stamp = "";

    public TemplateSet Current { get; private set; } = new(engine, TemplateFolder.Read(folder));

    /// <summary>Takes changed files in. The set before stays when they cannot be used.</summary>
    /// <exception cref="TemplateException">A changed file cannot be used.</exception>
    public void Refresh()
    {
        if (!reload || folder is null) return;
        lock (_lock)
        {
            var stamp = TemplateFolder.Stamp(folder);
            if (stamp == _stamp) return;
            try
            {
                Current = new TemplateSet(engine, TemplateFolder.Read(folder));
                _stamp = stamp;
            }
            catch (ParameterException e)
            {
                throw TemplateException.WithoutPlace(folder, e.Message, e);
            }
        }
    }
}
