namespace SessionsWidgets;

/// <summary>Where in HTML a piece of a template ends, and the next begins.</summary>
internal enum HtmlPlace : byte
{
    Text,
    /// <summary>In a tag, between its attributes.</summary>
    Tag,
    BeforeValue,
    DoubleQuoted,
    SingleQuoted,
    Comment,
    Declaration,
    /// <summary>In an element that contains text without markup.</summary>
    RawText,
}

/// <summary>The kind of content of an attribute.</summary>
internal enum AttributeKind : byte
{
    Plain,
    Url,
    UrlList,
    /// <summary>Nothing that comes from data.</summary>
    Forbidden,
    /// <summary>The type of a script, which decides what its content is.</summary>
    ScriptType,
}

/// <summary>The state of an HTML tokenizer between two pieces of a template.</summary>
internal record struct HtmlState
{
    /// <summary>What stands for the elements that a capture may be written into.</summary>
    public const string InCapture = "/capture";

    public HtmlPlace Place { get; set; }
    /// <summary>The element that is open or that the open tag begins, with a slash if the tag ends it; null unless it is special.</summary>
    public string? Element { get; set; }
    public AttributeKind Attribute { get; set; }
    /// <summary>The name of an attribute that may hold no output, for the error.</summary>
    public string? AttributeName { get; set; }
    public UrlPart Url { get; set; }
    /// <summary>A name or an unquoted value ended with the piece before: what follows must be set off from it.</summary>
    public bool NeedsSeparator { get; set; }
    /// <summary>Whether the script has a type: of several the first counts.</summary>
    public bool HasType { get; set; }
    /// <summary>Whether the script that is open, or about to be, holds JSON.</summary>
    public bool IsJson { get; set; }
    public bool InJsonString { get; set; }
    /// <summary>The elements of SVG, MathML and select that are open, each after a slash: there, markup is read by other rules.</summary>
    public string? Foreign { get; set; }
    /// <summary>The text is encoded where it is written later, so that here it is left as it is.</summary>
    public bool IsPlain { get; set; }

    /// <summary>Whether two pieces that end so can go on in the same way.</summary>
    public readonly bool CanJoin(in HtmlState other) => this with { Url = other.Url, NeedsSeparator = other.NeedsSeparator } == other;

    public readonly HtmlState Join(in HtmlState other) => this with
    {
        Url = Url == other.Url ? Url : UrlPart.Unknown,
        NeedsSeparator = NeedsSeparator || other.NeedsSeparator,
    };

    /// <summary>The place in words, for errors.</summary>
    public readonly string Describe() => Place switch
    {
        HtmlPlace.Text => Foreign is null or InCapture ? "text" : $"<{Foreign[(Foreign.LastIndexOf('/') + 1)..]}>",
        HtmlPlace.Tag => "a tag, outside its attributes' values",
        HtmlPlace.BeforeValue => "an attribute's value without quotes",
        HtmlPlace.DoubleQuoted or HtmlPlace.SingleQuoted => "an attribute's value",
        HtmlPlace.Comment => "an HTML comment",
        HtmlPlace.Declaration => "a declaration",
        _ when Element == "script" => IsJson ? "JSON" : "a script",
        _ => Element == "style" ? "a style sheet" : "an element whose content is no markup",
    };
}
