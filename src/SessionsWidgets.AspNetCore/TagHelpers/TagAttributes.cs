using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SessionsWidgets.AspNetCore;

/// <summary>Reads attributes as text. Bound properties would not say whether the text is encoded.</summary>
internal static class TagAttributes
{
    public static List<KeyValuePair<string, string>> Read(
        WidgetDefinition type, IEnumerable<TagHelperAttribute> attributes, string? bound)
    {
        var values = new List<KeyValuePair<string, string>>();
        foreach (var attribute in attributes)
        {
            if (LiteralTags.IsBound(attribute, bound)) continue;
            if (Text(type.FindParameter(attribute.Name), attribute) is { } text) values.Add(new(attribute.Name, text));
        }

        return values;
    }

    /// <summary>Gets the text of an attribute; null for an expression without a value.</summary>
    private static string? Text(WidgetParameter? parameter, TagHelperAttribute attribute) => attribute.Value switch
    {
        // <tag featured>
        null => "",
        // Of an expression alone, Razor gives null as an empty string, false as "False", and true as the attribute's name.
        string { Length: 0 } => null,
        "False" when parameter is null && ElementAttributes.IsName(attribute.Name) => null,
        string text when text == attribute.Name => parameter is null ? ElementAttributes.TextOfTrue(text) : "true",
        string text => text,
        HtmlString { Value: var html } => Text(parameter, html ?? ""),
        IHtmlContent html => WebUtility.HtmlDecode(Write(html)),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    };

    /// <summary>Converts C# values, which Razor has written in the current culture.</summary>
    private static string Text(WidgetParameter? parameter, string html)
    {
        var text = WebUtility.HtmlDecode(html);
        if (parameter is null) return text;
#pragma warning disable RS0030 // Razor writes values in the culture of the thread, whatever the request says.
        var converted = parameter.ToInvariant(text, CultureInfo.CurrentCulture);
#pragma warning restore RS0030
        return ReferenceEquals(converted, text) || !LiteralTags.IsLiteral(html) ? converted : text;
    }

    private static string Write(IHtmlContent html)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        html.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
