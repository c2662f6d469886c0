namespace SessionsWidgets;

/// <summary>The available locales. Immutable and thread-safe.</summary>
internal sealed class LocaleSet
{
    private readonly Dictionary<string, Locale> _locales = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="files">The built-in files, then those of the host; a later file of a language overrides earlier ones.</param>
    /// <exception cref="ParameterException">A file is invalid.</exception>
    public LocaleSet(IEnumerable<(string Source, byte[] Json)> files)
    {
        // Fallback order: the earlier file of the language, its parent, English.
        var parsed = files.Select(f => (f.Source, File: LocaleFile.Parse(f.Json, f.Source)));
        foreach (var (source, file) in parsed.OrderBy(f => Rank(f.File.Language)))
            _locales[file.Language] = new Locale(file, source, Find(file.Language) ?? _locales.GetValueOrDefault("en"));
    }

    /// <summary>The built-in files.</summary>
    public static IEnumerable<(string Source, byte[] Json)> BuiltIn =>
        EmbeddedFiles.All.Where(f => f.Key.StartsWith("locales/", StringComparison.Ordinal)).Select(f => (f.Key, f.Value));

    private static IEnumerable<string> BuiltInLanguages => BuiltIn.Select(static file => Path.GetFileNameWithoutExtension(file.Source));

    public IEnumerable<string> Languages => _locales.Keys.Order(StringComparer.Ordinal);

    /// <summary>The locale of a language or its parent ("de-AT", "de"); null when there is none.</summary>
    public Locale? Find(string language)
    {
        for (var tag = language; ; tag = tag[..tag.LastIndexOf('-')])
        {
            if (_locales.TryGetValue(tag, out var locale)) return locale;
            if (!tag.Contains('-', StringComparison.Ordinal)) return null;
        }
    }

    /// <summary>The error for a language without texts.</summary>
    public ParameterException NoTexts(string parameter, string language) => new(
        parameter,
        language,
        $"there are texts in: {string.Join(", ", Languages)}.{DidYouMean.Sentence(Nearest(language, Languages))} "
        + $"Others come from a file locales/{language.Trim()}.json in the template folder.");

    /// <summary>The built-in language that a text was probably meant to be: "de-AT" for "de_AT", "en" for "english".</summary>
    public static string? Nearest(string text) => text.Trim().Replace('_', '-') is var tag && tag != text.Trim() && LanguageTag.IsValid(tag)
        ? tag
        : Nearest(text, BuiltInLanguages);

    private static string? Nearest(string text, IEnumerable<string> languages)
    {
        var tag = text.Trim();
        if (tag.Contains(' ', StringComparison.Ordinal)) return null;
        return languages.Where(known => tag.StartsWith(known, StringComparison.OrdinalIgnoreCase)).MaxBy(static known => known.Length)
            ?? NearestName.Misspelt(tag, languages);
    }

    /// <summary>English, then other languages, then their regional forms.</summary>
    private static int Rank(string language) =>
        language.Equals("en", StringComparison.OrdinalIgnoreCase) ? 0 : language.Split('-').Length;
}
