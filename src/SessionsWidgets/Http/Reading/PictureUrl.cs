namespace SessionsWidgets;

/// <summary>Reads picture addresses sent by upstream.</summary>
internal static class PictureUrl
{
    private const int MaxLength = 2048;

    /// <summary>The address if absolute, https (or http on loopback, or where allowed) and without user information; else null.</summary>
    public static Uri? Read(string? text, bool allowHttp)
    {
        if (text is null || text.Length > MaxLength || !Uri.TryCreate(text, UriKind.Absolute, out var uri)) return null;
        if (uri.UserInfo.Length > 0 || uri.Host.Length == 0) return null;
        if (text.AsSpan().ContainsAny('\\', '\t', '\n') || text.Contains('\r', StringComparison.Ordinal)) return null;
        return uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && (allowHttp || uri.IsLoopback)) ? uri : null;
    }
}
