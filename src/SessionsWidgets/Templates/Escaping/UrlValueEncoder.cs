using System.Buffers;

namespace SessionsWidgets;

/// <summary>Writes values into URL attributes.</summary>
internal static class UrlValueEncoder
{
    /// <summary>Writes a URL or a part of one. A whole URL that is not safe becomes <c>about:invalid</c>.</summary>
    public static void Write(FragmentWriter output, string text, EscapeKind escape, RenderState state)
    {
        if (escape is EscapeKind.Url or EscapeKind.UrlInList && !UrlCheck.IsSafe(text))
        {
            output.WriteUtf8("about:invalid"u8);
            return;
        }

        state.ChargeSteps(text.Length >> 6);
        Write(output, text, escape switch
        {
            EscapeKind.Url => Kept.Whole,
            EscapeKind.UrlInList => Kept.InList,
            EscapeKind.UrlPath => Kept.Path,
            _ => Kept.Nothing,
        });
    }

    private static void Write(FragmentWriter output, ReadOnlySpan<char> text, SearchValues<char> kept)
    {
        while (text.Length > 0)
        {
            var safe = text.IndexOfAnyExcept(kept);
            if (safe < 0) safe = text.Length;
            MarkupEncoder.Write(output, text[..safe]);
            text = text[safe..];
            if (text.Length == 0) return;
            Rune.DecodeFromUtf16(text, out var rune, out var consumed);
            WritePercent(output, rune);
            text = text[consumed..];
        }
    }

    private static void WritePercent(FragmentWriter output, Rune rune)
    {
        Span<byte> bytes = stackalloc byte[4];
        var length = rune.EncodeToUtf8(bytes);
        foreach (var b in bytes[..length])
        {
            output.WriteUtf8([(byte)'%', "0123456789ABCDEF"u8[b >> 4], "0123456789ABCDEF"u8[b & 15]]);
        }
    }

    /// <summary>The characters besides letters and digits that stay as they are.</summary>
    private static class Kept
    {
        private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";

        public static readonly SearchValues<char> Nothing = SearchValues.Create(Unreserved);
        public static readonly SearchValues<char> Path = SearchValues.Create(Unreserved + "/?#=&;+,:@!$*%");
        public static readonly SearchValues<char> Whole = SearchValues.Create(Unreserved + "/?#=&;+,:@!$*%[]()'");
        public static readonly SearchValues<char> InList = SearchValues.Create(Unreserved + "/?#=&;+:@!$*%");
    }
}

/// <summary>Which URLs may be linked to and loaded: http, https, mailto, tel, and paths of the page's own host.</summary>
internal static class UrlCheck
{
    /// <summary>Browsers drop line ends and tabs, and take a backslash for a slash: nothing of the kind is let through.</summary>
    private static readonly SearchValues<char> Refused = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Select(static code => (char)code), '\\', '\u007f', '\ufeff']);

    private static readonly SearchValues<char> SchemeEnds = SearchValues.Create(":/?#");

    public static bool IsSafe(ReadOnlySpan<char> url)
    {
        if (url.ContainsAny(Refused)) return false;
        url = url.Trim();
        if (url.StartsWith("//")) return false;
        var end = url.IndexOfAny(SchemeEnds);
        if (end < 0 || url[end] != ':') return true;
        var scheme = url[..end];
        if (!UrlTracker.IsAllowed(scheme)) return false;
        return !scheme.StartsWith("http", StringComparison.OrdinalIgnoreCase) || HasPlainHost(url[(end + 1)..]);
    }

    /// <summary>Two slashes and a host, without a user name that would pass for one.</summary>
    private static bool HasPlainHost(ReadOnlySpan<char> rest)
    {
        if (!rest.StartsWith("//") || rest.Length == 2 || rest[2] is '/' or '?' or '#' or ':') return false;
        var host = rest[2..];
        var end = host.IndexOfAny('/', '?', '#');
        return (end < 0 ? host : host[..end]).IndexOf('@') < 0;
    }
}
