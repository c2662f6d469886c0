using System.Text.Json;

namespace SessionsWidgets;

/// <summary>A language of the widgets: its texts, names and patterns, as <c>templates/locales</c> has them. Immutable and thread-safe.</summary>
internal sealed class Locale
{
    private readonly Dictionary<string, TextPattern> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, TextPattern>> _plurals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TextPattern> _dates;
    private readonly Locale? _fallback;

    private Locale(LocaleFile file, string source, Locale? fallback)
    {
        Check(file, source);
        _fallback = fallback;
        File = file;
        _dates = file.Dates.ToDictionary(d => d.Key, d => new TextPattern(d.Value), StringComparer.Ordinal);
        foreach (var (key, value) in file.Texts)
        {
            if (value.ValueKind == JsonValueKind.String) _texts[key] = new TextPattern(value.GetString()!);
            else if (value.ValueKind == JsonValueKind.Object) _plurals[key] = value.EnumerateObject().ToDictionary(p => p.Name, p => new TextPattern(p.Value.GetString() ?? ""), StringComparer.Ordinal);
            else throw new ParameterException($"{source}: texts.{key}", value.ValueKind.ToString(), "it must be a text, or an object with a text for each plural category.");
        }
    }

    public string Language => File.Language;

    public string Direction => File.Direction;

    public LocaleFile File { get; }

    /// <param name="json">The file.</param>
    /// <param name="source">Its name, for errors.</param>
    /// <param name="fallback">Where texts of that language come from that the file lacks.</param>
    /// <exception cref="ParameterException">The file is broken; the message tells where.</exception>
    public static Locale Parse(ReadOnlySpan<byte> json, string source, Func<string, Locale?> fallback)
    {
        try
        {
            var file = JsonSerializer.Deserialize(json, LocaleFileContext.Default.LocaleFile)!;
            return new Locale(file, source, fallback(file.Language));
        }
        catch (JsonException e)
        {
            throw new ParameterException(source, $"{source}{JsonPlace.Of(e, json)}: it must be a locale file: {JsonPlace.Reason(e)}");
        }
    }

    /// <summary>The text of that key, in the plural form for the count where it has several.</summary>
    public TextPattern? Find(string key, long? count = null)
    {
        if (_texts.TryGetValue(key, out var text)) return text;
        if (!_plurals.TryGetValue(key, out var forms)) return _fallback?.Find(key, count);
        return forms.TryGetValue(Plural.CategoryOf(count ?? 0, Language), out var form) || forms.TryGetValue("other", out form) ? form : null;
    }

    public TextPattern? FindDate(string name) => _dates.TryGetValue(name, out var pattern) ? pattern : _fallback?.FindDate(name);

    private static void Check(LocaleFile file, string source)
    {
        if (!LanguageTag.IsValid(file.Language)) throw new ParameterException($"{source}: language", file.Language, "it must be a language tag such as 'en'.");
        if (file.Direction is not ("ltr" or "rtl")) throw new ParameterException($"{source}: direction", file.Direction, "it must be 'ltr' or 'rtl'.");
        CheckCount("months", file.Months, 12);
        CheckCount("months_short", file.MonthsShort, 12);
        CheckCount("days", file.Days, 7);
        CheckCount("days_short", file.DaysShort, 7);

        void CheckCount(string name, string[] values, int count)
        {
            if (values.Length != count) throw new ParameterException($"{source}: {name}", $"{values.Length} names", $"it must have {count}.");
        }
    }
}
