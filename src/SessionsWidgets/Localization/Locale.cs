using System.Text.Json;

namespace SessionsWidgets;

/// <summary>The texts, names and patterns of a language, from <c>templates/locales</c>. Immutable and thread-safe.</summary>
internal sealed class Locale
{
    private const int MonthsOfYear = 12;
    private const int DaysOfWeek = 7;

    private readonly Dictionary<string, TextPattern> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, TextPattern>> _plurals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TextPattern> _dates = new(StringComparer.Ordinal);
    private readonly Locale? _fallback;

    /// <param name="file">The parsed file.</param>
    /// <param name="source">The file name, for errors.</param>
    /// <param name="fallback">The locale for what the file leaves out.</param>
    /// <exception cref="ParameterException">A value is not allowed, or missing without a fallback.</exception>
    public Locale(LocaleFile file, string source, Locale? fallback)
    {
        _fallback = fallback;
        Language = file.Language;
        Direction = Known("direction", file.Direction, fallback?.Direction);
        if (Direction is not ("ltr" or "rtl"))
            throw new ParameterException($"{source}: direction", Direction, "it must be 'ltr' or 'rtl'.");
        Decimal = Known("decimal", file.Decimal, fallback?.Decimal);
        if (Decimal.Length == 0) throw new ParameterException($"{source}: decimal", Decimal, "it must be a mark such as '.'.");
        Group = Known("group", file.Group, fallback?.Group);
        Months = Names("months", file.Months, fallback?.Months, MonthsOfYear);
        MonthsShort = Names("months_short", file.MonthsShort, fallback?.MonthsShort, MonthsOfYear);
        Days = Names("days", file.Days, fallback?.Days, DaysOfWeek);
        DaysShort = Names("days_short", file.DaysShort, fallback?.DaysShort, DaysOfWeek);
        foreach (var (key, pattern) in file.Dates ?? [])
        {
            if (pattern is null)
                throw new ParameterException($"{source}: dates.{key}", "null", "it must be a pattern such as '{d} {MMM} {yyyy}'.");
            _dates[key] = new TextPattern(pattern);
        }

        foreach (var (key, value) in file.Texts ?? []) AddText(key, value, source);

        T Known<T>(string name, T? own, T? inherited)
            where T : class =>
                own ?? inherited ?? throw new ParameterException($"{source}: {name}", "missing", "nothing stands in for it.");

        string[] Names(string name, string[]? own, string[]? inherited, int count)
        {
            var names = Known(name, own, inherited);
            return names.Length == count
                ? names
                : throw new ParameterException($"{source}: {name}", $"{names.Length} names", $"it must have {count}.");
        }
    }

    public string Language { get; }

    /// <summary><c>ltr</c> or <c>rtl</c>.</summary>
    public string Direction { get; }

    public string Decimal { get; }

    /// <summary>The separator of groups of three digits.</summary>
    public string Group { get; }

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
            && (forms.TryGetValue(Plural.CategoryOf(count ?? 0, Language), out var form) || forms.TryGetValue("other", out form))
            ? form
            : _fallback?.Find(key, count);
    }

    /// <summary>The keys of the texts, those of the fallback too.</summary>
    public IEnumerable<string> Keys => _texts.Keys.Concat(_plurals.Keys).Concat(_fallback?.Keys ?? []).Distinct(StringComparer.Ordinal);

    /// <summary>The names of the date patterns, those of the fallback too.</summary>
    public IEnumerable<string> DateNames => _dates.Keys.Concat(_fallback?.DateNames ?? []).Distinct(StringComparer.Ordinal);

    public TextPattern? FindDate(string name) => _dates.TryGetValue(name, out var pattern) ? pattern : _fallback?.FindDate(name);

    private void AddText(string key, JsonElement value, string source)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                _texts[key] = new TextPattern(value.GetString()!);
                break;
            case JsonValueKind.Object when value.EnumerateObject().All(static form => form.Value.ValueKind == JsonValueKind.String):
                _plurals[key] = value.EnumerateObject().ToDictionary(
                    static form => form.Name, static form => new TextPattern(form.Value.GetString()!), StringComparer.Ordinal);
                break;
            default:
                throw new ParameterException(
                    $"{source}: texts.{key}", value.GetRawText(), "it must be a text, or an object with a text for each plural category.");
        }
    }
}
