namespace SessionsWidgets;

/// <summary>How an output is encoded, decided when the template is compiled by the place where it stands.</summary>
internal enum EscapeKind : byte
{
    /// <summary>As it is: text that is encoded where it is written later.</summary>
    None,

    /// <summary>HTML text; values that are HTML already are written as they are.</summary>
    Html,

    /// <summary>A quoted attribute; HTML loses its quotes and brackets, never its entities.</summary>
    Attribute,

    /// <summary>The start of a URL: a whole URL, checked.</summary>
    Url,

    /// <summary>What follows a path that is known: percent-encoded, separators kept.</summary>
    UrlPath,

    /// <summary>A part of a URL that cannot hold separators: percent-encoded in full.</summary>
    UrlComponent,

    /// <summary>A whole URL in a list of image candidates.</summary>
    UrlInList,

    /// <summary>A JSON value.</summary>
    JsonValue,

    /// <summary>The inside of a JSON string.</summary>
    JsonString,

    /// <summary>What <c>raw</c> lets through: as it is, whatever the place; what <c>escape</c> encoded stays encoded.</summary>
    Raw,
}
