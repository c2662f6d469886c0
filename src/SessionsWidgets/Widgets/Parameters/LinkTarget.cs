namespace SessionsWidgets;

/// <summary>Validates link targets: an http or https URL, a path on the host's site, or <c>~/</c> and a path in the application.</summary>
internal static class LinkTarget
{
    private const int MaxLength = 2048;

    /// <summary>The placeholder of the application's path base, as in Razor.</summary>
    public static bool NeedsPathBase(string text) => text.StartsWith("~/", StringComparison.Ordinal);

    public static bool IsValid(string text)
    {
        if (NeedsPathBase(text)) text = text[1..];
        if (text.Length is 0 or > MaxLength || text.AsSpan().ContainsAny('\\', '"', '<') || text.AsSpan().ContainsAnyInRange('\0', ' '))
            return false;
        if (text.StartsWith("//", StringComparison.Ordinal)) return false;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var end = text.AsSpan().IndexOfAny('/', '?', '#');
        var hasScheme = colon >= 0 && (end < 0 || colon < end);
        return !hasScheme
            || (Uri.TryCreate(text, UriKind.Absolute, out var uri)
                && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
                && uri.UserInfo.Length == 0);
    }
}
