using System.Collections.Frozen;

namespace SessionsWidgets.Liquid;

/// <summary>What elements and attributes mean for the outputs in them.</summary>
internal static class HtmlNames
{
    private const int MaxLength = 32;

    private static readonly FrozenDictionary<string, HtmlElement> Elements = new Dictionary<string, HtmlElement>(StringComparer.Ordinal)
    {
        ["script"] = HtmlElement.Script,
        ["style"] = HtmlElement.Style,
        ["textarea"] = HtmlElement.Textarea,
        ["title"] = HtmlElement.Title,
        ["xmp"] = HtmlElement.Plain,
        ["iframe"] = HtmlElement.Plain,
        ["noembed"] = HtmlElement.Plain,
        ["noframes"] = HtmlElement.Plain,
        ["noscript"] = HtmlElement.Plain,
        ["plaintext"] = HtmlElement.Plain,
        ["base"] = HtmlElement.Loader,
        ["link"] = HtmlElement.Loader,
        ["object"] = HtmlElement.Loader,
        ["embed"] = HtmlElement.Loader,
        ["applet"] = HtmlElement.Loader,
        ["frame"] = HtmlElement.Loader,
        ["meta"] = HtmlElement.Loader,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Urls = new[]
    {
        "href", "src", "action", "formaction", "poster", "cite", "background", "longdesc", "xlink:href",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Plain = new[]
    {
        "abbr", "alt", "class", "cols", "colspan", "cx", "cy", "d", "datetime", "decoding", "dir", "dx", "dy", "headers",
        "height", "high", "hreflang", "id", "itemprop", "kind", "label", "lang", "loading", "low", "max", "maxlength",
        "min", "minlength", "offset", "optimum", "placeholder", "points", "preserveaspectratio", "r", "role", "rows",
        "rowspan", "rx", "ry", "scope", "size", "sizes", "span", "start", "step", "summary", "tabindex", "title",
        "transform", "translate", "value", "viewbox", "width", "x", "x1", "x2", "xml:lang", "y", "y1", "y2",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static HtmlElement Element(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[MaxLength];
        return name.Length <= MaxLength && Elements.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Lower(name, lower), out var kind)
            ? kind
            : HtmlElement.Other;
    }

    /// <summary>The name of an element that begins or ends foreign content, or HTML within it; null for others.</summary>
    public static string? ForeignElement(ReadOnlySpan<char> name, bool isForeign)
    {
        Span<char> lower = stackalloc char[MaxLength];
        if (name.Length > MaxLength) return null;
        return Lower(name, lower) switch
        {
            "svg" => "svg",
            "math" => "math",
            _ when !isForeign => null,
            "foreignobject" => "foreignobject",
            "desc" => "desc",
            "annotation-xml" => "annotation-xml",
            "mi" => "mi",
            "mo" => "mo",
            "mn" => "mn",
            "ms" => "ms",
            "mtext" => "mtext",
            _ => null,
        };
    }

    public static AttributeKind Attribute(ReadOnlySpan<char> name, HtmlElement element)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        if (name.Length > MaxLength) return AttributeKind.Forbidden;
        var lower = Lower(name, buffer);
        if (element == HtmlElement.Script && lower is "type") return AttributeKind.ScriptType;
        if (Urls.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower))
            return element is HtmlElement.Script or HtmlElement.Loader ? AttributeKind.Forbidden : AttributeKind.Url;
        if (lower is "srcset" or "imagesrcset") return element == HtmlElement.Loader ? AttributeKind.Forbidden : AttributeKind.UrlList;
        if (lower.StartsWith("aria-") || lower.StartsWith("data-")) return AttributeKind.Plain;
        return Plain.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower) ? AttributeKind.Plain : AttributeKind.Forbidden;
    }

    /// <summary>Whether a script of this type is data that the browser does not run.</summary>
    public static bool IsJsonType(ReadOnlySpan<char> type)
    {
        type = type.Trim();
        return type.Equals("application/json", StringComparison.OrdinalIgnoreCase) ||
            type.Equals("application/ld+json", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the content of an element is text up to its end tag.</summary>
    public static bool IsRawText(HtmlElement element) => element is not (HtmlElement.Other or HtmlElement.Loader);

    private static ReadOnlySpan<char> Lower(ReadOnlySpan<char> name, Span<char> buffer)
    {
        for (var i = 0; i < name.Length; i++) buffer[i] = char.IsAsciiLetterUpper(name[i]) ? (char)(name[i] | 32) : name[i];
        return buffer[..name.Length];
    }
}
