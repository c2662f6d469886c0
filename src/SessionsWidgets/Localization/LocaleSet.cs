namespace SessionsWidgets;

/// <summary>The available locales. A built-in one is read when it is first asked for. Immutable and thread-safe.</summary>
internal sealed class LocaleSet
{
    private const string Folder = "locales/";
    private const string Extension = ".json";
    private const string English = "en";

    private readonly Dictionary<string, Lazy<Locale>> _locales = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="own">The files of the host: they come before the built-in ones, a later file of a language before earlier ones.</param>
    /// <exception cref="ParameterException">A file is invalid.</exception>
    public LocaleSet(IEnumerable<(string Source, byte[] Json)> own)
    {
        // Fallback order: the earlier file of the language, its parent, English. Errors in a host's file are reported at once.
        var files = BuiltInLanguages
            .Select(static language =>
                (Source: SourceOf(language), Language: language, Read: (Func<LocaleFile>)(() => ReadBuiltIn(language))))
            .Concat(own.Select(static file => (file.Source, File: LocaleFile.Parse(file.Json, file.Source)))
                .Select(static file => (file.Source, file.File.Language, Read: (Func<LocaleFile>)(() => file.File))));
        foreach (var (source, language, read) in files.OrderBy(f => Rank(f.Language)))
        {
            var fallback = FindEntry(language) ?? _locales.GetValueOrDefault(English);
            _locales[language] = new(() => new Locale(read(), source, fallback?.Value));
        }
    }

    /// <summary>The languages that come with the library.</summary>
    public static IReadOnlyList<string> BuiltInLanguages { get; } = [.. EmbeddedFiles.Names
        .Where(static name => name.StartsWith(Folder, StringComparison.Ordinal))
        .Select(static name => name[Folder.Length..^Extension.Length])
        .Order(StringComparer.Ordinal)];

    public IEnumerable<string> Languages => _locales.Keys.Order(StringComparer.Ordinal);

    /// <summary>The path of a language's file, in the library and in the folder of a host.</summary>
    public static string SourceOf(string language) => $"{Folder}{language}{Extension}";

    /// <summary>The file of a language that comes with the library; null if there is none.</summary>
    public static byte[]? FindBuiltIn(string language) => EmbeddedFiles.Find(SourceOf(language));

    /// <summary>The locale of a language or its parent ("de-AT", "de"); null if there is none.</summary>
    public Locale? Find(string language) => FindEntry(language)?.Value;

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

    private static LocaleFile ReadBuiltIn(string language) => LocaleFile.Parse(FindBuiltIn(language)!, SourceOf(language));

    private Lazy<Locale>? FindEntry(string language)
    {
        for (var tag = language; ; tag = tag[..tag.LastIndexOf('-')])
        {
            if (_locales.TryGetValue(tag, out var locale)) return locale;
            if (!tag.Contains('-', StringComparison.Ordinal)) return null;
        }
    }

    /// <summary>English, then other languages, then their regional forms.</summary>
    private static int Rank(string language) =>
        language.Equals(English, StringComparison.OrdinalIgnoreCase) ? 0 : language.Split('-').Length;
}
