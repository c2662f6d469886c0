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
    /// <summary>Text that does not determine the host yet, such as a single slash.</summary>
    Unsettled,
    Path,
    Query,
    /// <summary>Not known: branches before left it in different parts, or it is written in a way that is not read here.</summary>
    Unknown,
}

/// <summary>Follows the static text of a URL, to know which text may follow it.</summary>
internal static class UrlTracker
{
    private static readonly SearchValues<char> Deciding = SearchValues.Create(":/?#&\\");

    /// <summary>Moves the state over static text.</summary>
    /// <returns>The error in the text; null if there is none.</returns>
    public static string? Advance(ref HtmlState state, ReadOnlySpan<char> text)
    {
        // Each candidate of a list is a new URL.
        if (state.Attribute == AttributeKind.UrlList && text.LastIndexOf(',') is >= 0 and var comma)
        {
            state.Url = UrlPart.Start;
            text = text[(comma + 1)..];
        }

        if (state.Url == UrlPart.Start) text = text.TrimStart(HtmlTracker.WhiteSpace);
        if (text.IsEmpty) return null;
        if (state.Url is UrlPart.Start or UrlPart.Scheme or UrlPart.Output or UrlPart.Unknown)
        {
            var end = text.IndexOfAny(Deciding);
            if (end < 0)
            {
                if (state.Url == UrlPart.Start) state.Url = UrlPart.Scheme;
                return null;
            }

            if (text[end] == ':' && state.Url is UrlPart.Output or UrlPart.Unknown)
                return "A ':' after an output would make a scheme of it: put the whole URL into the output, or write its start here.";
            if (text[end] == ':' && state.Url == UrlPart.Start && !HtmlNames.Schemes.Contains(text[..end]))
                return $"A URL here begins with http:, https:, mailto:, tel: or a path, not with '{text[..Math.Min(end + 1, 20)]}'.";

            // Of a scheme that is written in pieces nobody knows which it is.
            if (text[end] == ':' && state.Url == UrlPart.Scheme) state.Url = UrlPart.Unknown;
        }

        if (state.Url is not (UrlPart.Query or UrlPart.Unknown)) state.Url = Next(text, isPath: state.Url == UrlPart.Path);
        return null;
    }

    private static UrlPart Next(ReadOnlySpan<char> text, bool isPath)
    {
        var end = text.IndexOfAny("?#&\\");
        isPath |= SettlesHost(end < 0 ? text : text[..end]);

        // Browsers read entities before the URL, and take a backslash for a slash: neither may stand where it decides.
        if (!isPath && end >= 0 && text[end] is '&' or '\\') return UrlPart.Unknown;
        return text.IndexOfAny("?#") >= 0 ? UrlPart.Query : isPath ? UrlPart.Path : UrlPart.Unsettled;
    }

    /// <summary>Whether text has a slash that is neither its first character nor part of the two before a host.</summary>
    private static bool SettlesHost(ReadOnlySpan<char> text)
    {
        var authority = text.IndexOf("//");
        var path = authority >= 0 ? text[(authority + 2)..] : text;
        var slash = path.IndexOf('/');
        return slash > 0 || (slash == 0 && path.Length > 1 && path[1] != '/');
    }
}
