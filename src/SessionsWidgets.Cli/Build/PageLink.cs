namespace SessionsWidgets.Cli.Build;

/// <summary>Links from the pages of a site to files that a build writes.</summary>
internal static class PageLink
{
    /// <summary>Gets the URL of a file for a page, relative, as the URL of the site is unknown.</summary>
    /// <param name="file">The name of the file below the site.</param>
    /// <param name="page">The name of the page below the site.</param>
    public static string To(string file, string page) =>
        string.Concat(Enumerable.Repeat("../", page.Count(c => c == '/'))) + string.Join('/', file.Split('/').Select(Uri.EscapeDataString));
}
