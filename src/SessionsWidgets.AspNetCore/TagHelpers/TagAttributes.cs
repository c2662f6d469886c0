using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SessionsWidgets.AspNetCore;

/// <summary>
/// Reads the attributes of a tag as names and texts. The attributes are not bound to properties: a bound text is raw when it
/// comes from C# and undecoded when it stands in the page, and nothing tells which; an unbound one is HTML in both cases.
/// </summary>
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

    /// <summary>The text of an attribute; null when it is an expression without a value, which counts as not set.</summary>
    private static string? Text(TagHelperAttribute attribute) => attribute.Value switch
    {
        // <tag featured>
        null => "",
        // Razor turns an expression that is null or false into plain text, and true into the attribute's own name.
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
