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

    /// <summary>Whether the element of that start tag is open.</summary>
    public bool Contains(TagToken start)
    {
        for (var i = Count - 1; i >= 0; i--)
        {
            if (_open[i].Start == start.Start) return true;
        }

        return false;
    }

    /// <summary>Gets the innermost open element of some; null if none is open.</summary>
    public TagToken? Find(NameSet names) => FindAny(0, names, Nothing) is var index and >= 0 ? _open[index] : null;

    /// <summary>Opens an element, unless it is void. Elements below the floor stay open.</summary>
    public void Open(TagToken start, int floor)
    {
        if (!HeadContent.Contains(start.Name))
        {
            if (InHead) Count--;
            _headIsOver = true;
        }

        if (IsIgnored(start.Name)) return;
        if (HtmlElements.EndParagraph.Contains(start.Name)) CutFrom(Find(floor, TagName.Paragraph, ParagraphScope));
        if (WithSiblings.Contains(start.Name)) CloseSibling(start.Name, floor);
        if (start.Name == TagName.Anchor) CloseLink(floor);
        else if (HtmlElements.Headings.Contains(start.Name)) CloseHeading(floor);
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
        // The end tag of any heading ends the heading.
        CutFrom(HtmlElements.Headings.Contains(name) ? FindAny(0, HtmlElements.Headings, scope) : Find(0, name, scope));
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

    /// <summary>A link ends where another one begins; elements in it stay open.</summary>
    private void CloseLink(int floor)
    {
        var index = FindAny(floor, HtmlElements.Links, ParagraphScope);
        if (index < 0) return;
        Array.Copy(_open, index + 1, _open, index, Count - index - 1);
        Count--;
    }

    /// <summary>A heading ends where another one begins right in it.</summary>
    private void CloseHeading(int floor)
    {
        if (Count > floor && HtmlElements.Headings.Contains(Innermost.Name)) Count--;
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
