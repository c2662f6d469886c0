namespace SessionsWidgets;

/// <summary>
/// Plural categories of integers, by the cardinal rules of Unicode CLDR 48 (<c>supplemental/plurals.xml</c>), of which those for
/// fractions are left out.
/// </summary>
internal static class Plural
{
    private const int MaxLanguageLength = 8;

    /// <summary>The category of the numbers that a language has no other category for.</summary>
    public const string Other = "other";

    /// <summary>The names of the categories.</summary>
    public static IReadOnlyList<string> Categories { get; } = ["zero", "one", "two", "few", "many", Other];

    /// <summary>The categories that integers have in a language.</summary>
    public static IReadOnlyList<string> CategoriesOf(string language)
    {
        // All rules but those for millions are about the last two digits.
        const int Rest = 200, Million = 1_000_000;
        return [.. Enumerable.Range(0, Rest).Append(Million).Select(n => CategoryOf(n, language)).Append(Other).Distinct()];
    }

    /// <param name="count">The number.</param>
    /// <param name="language">A language tag; script and region are ignored, except for pt-PT.</param>
    public static string CategoryOf(long count, string language)
    {
        var n = count == long.MinValue ? long.MaxValue : Math.Abs(count);
        var end = language.IndexOf('-', StringComparison.Ordinal);
        var primary = language.AsSpan(0, end < 0 ? language.Length : end);
        Span<char> lower = stackalloc char[MaxLanguageLength];
        return lower[..Math.Max(0, primary.ToLowerInvariant(lower))] switch
        {
            "pt" when language.Equals("pt-PT", StringComparison.OrdinalIgnoreCase) => Romance(n, isOne: n == 1),
            "fr" or "pt" => Romance(n, isOne: n <= 1),
            "ca" or "es" or "it" or "lld" or "scn" or "vec" => Romance(n, isOne: n == 1),
            "ru" or "uk" or "be" => Slavic(n, isOne: n % 10 == 1 && n % 100 != 11, others: "many"),
            "bs" or "hr" or "sh" or "sr" => Slavic(n, isOne: n % 10 == 1 && n % 100 != 11, others: Other),
            "pl" => Slavic(n, isOne: n == 1, others: "many"),
            "cs" or "sk" => n switch { 1 => "one", >= 2 and <= 4 => "few", _ => Other },
            "sl" or "dsb" or "hsb" => (n % 100) switch { 1 => "one", 2 => "two", 3 or 4 => "few", _ => Other },
            "lt" => Lithuanian(n),
            "lv" or "prg" => n % 10 == 0 || n % 100 is >= 11 and <= 19 ? "zero" : n % 10 == 1 ? "one" : Other,
            "ro" or "mo" => n == 1 ? "one" : n == 0 || n % 100 is >= 1 and <= 19 ? "few" : Other,
            "is" or "mk" => n % 10 == 1 && n % 100 != 11 ? "one" : Other,
            "ar" or "ars" => Arabic(n),
            "he" or "iw" or "iu" or "naq" or "sat" or "se" or "sma" or "smi" or "smj" or "smn" or "sms" =>
                n switch { 1 => "one", 2 => "two", _ => Other },
            "mt" => Maltese(n),
            "ga" => n switch { 1 => "one", 2 => "two", >= 3 and <= 6 => "few", >= 7 and <= 10 => "many", _ => Other },
            "gd" => n switch { 1 or 11 => "one", 2 or 12 => "two", >= 3 and <= 19 => "few", _ => Other },
            "cy" => n switch { 0 => "zero", 1 => "one", 2 => "two", 3 => "few", 6 => "many", _ => Other },
            "br" => Breton(n),
            "gv" => (n % 10, n % 100) switch { (1, _) => "one", (2, _) => "two", (_, 0 or 20 or 40 or 60 or 80) => "few", _ => Other },
            "kw" => Cornish(n),
            "ksh" or "lag" or "blo" => n switch { 0 => "zero", 1 => "one", _ => Other },
            "shi" => n switch { <= 1 => "one", <= 10 => "few", _ => Other },
            "tzm" => n is <= 1 or (>= 11 and <= 99) ? "one" : Other,
            "fil" or "tl" or "ceb" => n is >= 1 and <= 3 || n % 10 is not (4 or 6 or 9) ? "one" : Other,
            "am" or "as" or "bn" or "doi" or "fa" or "gu" or "hi" or "kn" or "kok" or "pcm" or "zu" or "ff" or "hy" or "kab" or "si"
                or "ak" or "bho" or "csw" or "guw" or "ln" or "mg" or "nso" or "pa" or "ti" or "wa" => n <= 1 ? "one" : Other,
            "bm" or "bo" or "dz" or "hnj" or "id" or "ig" or "ii" or "in" or "ja" or "jbo" or "jv" or "jw" or "kde" or "kea" or "km"
                or "ko" or "lkt" or "lo" or "ms" or "my" or "nqo" or "osa" or "sah" or "ses" or "sg" or "su" or "th" or "to" or "tpi"
                or "vi" or "wo" or "yo" or "yue" or "zh" => Other,
            _ => n == 1 ? "one" : Other,
        };
    }

    private static string Romance(long n, bool isOne) => isOne ? "one" : n != 0 && n % 1_000_000 == 0 ? "many" : Other;

    private static string Slavic(long n, bool isOne, string others) =>
        isOne ? "one" : n % 10 is >= 2 and <= 4 && n % 100 is not (>= 12 and <= 14) ? "few" : others;

    private static string Lithuanian(long n) => n % 100 is >= 11 and <= 19 ? Other : (n % 10) switch { 0 => Other, 1 => "one", _ => "few" };

    private static string Arabic(long n) => n switch
    {
        0 => "zero",
        1 => "one",
        2 => "two",
        _ => (n % 100) switch { >= 3 and <= 10 => "few", >= 11 => "many", _ => Other },
    };

    private static string Maltese(long n) => n switch
    {
        0 => "few",
        1 => "one",
        2 => "two",
        _ => (n % 100) switch { >= 3 and <= 10 => "few", >= 11 and <= 19 => "many", _ => Other },
    };

    private static string Breton(long n) => (n % 10, n % 100) switch
    {
        (1, not (11 or 71 or 91)) => "one",
        (2, not (12 or 72 or 92)) => "two",
        (3 or 4 or 9, not ((>= 10 and <= 19) or (>= 70 and <= 79) or (>= 90 and <= 99))) => "few",
        _ => n != 0 && n % 1_000_000 == 0 ? "many" : Other,
    };

    private static string Cornish(long n) => n switch
    {
        0 => "zero",
        1 => "one",
        _ when n % 100 is 2 or 22 or 42 or 62 or 82
            || (n % 1000 == 0 && n % 100_000 is (>= 1000 and <= 20_000) or 40_000 or 60_000 or 80_000)
            || n % 1_000_000 == 100_000 => "two",
        _ when n % 100 is 3 or 23 or 43 or 63 or 83 => "few",
        _ when n % 100 is 1 or 21 or 41 or 61 or 81 => "many",
        _ => Other,
    };
}
