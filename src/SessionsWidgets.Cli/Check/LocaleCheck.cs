using System.Globalization;

namespace SessionsWidgets.Cli.Check;

/// <summary>Checks a host's files of texts for what they leave out without meaning to.</summary>
internal static class LocaleCheck
{
    private const int MaxNames = 10;

    /// <summary>What a language of the host's own leaves to English, and plural forms that are missing beside others.</summary>
    public static IEnumerable<string> FindGaps(TemplateFolder folder)
    {
        var files = folder.Locales.Select(own => (own.Source, File: LocaleFile.Parse(own.Json, own.Source))).ToList();
        var languages = LocaleSet.BuiltInLanguages.Concat(files.Select(own => own.File.Language))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (source, file) in files)
        {
            var isNew = IsNew(file.Language, languages);
            if (isNew && MissingFrom(file) is { Count: > 0 } missing)
                yield return string.Create(
                    CultureInfo.InvariantCulture, $"{source}: {missing.Count} entries are those of English: {Names(missing)}.");
            foreach (var (key, forms) in file.Texts)
            {
                if (isNew && !forms.ContainsKey(Plural.Other) && !forms.ContainsKey(LocaleFile.Anything))
                    yield return $"{source}: texts.{key} has no '{Plural.Other}': numbers that have no form here are in English.";
                var lacking = Plural.CategoriesOf(file.Language).Except(forms.Keys).ToList();
                if (forms.Count > 1 && forms.ContainsKey(Plural.Other) && lacking.Count > 0)
                    yield return $"{source}: texts.{key} has no {string.Join(", ", lacking.Select(form => $"'{form}'"))}, "
                        + $"which this language has: '{Plural.Other}' stands in.";
            }
        }
    }

    /// <summary>Whether neither the library nor another file has texts in the language, or in that of its region.</summary>
    private static bool IsNew(string language, HashSet<string> languages)
    {
        if (LocaleSet.FindBuiltIn(language) is not null) return false;
        for (var tag = language; tag.Contains('-', StringComparison.Ordinal);)
        {
            tag = tag[..tag.LastIndexOf('-')];
            if (languages.Contains(tag)) return false;
        }

        return true;
    }

    private static List<string> MissingFrom(LocaleFile file)
    {
        const string English = "en";
        var english = LocaleFile.Parse(LocaleSet.FindBuiltIn(English)!, LocaleSet.SourceOf(English));
        (string Name, object? Value)[] entries =
        [
            ("decimal", file.Decimal), ("group", file.Group), ("months", file.Months), ("months_short", file.MonthsShort),
            ("days", file.Days), ("days_short", file.DaysShort),
        ];
        // A language without a clock of its own has its "time" there.
        return
        [
            .. entries.Where(entry => entry.Value is null).Select(entry => entry.Name),
            .. english.Dates.Keys.Where(name => name != "clock").Except(file.Dates.Keys).Select(name => $"dates.{name}"),
            .. english.Texts.Keys.Except(file.Texts.Keys).Select(key => $"texts.{key}"),
        ];
    }

    private static string Names(List<string> names) => names.Count <= MaxNames
        ? string.Join(", ", names)
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{string.Join(", ", names.Take(MaxNames))} and {names.Count - MaxNames} more (eject locales/en has all)");
}
