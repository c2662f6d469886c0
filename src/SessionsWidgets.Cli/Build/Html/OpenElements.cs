namespace SessionsWidgets.Cli.Build.Html;

/// <summary>
/// The open elements at a position, with HTML's implied end tags, to detect tags in paragraphs or loose in tables. Not a full tree: on
/// badly broken pages, a warning may be missing.
/// </summary>
internal sealed class OpenElements
{
    private static readonly NameSet Void =
        new("area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr");

    private static readonly NameSet HeadContent =
        new("base basefont bgsound head html link meta noframes noscript script style template title");

    private static readonly NameSet CloseParagraph = new(
        "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 "
        + "h6 header hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul xmp");

    private static readonly NameSet ParagraphScope = new("applet button caption marquee object table td template th");
    private static readonly NameSet Cells = new("caption td th");
    private static readonly NameSet TableStructure = new("colgroup table tbody tfoot thead tr");
    private static readonly NameSet TableParts = new("caption col colgroup tbody td tfoot th thead tr");
    private static readonly NameSet WholePage = new("body html");

    private static readonly NameSet Nothing = new("-");

    /// <summary>Start tags that close an open element: which, what they close, and the elements that stop the search.</summary>
    private static readonly (NameSet Names, NameSet Closed, NameSet Within)[] Siblings =
    [
        (new("li"), new("li"), new("dir menu ol table ul")),
        (new("dd dt"), new("dd dt"), new("dl table")),
        (new("td th"), new("td th"), new("table")),
        (new("tr"), new("caption colgroup tr"), new("table")),
        (new("tbody tfoot thead"), new("caption colgroup tbody tfoot thead"), new("table")),
        (new("colgroup"), new("caption colgroup"), new("table")),
        (new("option"), new("option"), new("datalist optgroup select")),
        (new("optgroup"), new("optgroup option"), new("select")),
    ];

    private static readonly NameSet WithSiblings = new("colgroup dd dt li optgroup option tbody td tfoot th thead tr");

    /// <summary>Elements whose end tag is optional when their parent ends.</summary>
    private static readonly NameSet OptionalEnd =
        new("caption colgroup dd dt li optgroup option p rp rt tbody td tfoot th thead tr");

    private TagToken[] _open = new TagToken[64];
    private bool _headIsOver;

    /// <summary>The number of open elements.</summary>
    public int Count { get; private set; }

    /// <summary>The innermost open element.</summary>
    public TagToken Innermost => _open[Count - 1];

    public bool InHead => Count > 0 && _open[Count - 1].Name == TagName.Head;

    public bool InParagraph => Find(0, TagName.Paragraph, ParagraphScope) >= 0;

    /// <summary>Whether the position is in a table but in none of its cells.</summary>
    public bool InTableStructure
    {
        get
        {
            for (var i = Count - 1; i >= 0; i--)
            {
                if (Cells.Contains(_open[i].Name)) return false;
                if (TableStructure.Contains(_open[i].Name)) return true;
            }

            return false;
        }
    }

    /// <summary>Opens an element, unless it is void. Elements below the floor stay open.</summary>
    public void Open(TagToken start, int floor)
    {
        if (!HeadContent.Contains(start.Name))
        {
            if (InHead) Count--;
            _headIsOver = true;
        }

        if (IsIgnored(start.Name)) return;
        if (CloseParagraph.Contains(start.Name)) CutFrom(Find(floor, TagName.Paragraph, ParagraphScope));
        if (WithSiblings.Contains(start.Name)) CloseSibling(start.Name, floor);
        if (Void.Contains(start.Name)) return;
        if (Count == _open.Length) Array.Resize(ref _open, Count * 2);
        _open[Count++] = start;
    }

    /// <summary>Whether a start tag is ignored: html and body, a second head, a table's part outside a table.</summary>
    private bool IsIgnored(ulong name) =>
        WholePage.Contains(name)
            || (name == TagName.Head && _headIsOver)
            || (TableParts.Contains(name) && Find(0, TagName.Table, Nothing) < 0);

    /// <summary>Closes the element of that name and those in it, if it is open.</summary>
    public void Close(ulong name)
    {
        var scope = TableStructure.Contains(name) || Cells.Contains(name) ? Nothing : ParagraphScope;
        CutFrom(Find(0, name, scope));
    }

    /// <summary>Closes the element of that name above the floor, and elements in it with optional end tags.</summary>
    /// <returns>Whether there were no other elements in between.</returns>
    public bool CloseStrictly(ulong name, int floor)
    {
        for (var i = Count - 1; i >= floor; i--)
        {
            if (_open[i].Name == name)
            {
                CutFrom(i);
                return true;
            }

            if (!OptionalEnd.Contains(_open[i].Name)) return false;
        }

        // These end tags create an element if none is open.
        return name == TagName.Br || (name == TagName.Paragraph && !InParagraph);
    }

    public void CutTo(int count) => Count = count;

    private void CloseSibling(ulong name, int floor)
    {
        foreach (var (names, closed, within) in Siblings)
        {
            if (names.Contains(name)) CutFrom(FindAny(floor, closed, within));
        }
    }

    private void CutFrom(int index)
    {
        if (index >= 0) CutTo(index);
    }

    private int Find(int floor, ulong name, NameSet within)
    {
        for (var i = Count - 1; i >= floor; i--)
        {
            if (_open[i].Name == name) return i;
            if (within.Contains(_open[i].Name)) return -1;
        }

        return -1;
    }

    private int FindAny(int floor, NameSet names, NameSet within)
    {
        for (var i = Count - 1; i >= floor; i--)
        {
            if (names.Contains(_open[i].Name)) return i;
            if (within.Contains(_open[i].Name)) return -1;
        }

        return -1;
    }
}
