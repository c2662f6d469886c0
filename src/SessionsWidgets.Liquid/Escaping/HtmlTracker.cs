using System.Buffers;

namespace SessionsWidgets.Liquid;

/// <summary>
/// Follows the static text of a template as a browser's tokenizer would, piece by piece. Names and delimiters must
/// stand in one piece, so that what a tag of the template puts between them can never change their meaning.
/// </summary>
internal struct HtmlTracker(HtmlState state)
{
    private static readonly SearchValues<char> TagNameEnds = SearchValues.Create(" \t\r\n\f/>");
    private static readonly SearchValues<char> AttributeNameEnds = SearchValues.Create(" \t\r\n\f/>=");
    private static readonly SearchValues<char> UnquotedEnds = SearchValues.Create(" \t\r\n\f>");

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
                HtmlPlace.Comment => Until(text, at, "-->"),
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
            case HtmlPlace.Comment when text[^1] == '-':
                Fail("Write the end of a comment in one piece.", text.Length - 1);
                break;
            case HtmlPlace.RawText when EndsWithPartOf(text, RawEnd()):
                Fail("Write an end tag in one piece.", text.Length - 1);
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
        _state.Place = c is '!' or '?' or '/' ? HtmlPlace.Declaration : HtmlPlace.Text;
        return at;
    }

    private int TagName(ReadOnlySpan<char> text, int at)
    {
        var length = text[at..].IndexOfAny(TagNameEnds);
        if (length < 0) length = text.Length - at;
        var name = text.Slice(at, length);
        _state.Element = _state.IsEndTag ? HtmlElement.Other : HtmlNames.Element(name);
        _state.IsJson = false;
        _state.NeedsSeparator = false;
        _state.ElementName = _state.Element == HtmlElement.Plain ? name.ToString() : null;
        if (at + length < text.Length) _state.Place = HtmlPlace.Tag;
        return at + length;
    }

    private int Tag(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (c == '>')
        {
            _state.NeedsSeparator = false;
            CloseTag();
            return at + 1;
        }

        if (c == '/' || Characters.IsWhiteSpace(c))
        {
            _state.NeedsSeparator = false;
            return at + 1;
        }

        if (_state.NeedsSeparator)
            return Fail("What stands before is set off by no space: a name or a value without quotes must be written in one piece.", at);
        if (c is '=' or '"' or '\'' or '<') return Fail($"A '{c}' cannot start an attribute.", at);
        _state.Place = HtmlPlace.AttributeName;
        return at;
    }

    private void CloseTag()
    {
        var isRaw = !_state.IsEndTag && HtmlNames.IsRawText(_state.Element);
        _state = isRaw
            ? new HtmlState { Place = HtmlPlace.RawText, Element = _state.Element, IsJson = _state.IsJson, ElementName = _state.ElementName }
            : default;
    }

    private int AttributeName(ReadOnlySpan<char> text, int at)
    {
        var length = text[at..].IndexOfAny(AttributeNameEnds);
        if (length < 0) length = text.Length - at;
        var name = text.Slice(at, length);
        if (name.IndexOfAny("\"'<") is >= 0 and var wrong) return Fail($"A '{name[wrong]}' cannot stand in the name of an attribute.", at + wrong);
        _state.Attribute = HtmlNames.Attribute(name, _state.Element);
        _state.AttributeName = _state.Attribute == AttributeKind.Forbidden ? name.ToString() : null;
        _state.Url = UrlPart.Start;
        if (at + length < text.Length) _state.Place = HtmlPlace.AfterAttributeName;
        return at + length;
    }

    private int AfterAttributeName(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && Characters.IsWhiteSpace(text[at])) at++;
        if (at == text.Length) return at;
        if (text[at] == '=')
        {
            _state.Place = HtmlPlace.BeforeValue;
            return at + 1;
        }

        BackToTag();
        return at;
    }

    private int BeforeValue(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && Characters.IsWhiteSpace(text[at])) at++;
        if (at == text.Length) return at;
        _state.Place = text[at] switch
        {
            '"' => HtmlPlace.DoubleQuoted,
            '\'' => HtmlPlace.SingleQuoted,
            '>' => HtmlPlace.Tag,
            _ => HtmlPlace.Unquoted,
        };
        return text[at] is '"' or '\'' ? at + 1 : at;
    }

    private int Value(ReadOnlySpan<char> text, int at, char quote)
    {
        var length = text[at..].IndexOf(quote);
        var value = length < 0 ? text[at..] : text.Slice(at, length);
        if (_state.Attribute is AttributeKind.Url or AttributeKind.UrlList)
        {
            if (UrlTracker.Advance(ref _state, value) is { } problem) return Fail(problem, at);
        }
        else if (_state.Attribute == AttributeKind.ScriptType)
        {
            // A type that is not written as a whole here is taken for one that runs.
            _state.IsJson = length >= 0 && HtmlNames.IsJsonType(value);
        }

        if (length < 0) return text.Length;
        BackToTag();
        return at + length + 1;
    }

    private int Unquoted(ReadOnlySpan<char> text, int at)
    {
        var length = text[at..].IndexOfAny(UnquotedEnds);
        if (length < 0) length = text.Length - at;
        if (_state.Attribute == AttributeKind.ScriptType && at + length < text.Length)
            _state.IsJson = HtmlNames.IsJsonType(text.Slice(at, length));
        if (at + length < text.Length) BackToTag();
        return at + length;
    }

    private void BackToTag()
    {
        _state.Place = HtmlPlace.Tag;
        _state.Attribute = default;
        _state.AttributeName = null;
        _state.Url = default;
    }

    private int Until(ReadOnlySpan<char> text, int at, string end)
    {
        var found = text[at..].IndexOf(end);
        if (found < 0) return text.Length;
        _state = default;
        return at + found + end.Length;
    }

    private int RawText(ReadOnlySpan<char> text, int at)
    {
        var end = RawEnd();
        var found = -1;
        for (var from = at; ; from = found + 1)
        {
            var next = text[from..].IndexOf(end, StringComparison.OrdinalIgnoreCase);
            found = next < 0 ? -1 : from + next;
            if (found < 0 || found + end.Length == text.Length) break;
            if (text[found + end.Length] is '>' or '/' || Characters.IsWhiteSpace(text[found + end.Length])) break;
        }

        if (_state.IsJson) TrackJson(found < 0 ? text[at..] : text[at..found]);
        if (found < 0) return text.Length;
        if (found + end.Length == text.Length) return Fail("Write an end tag in one piece.", found);
        _state = new HtmlState { Place = HtmlPlace.Tag, IsEndTag = true };
        return found + end.Length;
    }

    private void TrackJson(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"') _state.InJsonString = !_state.InJsonString;
            else if (text[i] == '\\' && _state.InJsonString) i++;
        }
    }

    private readonly string RawEnd() => _state.Element switch
    {
        HtmlElement.Script => "</script",
        HtmlElement.Style => "</style",
        HtmlElement.Textarea => "</textarea",
        HtmlElement.Title => "</title",
        _ => "</" + _state.ElementName,
    };

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
