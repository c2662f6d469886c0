namespace SessionsWidgets.Liquid;

/// <summary>Follows the static text of a URL, to know what may be put after it.</summary>
internal static class UrlTracker
{
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

            if (state.Url == UrlPart.Start) text = text.TrimStart();
        }

        if (text.Length == 0) return null;
        if (state.Url is UrlPart.Start or UrlPart.Unsettled)
        {
            var colon = text.IndexOfAny(":/?#");
            if (state.Url == UrlPart.Start && colon > 0 && text[colon] == ':' && !IsAllowed(text[..colon].Trim()))
                return $"A URL here begins with http:, https:, mailto:, tel: or a path, not with '{text[..Math.Min(colon + 1, 20)]}'.";
        }

        state.Url = Next(state.Url, text);
        return null;
    }

    public static bool IsAllowed(ReadOnlySpan<char> scheme)
    {
        foreach (var allowed in Schemes)
        {
            if (scheme.Equals(allowed, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static UrlPart Next(UrlPart part, ReadOnlySpan<char> text)
    {
        if (part is UrlPart.Query or UrlPart.Mixed || text.IndexOfAny("?#") >= 0) return part == UrlPart.Mixed ? part : UrlPart.Query;
        if (part == UrlPart.Path) return part;
        // The host is settled by a slash that is neither the first character nor part of the two before a host.
        var authority = text.IndexOf("//");
        var path = authority >= 0 ? text[(authority + 2)..] : text;
        var slash = path.IndexOf('/');
        return slash > 0 || (slash == 0 && path.Length > 1 && path[1] != '/') ? UrlPart.Path : UrlPart.Unsettled;
    }
}
