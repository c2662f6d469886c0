using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace SessionsWidgets.Tests.Templates;

/// <summary>What a browser makes of HTML, its texts apart.</summary>
internal static class HtmlShape
{
    /// <summary>The elements of a document with the names of their attributes.</summary>
    public static string Of(string html) => string.Concat(Parse(html).QuerySelectorAll("*").Select(static element =>
        $"{element.LocalName}({string.Join(',', element.Attributes.Select(attribute => attribute.Name).Order(StringComparer.Ordinal))})"));

    public static IEnumerable<string> UrlsOf(string html) => Parse(html).QuerySelectorAll("*")
        .SelectMany(static element => element.Attributes)
        .Where(static attribute => attribute.Name is "href" or "src" or "action" or "formaction" or "xlink:href")
        .Select(static attribute => attribute.Value);

    public static bool IsAllowed(string url)
    {
        var stripped = new string([.. url.Where(static c => c > ' ')]);
        if (stripped.StartsWith("//", StringComparison.Ordinal) || stripped.Contains('\\', StringComparison.Ordinal)) return false;
        var colon = stripped.IndexOfAny([':', '/', '?', '#']);
        return colon < 0 || stripped[colon] != ':' ||
            stripped[..colon].ToLowerInvariant() is "http" or "https" or "mailto" or "tel" or "about";
    }

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
