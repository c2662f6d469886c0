namespace SessionsWidgets;

/// <summary>
/// Follows the static text of a template as a browser's tokenizer would, piece by piece. Names and delimiters must
/// stand in one piece, so that what a tag of the template puts between them can never change their meaning.
/// </summary>
internal partial struct HtmlTracker(HtmlState state)
{
    /// <summary>White space as HTML has it, which is less than elsewhere.</summary>
    public const string WhiteSpace = " \t\r\n\f";

    private const string CommentStart = "<!--";
    private const string CommentForm = "Write a comment as <!-- … -->, the start and the end of a comment in one piece each.";

    private HtmlState _state = state;

    public readonly HtmlState State => _state;

    /// <summary>The error in the text and its position; null if there is none.</summary>
    public (string Message, int At)? Problem { get; private set; }

    public void Feed(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && Problem is null)
        {
            at = _state.Place switch
            {
                HtmlPlace.Text => Text(text, at),
                HtmlPlace.Tag => Tag(text, at),
                HtmlPlace.BeforeValue => BeforeValue(text, at),
                HtmlPlace.DoubleQuoted => Value(text, at, '"'),
                HtmlPlace.SingleQuoted => Value(text, at, '\''),
                HtmlPlace.Comment => Comment(text, at),
                HtmlPlace.Declaration => Until(text, at, ">"),
                _ => RawText(text, at),
            };
        }
    }

    private int Text(ReadOnlySpan<char> text, int at)
    {
        var open = text[at..].IndexOf('<');
        if (open < 0) return text.Length;
        at += open + 1;
        var rest = text[at..];
        if (rest is "" or "/") return Fail("Write a tag's '<' and its name in one piece.", at - 1);
        var isEnd = rest[0] == '/';
        var nameAt = isEnd ? 1 : 0;
        if (char.IsAsciiLetter(rest[nameAt])) return TagName(text, at + nameAt, isEnd);
        if (rest[0] is not ('!' or '?' or '/')) return at;
        if (rest is "!" or "!-") return Fail("Write the start of a comment in one piece.", at);
        if (rest.StartsWith("![")) return Fail("Write text instead of a CDATA section: browsers do not agree where it ends.", at);
        _state.Place = HtmlPlace.Declaration;
        if (!rest.StartsWith("!--")) return at;

        // A browser takes <!--> and <!---> for whole comments.
        if (rest[3..] is "" or "-" or ['>', ..] or ['-', '>', ..]) return Fail(CommentForm, at);
        _state.Place = HtmlPlace.Comment;
        return at + 3;
    }

    private int Comment(ReadOnlySpan<char> text, int at)
    {
        var end = text[at..].IndexOf("-->");
        var content = end < 0 ? text[at..] : text.Slice(at, end);
        return content.IndexOf("--!") >= 0 || (end < 0 && content[^1] == '-')
            ? Fail(CommentForm, at)
            : Until(text, at, "-->");
    }

    private int Until(ReadOnlySpan<char> text, int at, string end)
    {
        var found = text[at..].IndexOf(end);
        if (found < 0) return text.Length;
        _state.Place = HtmlPlace.Text;
        return at + found + end.Length;
    }

    private int RawText(ReadOnlySpan<char> text, int at)
    {
        var end = "</" + _state.Element;
        var length = text[at..].IndexOf(end, StringComparison.OrdinalIgnoreCase);
        var content = length < 0 ? text[at..] : text.Slice(at, length);
        var isScript = _state.Element == "script";
        if (isScript && content.IndexOf(CommentStart) is >= 0 and var comment) return Fail("Write no '<!--' in a script.", at + comment);
        if (_state.Foreign is not null && content.IndexOf('<') is >= 0 and var open)
            return Fail($"'{_state.Element}' can hold no '<' within <svg>, <math>, <select>, captures and dynamic partials.", at + open);
        if (_state.IsJson && EndsInEscape(content))
            return Fail("Write a backslash and the character after it in one piece.", at + content.Length - 1);
        if (length < 0)
        {
            var last = content.LastIndexOf('<');
            return last >= 0 && (IsStartOf(end, content[last..]) || (isScript && IsStartOf(CommentStart, content[last..])))
                ? Fail("Write an end tag in one piece, and no '<!--' in a script.", at + last)
                : text.Length;
        }

        at += length + end.Length;
        if (at == text.Length || !TagNameEnds.Contains(text[at]))
            return Fail($"'<{_state.Element}>' ends in '{end}>': write that in one piece, and no other '{end}'.", at - end.Length);
        _state = new HtmlState { Place = HtmlPlace.Tag, Foreign = _state.Foreign };
        return at;
    }

    private bool EndsInEscape(ReadOnlySpan<char> json)
    {
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] == '"') _state.InJsonString = !_state.InJsonString;
            else if (json[i] == '\\' && _state.InJsonString && ++i == json.Length) return true;
        }

        return false;
    }

    private static bool IsStartOf(string whole, ReadOnlySpan<char> start) =>
        whole.AsSpan().StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private int Fail(string problem, int at)
    {
        Problem = (problem, at);
        return at;
    }
}
