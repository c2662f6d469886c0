namespace SessionsWidgets;

/// <summary>Reads addresses of pictures that upstream names.</summary>
internal static class UntrustedUrl
{
    private const int MaxLength = 2048;

    /// <summary>The address when it is absolute, https (http too on loopback, or where the host allows it), and without user information;
    /// else null.</summary>
    public static Uri? Read(string? text, bool allowHttp)
    {
        if (text is null || text.Length > MaxLength || !Uri.TryCreate(text, UriKind.Absolute, out var uri)) return null;
        if (uri.UserInfo.Length > 0 || uri.Host.Length == 0) return null;
        if (text.AsSpan().ContainsAny('\\', '\t', '\n') || text.Contains('\r', StringComparison.Ordinal)) return null;
        return uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && (allowHttp || uri.IsLoopback)) ? uri : null;
    }
}
