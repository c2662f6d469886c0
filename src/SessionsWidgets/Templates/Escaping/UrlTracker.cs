using System.Buffers;

namespace SessionsWidgets;

/// <summary>How much of a URL stands before a place.</summary>
internal enum UrlPart : byte
{
    Start,

    /// <summary>Static text that may still become a scheme.</summary>
    Scheme,

    /// <summary>An output, which may still become a scheme: no colon may follow it.</summary>
    Output,

    /// <summary>What does not yet settle the host, such as a lone slash.</summary>
    Unsettled,
    Path,
    Query,

    /// <summary>Not known: branches before left it in different parts, or it is written in a way that is not read here.</summary>
    Unknown,
}

/// <summary>Follows the static text of a URL, to know what may be put after it.</summary>
internal static class UrlTracker
{
    private static readonly SearchValues<char> Deciding = SearchValues.Create(":/?#&\\");

    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    /// <summary>Moves the state over static text.</summary>
    /// <returns>What is wrong with the text; null when nothing is.</returns>
    public static string? Advance(ref HtmlState state, ReadOnlySpan<char> text)
    {
        if (state.Attribute == AttributeKind.UrlList)
        {
            // Each candidate of a list starts anew.
            var last = text.LastIndexOf(',');
            if (last >= 0)
            {
                state.Url = UrlPart.Start;
                text = text[(last + 1)..];
            }
        }

        if (state.Url == UrlPart.Start) text = text.TrimStart(HtmlTracker.WhiteSpace);
        if (text.Length == 0) return null;
        if (state.Url is UrlPart.Start or UrlPart.Scheme or UrlPart.Output)
        {
            var end = text.IndexOfAny(Deciding);
            if (end < 0)
            {
                if (state.Url == UrlPart.Start) state.Url = UrlPart.Scheme;
                return null;
            }

            if (text[end] == ':' && Colon(ref state, text, end) is { } problem) return problem;
        }

        state.Url = Next(state.Url, text);
        return null;
    }

    /// <summary>The part that an output stands in leaves for what follows it.</summary>
    public static UrlPart AfterOutput(UrlPart part) => part is UrlPart.Start or UrlPart.Scheme ? UrlPart.Output : part;

    public static bool IsAllowed(ReadOnlySpan<char> scheme)
    {
        foreach (var allowed in Schemes)
        {
            if (scheme.Equals(allowed, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static string? Colon(ref HtmlState state, ReadOnlySpan<char> text, int colon)
    {
        if (state.Url == UrlPart.Output) return "A ':' after an output would make a scheme of it: put the whole URL into the output, or write its start here.";
        if (state.Url == UrlPart.Start && !IsAllowed(text[..colon]))
            return $"A URL here begins with http:, https:, mailto:, tel: or a path, not with '{text[..Math.Min(colon + 1, 20)]}'.";

        // Of a scheme that is written in pieces nobody knows which it is.
        state.Url = state.Url == UrlPart.Start ? UrlPart.Unsettled : UrlPart.Unknown;
        return null;
    }

    private static UrlPart Next(UrlPart part, ReadOnlySpan<char> text)
    {
        if (part is UrlPart.Unknown or UrlPart.Query) return part;

        // Browsers read entities before the URL, and take a backslash for a slash: neither may stand where it decides.
        var unclear = text.IndexOfAny('&', '\\');
        if (unclear >= 0 && part != UrlPart.Path && !IsSettled(text[..unclear])) return UrlPart.Unknown;
        if (text.IndexOfAny("?#") >= 0) return UrlPart.Query;
        return part == UrlPart.Path || IsSettled(text) ? UrlPart.Path : UrlPart.Unsettled;
    }

    /// <summary>
    /// Whether text settles the host: by a question mark, a number sign, or a slash that is neither the first character
    /// nor part of the two before a host.
    /// </summary>
    private static bool IsSettled(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny("?#") >= 0) return true;
        var authority = text.IndexOf("//");
        var path = authority >= 0 ? text[(authority + 2)..] : text;
        var slash = path.IndexOf('/');
        return slash > 0 || (slash == 0 && path.Length > 1 && path[1] != '/');
    }
}
