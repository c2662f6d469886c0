namespace SessionsWidgets;

/// <summary>Plural categories of integers, by the cardinal rules of Unicode CLDR.</summary>
internal static class Plural
{
    private const int MaxLanguageLength = 8;

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
            "ar" => Arabic(n),
            "pt" when language.Equals("pt-PT", StringComparison.OrdinalIgnoreCase) => n == 1 ? "one" : "other",
            "fr" or "pt" => n is 0 or 1 ? "one" : "other",
            "ru" or "uk" => EastSlavic(n),
            "pl" => Polish(n),
            "cs" or "sk" => n == 1 ? "one" : n is >= 2 and <= 4 ? "few" : "other",
            "he" => n == 1 ? "one" : n == 2 ? "two" : "other",
            "ja" or "zh" or "ko" or "th" or "vi" or "id" => "other",
            _ => n == 1 ? "one" : "other",
        };
    }

    private static string Arabic(long n) => n switch
    {
        0 => "zero",
        1 => "one",
        2 => "two",
        _ => (n % 100) switch { >= 3 and <= 10 => "few", >= 11 => "many", _ => "other" },
    };

    private static string EastSlavic(long n) => (n % 10, n % 100) switch
    {
        (1, not 11) => "one",
        ( >= 2 and <= 4, not (>= 12 and <= 14)) => "few",
        _ => "many",
    };

    private static string Polish(long n) => n == 1 ? "one" : (n % 10, n % 100) switch
    {
        ( >= 2 and <= 4, not (>= 12 and <= 14)) => "few",
        _ => "many",
    };
}
