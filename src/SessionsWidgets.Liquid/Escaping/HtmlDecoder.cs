namespace SessionsWidgets.Liquid;

/// <summary>Undoes the encoding of HTML where a value is needed as text again: in a URL, in JSON.</summary>
internal static class HtmlDecoder
{
    /// <summary>The entities that encoding makes, without their ampersand; that of the ampersand itself last.</summary>
    public static readonly (string Entity, string Character)[] Basic =
        [("lt;", "<"), ("gt;", ">"), ("quot;", "\""), ("#39;", "'"), ("amp;", "&")];

    public static string Decode(string text, bool isHtml) => EscapedText.Decode(isHtml ? DecodeEntities(text) : text);

    private static string DecodeEntities(string html)
    {
        if (!html.Contains('&', StringComparison.Ordinal)) return html;
        foreach (var (entity, character) in Basic) html = html.Replace("&" + entity, character, StringComparison.Ordinal);
        return html;
    }
}
