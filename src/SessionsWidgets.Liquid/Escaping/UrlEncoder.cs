using System.Buffers;
using System.Text;

namespace SessionsWidgets.Liquid;

/// <summary>Writes values into URL attributes.</summary>
internal static class UrlEncoder
{
    /// <summary>A whole URL: one that is not safe becomes <c>about:invalid</c> and is counted.</summary>
    public static void WriteWhole(LiquidRenderContext context, in LiquidValue value, bool isInList) =>
        WriteWhole(context, Text(context, value), isInList);

    public static void WriteWhole(LiquidRenderContext context, string text, bool isInList)
    {
        if (!isInList && UrlCheck.IsPlain(text))
        {
            HtmlEncoder.Write(context.Output, text);
            return;
        }

        if (!UrlCheck.IsSafe(text))
        {
            context.CountRejectedUrl();
            context.Output.Write("about:invalid"u8);
            return;
        }

        Write(context, text, isInList ? Kept.InList : Kept.Whole);
    }

    public static void WritePath(LiquidRenderContext context, in LiquidValue value) => Write(context, Text(context, value), Kept.Path);

    public static void WriteComponent(LiquidRenderContext context, in LiquidValue value) => Write(context, Text(context, value), Kept.Nothing);

    private static string Text(LiquidRenderContext context, in LiquidValue value) => HtmlDecoder.Decode(context.TextOf(value), value.IsHtml);

    private static void Write(LiquidRenderContext context, string text, SearchValues<char> kept)
    {
        var output = context.Output;
        var rest = text.AsSpan();
        context.ChargeSteps(rest.Length >> 6);
        while (rest.Length > 0)
        {
            var safe = rest.IndexOfAnyExcept(kept);
            if (safe < 0) safe = rest.Length;
            HtmlEncoder.Write(output, rest[..safe]);
            rest = rest[safe..];
            if (rest.Length == 0) return;
            Rune.DecodeFromUtf16(rest, out var rune, out var consumed);
            Percent(output, rune);
            rest = rest[consumed..];
        }
    }

    private static void Percent(Utf8Output output, Rune rune)
    {
        Span<byte> bytes = stackalloc byte[4];
        var length = rune.EncodeToUtf8(bytes);
        foreach (var b in bytes[..length])
        {
            output.Write((byte)'%');
            output.Write((byte)"0123456789ABCDEF"[b >> 4]);
            output.Write((byte)"0123456789ABCDEF"[b & 15]);
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

    /// <summary>What most URLs are made of: none of it needs a look at where it stands, nor encoding in a URL.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~/?=&%+,");

    private static readonly SearchValues<char> SchemeEnds = SearchValues.Create(":/?#");

    /// <summary>Whether a URL is safe and complete at first sight: an https one or an absolute path, of plain characters.</summary>
    public static bool IsPlain(ReadOnlySpan<char> url)
    {
        ReadOnlySpan<char> https = "https://";
        if (url.StartsWith(https)) return url.Length > https.Length && char.IsAsciiLetterOrDigit(url[https.Length]) && !url[https.Length..].ContainsAnyExcept(Plain);
        return url.Length > 1 && url[0] == '/' && url[1] != '/' && !url.ContainsAnyExcept(Plain);
    }

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
