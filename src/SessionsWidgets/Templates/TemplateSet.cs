using System.Collections.Concurrent;

namespace SessionsWidgets;

/// <summary>Templates and locales as they were at one moment, compiled when first used. Thread-safe.</summary>
internal sealed class TemplateSet
{
    private readonly Dictionary<string, string> _own;
    private readonly Dictionary<string, Locale> _locales = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Lazy<CompiledTemplate>> _compiled = new(StringComparer.Ordinal);
    private readonly TemplateEngine _engine;

    /// <exception cref="ParameterException">The folder or one of its files cannot be used.</exception>
    public TemplateSet(TemplateEngine engine, TemplateFolder? folder)
    {
        _engine = engine;
        _own = folder?.Templates ?? [];
        var locales = BuiltInTemplates.Locales.Concat(folder?.Locales ?? [])
            .Select(l => (l.Source, File: LocaleFile.Parse(l.Json, l.Source)));
        // What others fall back to comes first, and of one language the library's file before the host's.
        foreach (var (source, file) in locales.OrderBy(l => Rank(l.File.Language))) AddLocale(source, file);
    }

    public IEnumerable<string> Languages => _locales.Keys.Order(StringComparer.Ordinal);

    /// <summary>The names of all templates, built in and own, in order.</summary>
    public IEnumerable<string> Names => BuiltInTemplates.Names.Union(_own.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal);

    public bool IsOwn(string name) => _own.ContainsKey(name);

    private TemplateTexts Texts => new(FindText, Names);

    private static TemplateTexts BuiltInTexts => new(BuiltInTemplates.Find, BuiltInTemplates.Names);

    public string? FindText(string name) => _own.TryGetValue(name, out var text) ? text : BuiltInTemplates.Find(name);

    /// <exception cref="TemplateException">There is no such template, or it is broken.</exception>
    public CompiledTemplate Get(string name) => Get(name, name, Texts);

    /// <summary>The template as it comes with the library, with its own partials.</summary>
    public CompiledTemplate GetBuiltIn(string name) => Get("\0" + name, name, BuiltInTexts);

    /// <summary>The locale of a language or of its parent ("de-AT", "de"); null when there is none.</summary>
    public Locale? FindLocale(string language)
    {
        for (var tag = language; ; tag = tag[..tag.LastIndexOf('-')])
        {
            if (_locales.TryGetValue(tag, out var locale)) return locale;
            if (!tag.Contains('-', StringComparison.Ordinal)) return null;
        }
    }

    /// <summary>What is wrong with a language that there are no texts in.</summary>
    public ParameterException NoTexts(string parameter, string language) =>
        new(parameter, language, $"there are texts in: {string.Join(", ", Languages)}. Others come from a file locales/{language.Trim()}.json in the template folder.");

    private CompiledTemplate Get(string key, string name, TemplateTexts texts) =>
        _compiled.GetOrAdd(key, _ => new Lazy<CompiledTemplate>(() => _engine.Compile(name, texts))).Value;

    /// <summary>English, then other languages, then their regional forms.</summary>
    private static int Rank(string language) => language.Equals("en", StringComparison.OrdinalIgnoreCase) ? 0 : language.Split('-').Length;

    /// <summary>What a file leaves out comes from the file of that language before it, else from its parent, else from English.</summary>
    private void AddLocale(string source, LocaleFile file) =>
        _locales[file.Language] = new Locale(file, source, FindLocale(file.Language) ?? _locales.GetValueOrDefault("en"));
}
