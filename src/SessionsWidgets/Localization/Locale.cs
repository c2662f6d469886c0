namespace SessionsWidgets;

/// <summary>The texts, names and patterns of a language, from <c>templates/locales</c>. Immutable and thread-safe.</summary>
internal sealed class Locale
{
    private readonly Dictionary<string, TextPattern> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, TextPattern>> _plurals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TextPattern> _dates = new(StringComparer.Ordinal);
    private readonly Locale? _fallback;

    /// <summary>The digits from which numbers are grouped where a language says nothing.</summary>
    private const int DefaultGroupFrom = 4;

    /// <param name="file">The parsed file.</param>
    /// <param name="source">The file name, for errors.</param>
    /// <param name="fallback">The locale for what the file leaves out.</param>
    /// <exception cref="ParameterException">A value is missing without a fallback.</exception>
    public Locale(LocaleFile file, string source, Locale? fallback)
    {
        _fallback = fallback;
        Language = file.Language;
        Direction = Known("direction", file.Direction, fallback?.Direction);
        Decimal = Known("decimal", file.Decimal, fallback?.Decimal);
        Group = Known("group", file.Group, fallback?.Group);
        // These come from the language alone, never from the English that fills gaps.
        var parent = fallback is not null && Primary(fallback.Language) == Primary(Language) ? fallback : null;
        GroupFrom = file.GroupFrom ?? parent?.GroupFrom ?? DefaultGroupFrom;
        FirstDay = file.FirstDay ?? parent?.FirstDay;
        Months = Known("months", file.Months, fallback?.Months);
        MonthsShort = Known("months_short", file.MonthsShort, fallback?.MonthsShort);
        Days = Known("days", file.Days, fallback?.Days);
        DaysShort = Known("days_short", file.DaysShort, fallback?.DaysShort);
        foreach (var (key, pattern) in file.Dates) _dates[key] = new TextPattern(pattern);
        foreach (var (key, forms) in file.Texts)
        {
            if (forms.TryGetValue(LocaleFile.Anything, out var text)) _texts[key] = new TextPattern(text);
            else _plurals[key] = forms.ToDictionary(static f => f.Key, static f => new TextPattern(f.Value), StringComparer.Ordinal);
        }

        T Known<T>(string name, T? own, T? inherited)
            where T : class =>
                own ?? inherited ?? throw new ParameterException($"{source}: {name}", "missing", "nothing stands in for it.");
    }

    public string Language { get; }

    /// <summary><c>ltr</c> or <c>rtl</c>.</summary>
    public string Direction { get; }

    /// <summary>Whether the capital of "i" has its dot too, as in Turkish.</summary>
    public bool HasDottedCapital => Primary(Language) is "tr" or "az";

    public string Decimal { get; }

    /// <summary>The separator of groups of three digits.</summary>
    public string Group { get; }

    /// <summary>The number of digits from which numbers are grouped: 5 where 1204 is written without a separator.</summary>
    public int GroupFrom { get; }

    /// <summary>The first day of a month where it is an ordinal number, such as "1er"; null where it is the number 1.</summary>
    public string? FirstDay { get; }

    public string[] Months { get; }

    public string[] MonthsShort { get; }

    /// <summary>The names from Sunday on.</summary>
    public string[] Days { get; }

    /// <inheritdoc cref="Days"/>
    public string[] DaysShort { get; }

    /// <summary>The text of a key, in the plural form for a count.</summary>
    public TextPattern? Find(string key, long? count = null)
    {
        if (_texts.TryGetValue(key, out var text)) return text;
        return _plurals.TryGetValue(key, out var forms)
            && (forms.TryGetValue(Plural.CategoryOf(count ?? 0, Language), out var form) || forms.TryGetValue(Plural.Other, out form))
            ? form
            : _fallback?.Find(key, count);
    }

    /// <summary>
    /// The pattern of a day whose month stands on the other side of a range; <c>day_of_month</c> in a language without one.
    /// </summary>
    public TextPattern DayInRange =>
        _dates.GetValueOrDefault("day_in_range") ?? _dates.GetValueOrDefault("day_of_month")
        ?? _fallback?.DayInRange ?? new TextPattern("{d}");

    /// <summary>The pattern of times in a schedule: <c>clock</c>, or <c>time</c> in a language without one.</summary>
    public TextPattern Clock =>
        _dates.GetValueOrDefault("clock") ?? _dates.GetValueOrDefault("time") ?? _fallback?.Clock ?? new TextPattern("{HH}:{mm}");

    /// <summary>The keys of the texts, those of the fallback too.</summary>
    public IEnumerable<string> Keys => _texts.Keys.Concat(_plurals.Keys).Concat(_fallback?.Keys ?? []).Distinct(StringComparer.Ordinal);

    /// <summary>The names of the date patterns, those of the fallback too.</summary>
    public IEnumerable<string> DateNames => _dates.Keys.Concat(_fallback?.DateNames ?? []).Distinct(StringComparer.Ordinal);

    public TextPattern? FindDate(string name) => _dates.TryGetValue(name, out var pattern) ? pattern : _fallback?.FindDate(name);

    private static string Primary(string language) => language.Split('-')[0];
}
