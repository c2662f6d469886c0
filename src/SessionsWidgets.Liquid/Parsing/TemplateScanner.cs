namespace SessionsWidgets.Liquid;

internal enum MarkupKind : byte
{
    End,
    Text,
    Output,
    Tag,
}

/// <summary>A piece of a template: text, output or a tag, with the places of its parts in the source.</summary>
internal struct Markup
{
    public MarkupKind Kind;

    /// <summary>Where the piece begins, delimiter included.</summary>
    public int Start;

    /// <summary>Where a tag's name is.</summary>
    public int NameStart;
    public int NameEnd;

    /// <summary>The text itself, or what is between the delimiters, after the name in a tag.</summary>
    public int ContentStart;
    public int ContentEnd;
}

/// <summary>
/// Cuts a source into text, outputs and tags, with white space control applied; or, for the <c>liquid</c> tag, a
/// region of it into tags, one a line.
/// </summary>
internal sealed class TemplateScanner
{
    private readonly string _text;
    private readonly int _end;
    private int _position;
    private bool _trimNext;

    public TemplateScanner(string text, int start, int end, bool isLines)
    {
        _text = text;
        _position = start;
        _end = end;
        IsLines = isLines;
    }

    /// <summary>Whether this reads the lines of a <c>liquid</c> tag.</summary>
    public bool IsLines { get; }

    public int Position => _position;

    public int End => _end;

    /// <summary>The next piece.</summary>
    /// <exception cref="UnterminatedMarkupException">A delimiter is missing; the scanner goes on after what was read.</exception>
    public Markup Next()
    {
        if (IsLines) return NextLine();
        while (_position < _end)
        {
            var open = FindOpen(_position);
            if (open == _position) return ReadMarkup(open);
            var markup = ReadText(open);
            if (markup.ContentEnd > markup.ContentStart) return markup;
        }

        return new Markup { Kind = MarkupKind.End, Start = _end };
    }

    /// <summary>Goes on after the tag that an output without an end ran into, which is part of that output.</summary>
    public void SkipSwallowedTag()
    {
        var close = _text.AsSpan(_position, _end - _position).IndexOf("%}");
        _position = close < 0 ? _end : _position + close + 2;
    }

    /// <summary>Goes on at a position, as a tag does that reads its own body.</summary>
    public void Continue(int position, bool trimNext)
    {
        _position = position;
        _trimNext = trimNext;
    }

    private int FindOpen(int from)
    {
        while (true)
        {
            var index = _text.AsSpan(from, _end - from).IndexOf('{');
            if (index < 0) return _end;
            from += index;
            if (from + 1 < _end && _text[from + 1] is '{' or '%') return from;
            from++;
        }
    }

    private Markup ReadText(int open)
    {
        var start = _position;
        var end = open;
        if (_trimNext)
        {
            while (start < end && Characters.IsWhiteSpace(_text[start])) start++;
        }

        if (open + 2 < _end && _text[open + 2] == '-')
        {
            while (end > start && Characters.IsWhiteSpace(_text[end - 1])) end--;
        }

        _trimNext = false;
        _position = open;
        return new Markup { Kind = MarkupKind.Text, Start = start, ContentStart = start, ContentEnd = end };
    }

    private Markup ReadMarkup(int open)
    {
        var isTag = _text[open + 1] == '%';
        var close = isTag ? FindTagClose(open + 2) : FindOutputClose(open);
        var start = open + 2;
        var end = close;
        // One '-' between the delimiters stands for both sides.
        _trimNext = end > start && _text[end - 1] == '-';
        if (start < end && _text[start] == '-') start++;
        if (_trimNext && end > start) end--;
        _position = close + 2;
        return isTag ? Tag(open, start, end) : new Markup { Kind = MarkupKind.Output, Start = open, ContentStart = start, ContentEnd = end };
    }

    private int FindTagClose(int from)
    {
        var index = _text.AsSpan(from, _end - from).IndexOf("%}");
        if (index >= 0) return from + index;
        _position = _end;
        throw new UnterminatedMarkupException("This tag is not closed: '%}' is missing.", from - 2);
    }

    private int FindOutputClose(int open)
    {
        var ranIntoTag = false;
        for (var i = open + 2; i < _end; i++)
        {
            if (_text[i] == '}')
            {
                if (i + 1 < _end && _text[i + 1] == '}') return i;
                _position = i + 1;
                break;
            }

            if (_text[i] == '{' && i + 1 < _end && _text[i + 1] == '%')
            {
                _position = i;
                ranIntoTag = true;
                break;
            }

            if (i == _end - 1) _position = _end;
        }

        if (_position == open) _position = _end;
        throw new UnterminatedMarkupException("This output is not closed: '}}' is missing.", open, ranIntoTag);
    }

    private Markup Tag(int open, int start, int end)
    {
        while (start < end && Characters.IsWhiteSpace(_text[start])) start++;
        var name = start;
        if (start < end && _text[start] == '#') start++;
        else while (start < end && Characters.IsWord(_text[start])) start++;
        return new Markup
        {
            Kind = MarkupKind.Tag, Start = open, NameStart = name, NameEnd = start, ContentStart = start, ContentEnd = end,
        };
    }

    private Markup NextLine()
    {
        while (_position < _end)
        {
            var start = _position;
            var length = _text.AsSpan(start, _end - start).IndexOf('\n');
            var end = length < 0 ? _end : start + length;
            _position = end + 1;
            if (_text.AsSpan(start, end - start).IndexOfAnyExcept(Characters.WhiteSpace) < 0) continue;
            while (Characters.IsWhiteSpace(_text[end - 1])) end--;
            return Tag(start, start, end);
        }

        return new Markup { Kind = MarkupKind.End, Start = _end };
    }
}

/// <summary>A piece of a template has no end.</summary>
internal sealed class UnterminatedMarkupException(string message, int position, bool ranIntoTag = false) : Exception(message)
{
    public int Position => position;

    /// <summary>Whether it is an output that a tag begins in, which the scanner is at.</summary>
    public bool RanIntoTag => ranIntoTag;
}
