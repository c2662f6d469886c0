namespace SessionsWidgets;

/// <summary>Validates BCP 47 language tags (RFC 5646): subtags of 1 to 8 letters and digits, the first of 2 or 3 letters.</summary>
internal static class LanguageTag
{
    /// <summary>The allowed values, as the rest of a sentence.</summary>
    public const string Allowed = "it must be a language tag such as 'en', 'de' or 'pt-BR'.";

    public static bool IsValid(string text)
    {
        if (text.Length > 35) return false;
        var first = true;
        foreach (var range in text.AsSpan().Split('-'))
        {
            var part = text.AsSpan(range);
            if (part.Length is < 1 or > 8 || (first && part.Length is < 2 or > 3)) return false;
            foreach (var c in part)
            {
                if (first ? !char.IsAsciiLetter(c) : !char.IsAsciiLetterOrDigit(c)) return false;
            }

            first = false;
        }

        return true;
    }
}
