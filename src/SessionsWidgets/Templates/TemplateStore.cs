using System.Collections.Concurrent;

namespace SessionsWidgets;

/// <summary>Holds the templates in use; with <paramref name="reload"/>, a changed file from the next rendering on. Thread-safe.</summary>
/// <exception cref="ParameterException">The folder or one of its files cannot be used.</exception>
internal sealed class TemplateStore(TemplateEngine engine, string? folder, bool reload)
{
    private readonly Lock _lock = new();
    private string _stamp = "";

    public TemplateSet Current { get; private set; } = new(engine, TemplateFolder.Read(folder));

    /// <summary>Reads changed files. The previous set stays if they cannot be used.</summary>
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

/// <summary>Templates and locales as they were at one moment, compiled when first used. Thread-safe.</summary>
/// <exception cref="ParameterException">A file of texts cannot be used.</exception>
internal sealed class TemplateSet(TemplateEngine engine, TemplateFolder own)
{
    private readonly ConcurrentDictionary<(string Name, bool IsBuiltIn), Lazy<CompiledTemplate>> _compiled = [];

    public LocaleSet Locales { get; } = new(own.Locales);

    /// <summary>The names of all templates, built in and own, in order.</summary>
    public IEnumerable<string> Names =>
        BuiltInTemplates.Names.Union(own.Templates.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal);

    public bool IsOwn(string name) => own.Templates.ContainsKey(name);

    /// <exception cref="TemplateException">There is no such template, or it is broken.</exception>
    public CompiledTemplate Get(string name) =>
        Get(name, isBuiltIn: false, Texts);

    /// <summary>A check of the names that the templates read.</summary>
    public NameCheck CheckNames() => new(engine, Texts, IsOwn);

    /// <summary>The template as it comes with the library, with its own partials.</summary>
    public CompiledTemplate GetBuiltIn(string name) => Get(name, isBuiltIn: true, new(BuiltInTemplates.Find, BuiltInTemplates.Names));

    private TemplateTexts Texts => new(n => own.Templates.GetValueOrDefault(n) ?? BuiltInTemplates.Find(n), Names);

    private CompiledTemplate Get(string name, bool isBuiltIn, TemplateTexts texts) =>
        _compiled.GetOrAdd((name, isBuiltIn), _ => new Lazy<CompiledTemplate>(() => engine.Compile(name, texts))).Value;
}
