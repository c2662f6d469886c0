namespace SessionsWidgets;

/// <summary>Reads upstream's dates by an explicit list of ISO 8601 forms. A date without a zone is in UTC.</summary>
internal static class WireDate
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd' 'HH:mmK",
        "yyyy-MM-dd",
    ];

    /// <summary>The date in UTC; null when it has none of the forms or lies outside the years 2000 to 2100.</summary>
    public static DateTimeOffset? Read(string? text)
    {
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (text is null || !DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, Styles, out var date)) return null;
        return date.Year is >= 2000 and <= 2100 ? date.ToUniversalTime() : null;
    }
}
