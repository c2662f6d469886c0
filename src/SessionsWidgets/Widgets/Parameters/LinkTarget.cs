namespace SessionsWidgets;

/// <summary>Where a link of a host may lead: an http or https address, or a path on its own site.</summary>
internal static class LinkTarget
{
    private const int MaxLength = 2048;

    public static bool IsValid(string text)
    {
        if (text.Length is 0 or > MaxLength || text.AsSpan().ContainsAny('\\', '"', '<') || text.AsSpan().ContainsAnyInRange('\0', ' '))
            return false;
        if (text.StartsWith("//", StringComparison.Ordinal)) return false;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var end = text.AsSpan().IndexOfAny('/', '?', '#');
        var hasScheme = colon >= 0 && (end < 0 || colon < end);
        return !hasScheme || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && IsOfTheWeb(uri) && uri.UserInfo.Length == 0);
    }

    private static bool IsOfTheWeb(Uri uri) => uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp;
}
