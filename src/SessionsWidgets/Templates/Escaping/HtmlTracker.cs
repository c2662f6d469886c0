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

    private HtmlState _state = state;

    public readonly HtmlState State => _state;

    /// <summary>What is wrong with the text, and where in it; null when nothing is.</summary>
    public string? Problem { get; private set; }

    public int ProblemAt { get; private set; }

    public void Feed(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && Problem is null)
        {
            at = _state.Place switch
            {
                HtmlPlace.Text => Text(text, at),
                HtmlPlace.Open => Open(text, at),
                HtmlPlace.TagName => TagName(text, at),
                HtmlPlace.Tag => Tag(text, at),
                HtmlPlace.AttributeName => AttributeName(text, at),
                HtmlPlace.AfterAttributeName => AfterAttributeName(text, at),
                HtmlPlace.BeforeValue => BeforeValue(text, at),
                HtmlPlace.DoubleQuoted => Value(text, at, '"'),
                HtmlPlace.SingleQuoted => Value(text, at, '\''),
                HtmlPlace.Unquoted => Unquoted(text, at),
                HtmlPlace.Comment => Comment(text, at),
                HtmlPlace.Declaration => Until(text, at, ">"),
                _ => RawText(text, at),
            };
        }

        if (Problem is null) EndPiece(text);
    }

    private void EndPiece(ReadOnlySpan<char> text)
    {
        switch (_state.Place)
        {
            case HtmlPlace.Open:
                Fail("Write a tag's '<' and its name in one piece.", text.Length - 1);
                break;
            case HtmlPlace.TagName or HtmlPlace.AttributeName or HtmlPlace.Unquoted:
                BackToTag();
                _state.NeedsSeparator = true;
                break;
            case HtmlPlace.AfterAttributeName:
                BackToTag();
                break;
            case HtmlPlace.Comment when text[^1] == '-' || text.EndsWith("--!"):
                Fail("Write the end of a comment in one piece.", text.Length - 1);
                break;
            case HtmlPlace.RawText when EndsWithPartOf(text, RawEnd()):
                Fail("Write an end tag in one piece.", text.Length - 1);
                break;
            case HtmlPlace.RawText when _state.Element == HtmlElement.Script && EndsWithPartOf(text, CommentStart):
                Fail("Write no '<!--' in a script.", text.Length - 1);
                break;
        }
    }

    private int Text(ReadOnlySpan<char> text, int at)
    {
        var open = text[at..].IndexOf('<');
        if (open < 0) return text.Length;
        _state.Place = HtmlPlace.Open;
        return at + open + 1;
    }

    private int Open(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        _state.IsEndTag = false;
        if (char.IsAsciiLetter(c))
        {
            _state.Place = HtmlPlace.TagName;
            return at;
        }

        if (c == '/' && at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]))
        {
            _state.Place = HtmlPlace.TagName;
            _state.IsEndTag = true;
            return at + 1;
        }

        if (c == '/' && at + 1 == text.Length) return Fail("Write a tag's '</' and its name in one piece.", at);
        if (c == '!' && text[at..].StartsWith("!--"))
        {
            // A browser takes <!--> and <!---> for whole comments.
            _state.Place = HtmlPlace.Comment;
            var rest = text[(at + 3)..];
            if (!rest.StartsWith(">") && !rest.StartsWith("->")) return at + 3;
            return Fail("Write a comment as <!-- … -->.", at);
        }

        if (c == '!' && text.Length - at < 3) return Fail("Write the start of a comment in one piece.", at);
        if (text[at..].StartsWith("![CDATA[")) return Fail("Write text instead of a CDATA section: it ends in different places for different browsers.", at);
        _state.Place = c is '!' or '?' or '/' ? HtmlPlace.Declaration : HtmlPlace.Text;
        return at;
    }

    private int Comment(ReadOnlySpan<char> text, int at)
    {
        var end = text[at..].IndexOf("-->");
        var wrong = text.Slice(at, end < 0 ? text.Length - at : end).IndexOf("--!>");
        if (wrong >= 0) return Fail("Write the end of a comment as -->.", at + wrong);
        return Until(text, at, "-->");
    }

    private int Until(ReadOnlySpan<char> text, int at, string end)
    {
        var found = text[at..].IndexOf(end);
        if (found < 0) return text.Length;
        _state = new HtmlState { Foreign = _state.Foreign };
        return at + found + end.Length;
    }

    private static bool IsWhiteSpace(char c) => WhiteSpace.Contains(c, StringComparison.Ordinal);

    private static bool EndsWithPartOf(ReadOnlySpan<char> text, string end)
    {
        for (var length = Math.Min(end.Length, text.Length); length > 0; length--)
        {
            if (text[^length..].Equals(end.AsSpan(0, length), StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private int Fail(string problem, int at)
    {
        Problem = problem;
        ProblemAt = at;
        return at;
    }
}
