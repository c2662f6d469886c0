using System.Text.Json;

namespace SessionsWidgets;

/// <summary>Reads the entries of a locale file; each error has its position and the remedy.</summary>
/// <param name="source">The file name.</param>
/// <param name="json">The content.</param>
internal sealed class LocaleReader(string source, ReadOnlyMemory<byte> json)
{
    private const int MonthsOfYear = 12;
    private const int DaysOfWeek = 7;
    private const int MinGroupFrom = 4;
    private const int MaxGroupFrom = 9;

    private static readonly string[] Entries =
    [
        "language", "direction", "decimal", "group", "group_from", "first_day",
        "months", "months_short", "days", "days_short", "dates", "texts",
    ];

    /// <exception cref="ParameterException">An entry is unknown or not as it must be.</exception>
    public LocaleFile Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw Wrong([], "it must be an object of entries: { \"language\": \"sv\", \"texts\": { … } }.");
        foreach (var entry in root.EnumerateObject())
        {
            if (!Entries.Contains(entry.Name)) throw Unknown(entry.Name);
        }

        return new LocaleFile
        {
            Language = Language(root),
            Direction = Text(root, "direction", "it must be 'ltr' or 'rtl'.", static text => text is "ltr" or "rtl"),
            Decimal = Text(root, "decimal", "it must be a mark such as '.'.", static text => text.Length > 0),
            Group = Text(root, "group", "it must be a mark such as ',', or empty for none.", static _ => true),
            GroupFrom = Number(root, "group_from", MinGroupFrom, MaxGroupFrom),
            FirstDay = Text(root, "first_day", "it must be a day such as '1er'.", static text => text.Length > 0),
            Months = Names(root, "months", MonthsOfYear, "January"),
            MonthsShort = Names(root, "months_short", MonthsOfYear, "Jan"),
            Days = Names(root, "days", DaysOfWeek, "Sunday"),
            DaysShort = Names(root, "days_short", DaysOfWeek, "Sun"),
            Dates = Map(root, "dates", ReadPattern),
            Texts = Map(root, "texts", ReadText),
        };
    }

    private string Language(JsonElement root)
    {
        const string Allowed = "it must be a language tag such as 'en'.";
        var language = Text(root, "language", Allowed, LanguageTag.IsValid);
        return language ?? throw Wrong(["language"], $"language is missing; {Allowed}");
    }

    private string? Text(JsonElement root, string name, string allowed, Func<string, bool> isValid)
    {
        if (Find(root, name) is not { } value) return null;
        return value.ValueKind == JsonValueKind.String && isValid(value.GetString()!)
            ? value.GetString()
            : throw Wrong([name], value, allowed);
    }

    private string[]? Names(JsonElement root, string name, int count, string first)
    {
        if (Find(root, name) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Array)
            throw Wrong([name], value, $"it must be a list of {count} names: [\"{first}\", …].");
        var names = value.EnumerateArray().ToList();
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].ValueKind != JsonValueKind.String)
                throw Wrong([name, $"{i}"], names[i], $"it must be a name in quotes, such as \"{first}\".");
        }

        return names.Count == count
            ? [.. names.Select(static n => n.GetString()!)]
            : throw Wrong([name], $"{name} must have {count} names, not {names.Count}.");
    }

    private Dictionary<string, T> Map<T>(JsonElement root, string name, Func<string, JsonElement, T> read)
    {
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        if (Find(root, name) is not { } value) return map;
        if (value.ValueKind != JsonValueKind.Object) throw Wrong([name], value, "it must be an object: { \"key\": \"value\", … }.");
        foreach (var entry in value.EnumerateObject()) map[entry.Name] = read(entry.Name, entry.Value);
        return map;
    }

    private int? Number(JsonElement root, string name, int min, int max)
    {
        if (Find(root, name) is not { } value) return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= min && number <= max
            ? number
            : throw Wrong([name], value, $"it must be a number from {min} to {max}.");
    }

    private string ReadPattern(string key, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            throw Wrong(["dates", key], value, "it must be a pattern such as '{d} {MMM} {yyyy}'.");
        var pattern = value.GetString()!;
        foreach (var (_, gap) in new TextPattern(pattern).Parts)
        {
            if (gap is not null && !LocaleTextBuilder.DateParts.Contains(gap))
                throw Wrong(["dates", key], value, $"there is no '{{{gap}}}': a pattern takes {DateParts}.");
        }

        return pattern;
    }

    private static string DateParts => string.Join(", ", LocaleTextBuilder.DateParts.Select(static part => $"{{{part}}}"));

    private IReadOnlyDictionary<string, string> ReadText(string key, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new Dictionary<string, string> { [LocaleFile.Anything] = value.GetString()! },
        JsonValueKind.Object when value.EnumerateObject().All(static form => form.Value.ValueKind == JsonValueKind.String) =>
            ReadForms(key, value),
        _ => throw Wrong(["texts", key], value, "it must be a text, or an object with a text for each plural category."),
    };

    private Dictionary<string, string> ReadForms(string key, JsonElement value)
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var form in value.EnumerateObject())
        {
            if (!Plural.Categories.Contains(form.Name))
            {
                var hint = DidYouMean.Aside(NearestName.Of(form.Name, Plural.Categories));
                throw Wrong(
                    ["texts", key],
                    $"texts.{key} has the form '{Short(form.Name)}'{hint}: plural categories are {string.Join(", ", Plural.Categories)}.");
            }

            forms[form.Name] = form.Value.GetString()!;
        }

        return forms;
    }

    /// <summary>The value of an entry; null where there is none, or the value is null.</summary>
    private static JsonElement? Find(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private ParameterException Unknown(string name)
    {
        var hint = DidYouMean.Aside(NearestName.Of(name, Entries));
        return Wrong([name], $"there is no entry '{Short(name)}'{hint}: a locale file takes {string.Join(", ", Entries)}.");
    }

    private ParameterException Wrong(string[] path, JsonElement value, string allowed)
    {
        var shown = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return Wrong(path, $"{string.Join('.', path)} is '{Short(shown)}'; {allowed}");
    }

    private ParameterException Wrong(string[] path, string message) =>
        new(source, $"{source}{JsonErrorLocation.Of(json.Span, path)}: {message}");

    private static string Short(string text) => text.Length <= 80 ? text : $"{text.AsSpan(0, 80)}…";
}
