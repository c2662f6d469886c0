using System.Collections.Frozen;

namespace SessionsWidgets;

/// <summary>What elements and attributes mean for the outputs in them.</summary>
internal static class HtmlNames
{
    private const int MaxLength = 32;

    private static readonly FrozenDictionary<string, HtmlElement>.AlternateLookup<ReadOnlySpan<char>> Elements = new Dictionary<string, HtmlElement>(StringComparer.Ordinal)
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
    }.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Urls =
    [
        "href", "src", "action", "formaction", "poster", "cite", "background", "longdesc", "xlink:href",
    ];

    private static readonly string[] Plain =
    [
        "abbr", "alt", "class", "cols", "colspan", "cx", "cy", "d", "datetime", "decoding", "dir", "dx", "dy", "headers",
        "height", "high", "hreflang", "id", "itemprop", "kind", "label", "lang", "loading", "low", "max", "maxlength",
        "min", "minlength", "offset", "optimum", "placeholder", "points", "preserveaspectratio", "r", "role", "rows",
        "rowspan", "rx", "ry", "scope", "size", "sizes", "span", "start", "step", "summary", "tabindex", "title",
        "transform", "translate", "value", "viewbox", "width", "x", "x1", "x2", "xml:lang", "y", "y1", "y2",
    ];

    private static readonly FrozenDictionary<string, AttributeKind>.AlternateLookup<ReadOnlySpan<char>> Attributes =
        Plain.Select(static name => (Name: name, Kind: AttributeKind.Plain))
            .Concat(Urls.Select(static name => (Name: name, Kind: AttributeKind.Url)))
            .Concat([(Name: "srcset", Kind: AttributeKind.UrlList), (Name: "imagesrcset", Kind: AttributeKind.UrlList)])
            .ToFrozenDictionary(static attribute => attribute.Name, static attribute => attribute.Kind, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public static HtmlElement Element(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[MaxLength];
        return name.Length <= MaxLength && Elements.TryGetValue(Lower(name, lower), out var kind)
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
        if (!Attributes.TryGetValue(lower, out var kind))
            return lower.StartsWith("aria-") || lower.StartsWith("data-") ? AttributeKind.Plain : AttributeKind.Forbidden;
        return kind switch
        {
            AttributeKind.Url when element is HtmlElement.Script or HtmlElement.Loader => AttributeKind.Forbidden,
            AttributeKind.UrlList when element == HtmlElement.Loader => AttributeKind.Forbidden,
            _ => kind,
        };
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
