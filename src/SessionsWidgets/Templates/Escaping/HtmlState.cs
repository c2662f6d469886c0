namespace SessionsWidgets;

/// <summary>Where in HTML a place of a template is.</summary>
internal enum HtmlPlace : byte
{
    Text,

    /// <summary>After a <c>&lt;</c> whose meaning the next character decides.</summary>
    Open,
    TagName,

    /// <summary>In a tag, between its attributes.</summary>
    Tag,
    AttributeName,
    AfterAttributeName,
    BeforeValue,
    DoubleQuoted,
    SingleQuoted,
    Unquoted,
    Comment,
    Declaration,

    /// <summary>In an element whose content is no markup.</summary>
    RawText,
}

/// <summary>Elements whose content or attributes are special.</summary>
internal enum HtmlElement : byte
{
    Other,
    Script,
    Style,
    Textarea,
    Title,
    Plain,

    /// <summary>Loads what its URL names into the page, so that the URL may not come from data.</summary>
    Loader,
}

/// <summary>What an attribute may hold.</summary>
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
    public HtmlPlace Place { get; set; }

    public HtmlElement Element { get; set; }

    /// <summary>The name of an element of plain text, for its end.</summary>
    public string? ElementName { get; set; }

    public bool IsEndTag { get; set; }

    public AttributeKind Attribute { get; set; }

    /// <summary>The name of an attribute that may hold no output, for the error.</summary>
    public string? AttributeName { get; set; }

    public UrlPart Url { get; set; }

    /// <summary>A name or an unquoted value ended with the piece before: what follows must be set off from it.</summary>
    public bool NeedsSeparator { get; set; }

    /// <summary>Whether the script that is open, or about to be, holds JSON.</summary>
    public bool IsJson { get; set; }

    /// <summary>Whether the script has a type: of several the first counts.</summary>
    public bool HasType { get; set; }

    /// <summary>The name of the tag that is open, when it decides about foreign content.</summary>
    public string? ForeignTag { get; set; }

    /// <summary>A slash was the last character of the tag.</summary>
    public bool IsSelfClosing { get; set; }

    /// <summary>
    /// The elements of SVG and MathML that are open, outermost first, each with a slash before it. There, markup is read
    /// by other rules.
    /// </summary>
    public string? Foreign { get; set; }

    public bool InJsonString { get; set; }

    /// <summary>The text is encoded where it is written later, so that here it is left as it is.</summary>
    public bool IsPlain { get; set; }

    /// <summary>What stands for the elements that a capture may be written into.</summary>
    public const string InCapture = "/capture";

    /// <summary>Whether two pieces that end so can go on in the same way.</summary>
    public readonly bool CanJoin(in HtmlState other) =>
        (this with { Url = default, NeedsSeparator = false }) == (other with { Url = default, NeedsSeparator = false });

    public readonly HtmlState Join(in HtmlState other) => this with
    {
        Url = Url == other.Url ? Url : UrlPart.Unknown,
        NeedsSeparator = NeedsSeparator || other.NeedsSeparator,
    };

    /// <summary>The place in words, for errors.</summary>
    public readonly string Describe() => Place switch
    {
        HtmlPlace.Text => Foreign is null or InCapture ? "text" : $"<{Foreign[(Foreign.LastIndexOf('/') + 1)..]}>",
        HtmlPlace.Open or HtmlPlace.TagName => "the name of a tag",
        HtmlPlace.Tag => "a tag, outside its attributes' values",
        HtmlPlace.AttributeName or HtmlPlace.AfterAttributeName => "the name of an attribute",
        HtmlPlace.BeforeValue or HtmlPlace.Unquoted => "an attribute's value without quotes",
        HtmlPlace.DoubleQuoted or HtmlPlace.SingleQuoted => "an attribute's value",
        HtmlPlace.Comment => "an HTML comment",
        HtmlPlace.Declaration => "a declaration",
        _ => Element switch
        {
            HtmlElement.Script => IsJson ? "JSON" : "a script",
            HtmlElement.Style => "a style sheet",
            _ => "an element whose content is no markup",
        },
    };
}
