namespace SessionsWidgets;

/// <summary>What a page says of the one after it.</summary>
internal enum NextPage
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>There is one.</summary>
    Follows,

    /// <summary>Its link leads elsewhere or nowhere: paging ends here.</summary>
    MakesNoSense,
}

/// <summary>Takes <c>links.next</c> as a hint: it can say that there is a next page, and nothing else. The address that is called is our
/// own.</summary>
internal static class PageLink
{
    private const string BaseOfTheDocumentation = "[[BaseUrl]]";

    /// <param name="link">The link; null when there is none.</param>
    /// <param name="asked">The address of the page that it stands on.</param>
    /// <param name="page">That page's number.</param>
    public static NextPage Judge(string? link, Uri asked, int page)
    {
        if (link is null) return NextPage.None;
        // A server that never learnt its own address says what the documentation says.
        var address = link.StartsWith(BaseOfTheDocumentation, StringComparison.Ordinal) ? link[BaseOfTheDocumentation.Length..] : link;
        if (!Uri.TryCreate(asked, address, out var uri)) return NextPage.MakesNoSense;
        var sameOrigin = uri.Scheme == asked.Scheme && uri.Authority == asked.Authority && uri.UserInfo.Length == 0;
        return sameOrigin && PageOf(uri) == page + 1 ? NextPage.Follows : NextPage.MakesNoSense;
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
