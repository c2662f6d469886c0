using System.Buffers;

namespace SessionsWidgets;

/// <summary>Which URLs may be linked to and loaded: http, https, mailto, tel, and paths of the page's own host.</summary>
internal static class SafeUrl
{
    /// <summary>Browsers drop line ends and tabs, and take a backslash for a slash: nothing of the kind is let through.</summary>
    private static readonly SearchValues<char> Refused = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Select(static code => (char)code), '\\', '\u007f', '\ufeff']);

    public static bool IsSafe(ReadOnlySpan<char> url)
    {
        if (url.ContainsAny(Refused)) return false;
        url = url.Trim();
        if (url.StartsWith("//")) return false;
        var end = url.IndexOfAny(":/?#");
        if (end < 0 || url[end] != ':') return true;
        var isWeb = url.StartsWith("http", StringComparison.OrdinalIgnoreCase);
        return HtmlNames.Schemes.Contains(url[..end]) && (!isWeb || HasPlainHost(url[(end + 1)..]));
    }

    /// <summary>Two slashes and a host, without a user name that would pass for one.</summary>
    private static bool HasPlainHost(ReadOnlySpan<char> rest)
    {
        var host = rest.StartsWith("//") ? rest[2..] : default;
        if (host.IndexOfAny("/?#") is >= 0 and var end) host = host[..end];
        return host is [not ':', ..] && !host.Contains('@');
    }
}
