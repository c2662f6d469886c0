using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SessionsWidgets.AspNetCore;

/// <summary>Reads attributes as text. Bound properties would not say whether the text is encoded.</summary>
internal static class TagAttributes
{
    public static List<KeyValuePair<string, string>> Read(IEnumerable<TagHelperAttribute> attributes, params ReadOnlySpan<string> bound)
    {
        var values = new List<KeyValuePair<string, string>>();
        foreach (var attribute in attributes)
        {
            if (bound.Contains(attribute.Name, StringComparer.OrdinalIgnoreCase)) continue;
            if (Text(attribute) is { } text) values.Add(new(attribute.Name, text));
        }

        return values;
    }

    /// <summary>Gets the text of an attribute; null for an expression without a value.</summary>
    private static string? Text(TagHelperAttribute attribute) => attribute.Value switch
    {
        // <tag featured>
        null => "",
        // Razor renders null and false as an empty string, and true as the attribute's name.
        string { Length: 0 } => null,
        string text when text == attribute.Name => "true",
        string text => text,
        IHtmlContent html => WebUtility.HtmlDecode(Write(html)),
        var other => Convert.ToString(other, System.Globalization.CultureInfo.InvariantCulture),
    };

    private static string Write(IHtmlContent html)
    {
        if (html is HtmlString known) return known.Value ?? "";
        using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        html.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
