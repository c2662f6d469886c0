namespace SessionsWidgets.Cli.Build.Html;

/// <summary>
/// The open elements at a position, with HTML's implied end tags, to detect tags in paragraphs or loose in tables. Not a full tree: on
/// badly broken pages, a warning may be missing.
/// </summary>
internal sealed class OpenElements
{
    /// <summary>Start tags that close an open element: which, what they close, and the elements that stop the search.</summary>
    private static readonly (ElementTraits Names, ElementTraits Closed, ElementTraits Within)[] Siblings =
    [
        (ElementTraits.ListItem, ElementTraits.ListItem, ElementTraits.List | ElementTraits.Table),
        (ElementTraits.Term, ElementTraits.Term, ElementTraits.TermList | ElementTraits.Table),
        (ElementTraits.TableCell, ElementTraits.TableCell, ElementTraits.Table),
        (ElementTraits.Row, ElementTraits.Caption | ElementTraits.ColumnGroup | ElementTraits.Row, ElementTraits.Table),
        (ElementTraits.RowGroup, ElementTraits.Caption | ElementTraits.ColumnGroup | ElementTraits.RowGroup, ElementTraits.Table),
        (ElementTraits.ColumnGroup, ElementTraits.Caption | ElementTraits.ColumnGroup, ElementTraits.Table),
        (ElementTraits.Option, ElementTraits.Option, ElementTraits.DataList | ElementTraits.OptionGroup | ElementTraits.Select),
        (ElementTraits.OptionGroup, ElementTraits.OptionGroup | ElementTraits.Option, ElementTraits.Select),
    ];

    private TagToken[] _open = new TagToken[16];
    private bool _headIsOver;

    /// <summary>The number of open elements.</summary>
    public int Count { get; private set; }

    /// <summary>The innermost open element.</summary>
    public TagToken Innermost => _open[Count - 1];

    public bool InHead => Count > 0 && _open[Count - 1].Name == TagName.Head;

    public bool InParagraph => Find(0, ElementTraits.Paragraph, ElementTraits.ScopesParagraph) >= 0;

    /// <summary>Whether the position is in a table but in none of its cells.</summary>
    public bool InTableStructure
    {
        get
        {
            for (var i = Count - 1; i >= 0; i--)
            {
                if (_open[i].Is(ElementTraits.Cell)) return false;
                if (_open[i].Is(ElementTraits.TableStructure)) return true;
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
    public TagToken? Find(ElementTraits traits) => Find(0, traits, ElementTraits.None) is var index and >= 0 ? _open[index] : null;

    /// <summary>Opens an element, unless it is void. Elements below the floor stay open.</summary>
    public void Open(in TagToken start, int floor)
    {
        if (!start.Is(ElementTraits.HeadContent))
        {
            if (InHead) Count--;
            _headIsOver = true;
        }

        if (IsIgnored(start)) return;
        if (start.Is(ElementTraits.EndsParagraph)) CutFrom(Find(floor, ElementTraits.Paragraph, ElementTraits.ScopesParagraph));
        if (start.Is(ElementTraits.EndsSibling)) CloseSibling(start, floor);
        if (start.Is(ElementTraits.Anchor)) CloseLink(floor);
        else if (start.Is(ElementTraits.Heading)) CloseHeading(floor);
        if (start.Is(ElementTraits.Void)) return;
        if (Count == _open.Length) Array.Resize(ref _open, Count * 2);
        _open[Count++] = start;
    }

    /// <summary>Whether a start tag is ignored: html and body, a second head, a table's part outside a table.</summary>
    private bool IsIgnored(in TagToken start) =>
        start.Is(ElementTraits.WholePage)
            || (start.Name == TagName.Head && _headIsOver)
            || (start.Is(ElementTraits.TablePart) && Find(0, ElementTraits.Table, ElementTraits.None) < 0);

    /// <summary>Closes the element of an end tag and those in it, if it is open.</summary>
    public void Close(in TagToken end)
    {
        var scope = end.Is(ElementTraits.TableStructure | ElementTraits.Cell) ? ElementTraits.None : ElementTraits.ScopesParagraph;
        // The end tag of any heading ends the heading.
        CutFrom(end.Is(ElementTraits.Heading) ? Find(0, ElementTraits.Heading, scope) : Find(end.Name, scope));
    }

    /// <summary>Closes the element of an end tag above the floor, and elements in it with optional end tags.</summary>
    /// <returns>Whether there were no other elements in between.</returns>
    public bool CloseStrictly(in TagToken end, int floor)
    {
        for (var i = Count - 1; i >= floor; i--)
        {
            if (_open[i].Name == end.Name)
            {
                CutFrom(i);
                return true;
            }

            if (!_open[i].Is(ElementTraits.OptionalEnd)) return false;
        }

        // These end tags create an element if none is open.
        return end.Name == TagName.Br || (end.Is(ElementTraits.Paragraph) && !InParagraph);
    }

    public void CutTo(int count) => Count = count;

    private void CloseSibling(in TagToken start, int floor)
    {
        foreach (var (names, closed, within) in Siblings)
        {
            if (start.Is(names)) CutFrom(Find(floor, closed, within));
        }
    }

    /// <summary>A link ends where another one begins; elements in it stay open.</summary>
    private void CloseLink(int floor)
    {
        var index = Find(floor, ElementTraits.Anchor, ElementTraits.ScopesParagraph);
        if (index < 0) return;
        Array.Copy(_open, index + 1, _open, index, Count - index - 1);
        Count--;
    }

    /// <summary>A heading ends where another one begins right in it.</summary>
    private void CloseHeading(int floor)
    {
        if (Count > floor && Innermost.Is(ElementTraits.Heading)) Count--;
    }

    private void CutFrom(int index)
    {
        if (index >= 0) CutTo(index);
    }

    private int Find(ulong name, ElementTraits within)
    {
        for (var i = Count - 1; i >= 0; i--)
        {
            if (_open[i].Name == name) return i;
            if (_open[i].Is(within)) return -1;
        }

        return -1;
    }

    private int Find(int floor, ElementTraits traits, ElementTraits within)
    {
        for (var i = Count - 1; i >= floor; i--)
        {
            if (_open[i].Is(traits)) return i;
            if (_open[i].Is(within)) return -1;
        }

        return -1;
    }
}
