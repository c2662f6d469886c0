namespace SessionsWidgets.Cli.Build.Html;

/// <summary>What the HTML standard says of an element by its name: the groups that decide what its tags open and close.</summary>
[Flags]
internal enum ElementTraits : uint
{
    /// <summary>Not an element of HTML.</summary>
    None = 0,

    /// <summary>An element of HTML, obsolete ones included.</summary>
    Known = 1 << 0,

    /// <summary>Has no content and no end tag.</summary>
    Void = 1 << 1,

    /// <summary>Does not end the head.</summary>
    HeadContent = 1 << 2,

    /// <summary>html and body, whose start tags open nothing.</summary>
    WholePage = 1 << 3,

    /// <summary>Its content is text up to its end tag; for noscript as in browsers with scripts.</summary>
    RawText = 1 << 4,

    /// <summary>What follows cannot be read without a tree.</summary>
    NeedsTree = 1 << 5,

    /// <summary>Ends an open paragraph where it begins.</summary>
    EndsParagraph = 1 << 6,

    /// <summary>A paragraph outside it is not ended from within.</summary>
    ScopesParagraph = 1 << 7,

    Heading = 1 << 8,
    Landmark = 1 << 9,
    Paragraph = 1 << 10,
    Anchor = 1 << 11,
    Button = 1 << 12,
    ListItem = 1 << 13,
    List = 1 << 14,
    Term = 1 << 15,
    TermList = 1 << 16,
    Ruby = 1 << 17,
    Option = 1 << 18,
    OptionGroup = 1 << 19,
    Select = 1 << 20,
    DataList = 1 << 21,
    Table = 1 << 22,
    Caption = 1 << 23,
    Column = 1 << 24,
    ColumnGroup = 1 << 25,
    RowGroup = 1 << 26,
    Row = 1 << 27,
    TableCell = 1 << 28,

    /// <summary>Where a table holds content of the page.</summary>
    Cell = Caption | TableCell,

    /// <summary>Where a table holds none.</summary>
    TableStructure = Table | ColumnGroup | RowGroup | Row,

    /// <summary>Stands in tables alone.</summary>
    TablePart = Caption | Column | ColumnGroup | RowGroup | Row | TableCell,

    /// <summary>Its end tag is optional when its parent ends.</summary>
    OptionalEnd = Paragraph | ListItem | Term | Ruby | Option | OptionGroup | Caption | ColumnGroup | RowGroup | Row | TableCell,

    /// <summary>Its start tag ends an element like it.</summary>
    EndsSibling = ListItem | Term | Option | OptionGroup | ColumnGroup | RowGroup | Row | TableCell,
}
