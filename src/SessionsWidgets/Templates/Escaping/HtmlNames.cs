using System.Collections.Frozen;
using NameSet = System.Collections.Frozen.FrozenSet<string>.AlternateLookup<System.ReadOnlySpan<char>>;

namespace SessionsWidgets;

/// <summary>What the names of elements and attributes, in any case, mean for the outputs in them.</summary>
internal static class HtmlNames
{
    private const string RawTextNames = "script style textarea title xmp iframe noembed noframes noscript plaintext";
    private const string LoadingNames = "script base link object embed applet frame meta";
    private const string HtmlInForeignNames = "foreignobject desc annotation-xml mi mo mn ms mtext";

    /// <summary>All elements that are not like others.</summary>
    public static readonly NameSet Special = Set($"{RawTextNames} {LoadingNames} {HtmlInForeignNames} svg math select");

    /// <summary>Elements whose content is text up to their end tag.</summary>
    public static readonly NameSet RawText = Set(RawTextNames);

    /// <summary>Types of scripts that are data, which the browser does not run.</summary>
    public static readonly NameSet JsonTypes = Set("application/json application/ld+json");

    /// <summary>Schemes that a URL may have.</summary>
    public static readonly NameSet Schemes = Set("http https mailto tel");

    /// <summary>Elements that load their URL into the page, so that it may not come from data.</summary>
    private static readonly NameSet Loading = Set(LoadingNames);

    /// <summary>Elements of SVG and MathML in which HTML may stand.</summary>
    private static readonly NameSet HtmlInForeign = Set(HtmlInForeignNames);

    private static readonly NameSet Urls = Set("href src action formaction poster cite background longdesc xlink:href");
    private static readonly NameSet PlainPrefixes = Set("aria- data-");
    private static readonly NameSet UrlLists = Set("srcset imagesrcset");

    private static readonly NameSet Plain = Set(
        "abbr alt class cols colspan cx cy d datetime decoding dir dx dy headers height high hreflang id itemprop kind label " +
        "lang loading low max maxlength min minlength offset optimum placeholder points preserveaspectratio r role rows rowspan " +
        "rx ry scope size sizes span start step summary tabindex title transform translate value viewbox width x x1 x2 xml:lang " +
        "y y1 y2");

    /// <summary>Whether an element begins or ends foreign content, or HTML within it. So does select: it drops elements.</summary>
    public static bool IsForeign(ReadOnlySpan<char> element, bool isWithin) =>
        element is "svg" or "math" or "select" || (isWithin && HtmlInForeign.Contains(element));

    public static AttributeKind Attribute(ReadOnlySpan<char> name, string? element)
    {
        var prefix = name[..Math.Min(5, name.Length)];
        if (Plain.Contains(name) || PlainPrefixes.Contains(prefix)) return AttributeKind.Plain;
        if (Loading.Contains(element)) return AttributeKind.Forbidden;
        return Urls.Contains(name) ? AttributeKind.Url : UrlLists.Contains(name) ? AttributeKind.UrlList : AttributeKind.Forbidden;
    }

    /// <remarks>Ignoring the case takes nothing but ASCII letters for ASCII letters, as browsers do.</remarks>
    private static NameSet Set(string names) =>
        names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
