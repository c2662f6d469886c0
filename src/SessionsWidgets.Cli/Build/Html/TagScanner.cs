namespace SessionsWidgets.Cli.Build.Html;

/// <summary>Finds tags as the HTML standard's tokenizer does outside foreign content. Skips comments, declarations and raw text.</summary>
internal ref struct TagScanner(ReadOnlySpan<byte> page)
{
    private readonly ReadOnlySpan<byte> _page = page;
    private int _position;

    public TagToken Current { get; private set; }

    public bool MoveNext()
    {
        while (true)
        {
            var offset = _position < _page.Length ? _page[_position..].IndexOf((byte)'<') : -1;
            var start = _position + offset;
            if (offset < 0 || start + 1 >= _page.Length) return false;
            var next = _page[start + 1];
            if (char.IsAsciiLetter((char)next)) return ReadTag(start, start + 1, isEndTag: false);
            switch (next)
            {
                case (byte)'/' when start + 2 < _page.Length && char.IsAsciiLetter((char)_page[start + 2]):
                    return ReadTag(start, start + 2, isEndTag: true);
                case (byte)'!' when _page[start..].StartsWith("<!--"u8):
                    _position = CommentEnd(_page, start + 4);
                    break;
                case (byte)'!' or (byte)'?' or (byte)'/':
                    // A declaration, or what the standard calls a bogus comment.
                    var end = _page[(start + 2)..].IndexOf((byte)'>');
                    _position = end < 0 ? _page.Length : start + 2 + end + 1;
                    break;
                default:
                    _position = start + 1;
                    break;
            }
        }
    }

    /// <summary>Gets the position after the comment whose content starts at <paramref name="content"/>.</summary>
    public static int CommentEnd(ReadOnlySpan<byte> page, int content)
    {
        var rest = page[content..];
        if (rest.StartsWith(">"u8)) return content + 1;
        if (rest.StartsWith("->"u8)) return content + 2;
        for (var i = content; ; i += 2)
        {
            var offset = page[i..].IndexOf("--"u8);
            if (offset < 0) return page.Length;
            i += offset;
            rest = page[(i + 2)..];
            if (rest.StartsWith(">"u8)) return i + 3;
            if (rest.StartsWith("!>"u8)) return i + 4;
            // "--->" also ends a comment: search again from the second dash.
            if (rest.StartsWith("-"u8)) i--;
        }
    }

    private bool ReadTag(int start, int name, bool isEndTag)
    {
        var hash = TagName.Read(_page, name, out var i);
        var (end, isClosed) = i < _page.Length && _page[i] == '>' ? (i + 1, false) : SkipAttributes(i);
        // A tag cut off by the end of the page is ignored.
        if (end < 0)
        {
            _position = _page.Length;
            return false;
        }

        Current = new TagToken(hash, start, end, isEndTag, isClosed);
        _position = !isEndTag && Current.Is(ElementTraits.RawText) ? RawText.FindEnd(_page, Current) : end;
        return true;
    }

    private readonly (int End, bool IsClosed) SkipAttributes(int position)
    {
        var attributes = new AttributeReader(_page, position);
        while (attributes.MoveNext())
        {
        }

        return (attributes.TagEnd, attributes.IsClosed);
    }
}
