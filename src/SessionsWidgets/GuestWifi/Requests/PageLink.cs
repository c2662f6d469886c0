namespace SessionsWidgets;

/// <summary>The meaning of the link to the next page.</summary>
internal enum NextPage
{
    /// <summary>There is no next page.</summary>
    None,

    /// <summary>There is a next page.</summary>
    Follows,

    /// <summary>The link is invalid: paging ends.</summary>
    Invalid,
}

/// <summary>Reads <c>links.next</c> as a hint that there is a next page; the link itself is never requested.</summary>
internal static class PageLink
{
    private const string Placeholder = "[[BaseUrl]]";

    /// <param name="link">The link; null if there is none.</param>
    /// <param name="requested">The address of the page with the link.</param>
    /// <param name="page">The number of that page.</param>
    public static NextPage Judge(string? link, Uri requested, int page)
    {
        if (link is null) return NextPage.None;
        // A server without a configured address sends the placeholder of the documentation.
        var address = link.StartsWith(Placeholder, StringComparison.Ordinal) ? link[Placeholder.Length..] : link;
        if (!Uri.TryCreate(requested, address, out var uri)) return NextPage.Invalid;
        var sameOrigin = uri.Scheme == requested.Scheme && uri.Authority == requested.Authority && uri.UserInfo.Length == 0;
        return sameOrigin && PageOf(uri) == page + 1 ? NextPage.Follows : NextPage.Invalid;
    }

    private static int? PageOf(Uri uri)
    {
        foreach (var part in uri.Query.TrimStart('?').Split('&'))
        {
            if (part.StartsWith("page=", StringComparison.Ordinal))
                return int.TryParse(part.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : null;
        }

        return null;
    }
}
