using System.Buffers;

namespace SessionsWidgets.Liquid;

/// <summary>
/// Follows the static text of a template as a browser's tokenizer would, piece by piece. Names and delimiters must
/// stand in one piece, so that what a tag of the template puts between them can never change their meaning.
/// </summary>
internal struct HtmlTracker(HtmlState state)
{
    /// <summary>White space as HTML has it, which is less than elsewhere.</summary>
    public const string WhiteSpace = " \t\r\n\f";

    private static readonly SearchValues<char> TagNameEnds = SearchValues.Create(" \t\r\n\f/>");
    private static readonly SearchValues<char> AttributeNameEnds = SearchValues.Create(" \t\r\n\f/>=");
    private static readonly SearchValues<char> UnquotedEnds = SearchValues.Create(" \t\r\n\f>");

    private const string CommentStart = "<!--";
    private const int MaxForeign = 200;

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

    private int TagName(ReadOnlySpan<char> text, int at)
    {
        var length = text[at..].IndexOfAny(TagNameEnds);
        if (length < 0) length = text.Length - at;
        var name = text.Slice(at, length);
        _state.Element = _state.IsEndTag ? HtmlElement.Other : HtmlNames.Element(name);
        _state.IsJson = _state.HasType = _state.IsSelfClosing = _state.NeedsSeparator = false;
        _state.ForeignTag = HtmlNames.ForeignElement(name, _state.Foreign is not null);
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
            return CloseTag() is { } problem ? Fail(problem, at) : at + 1;
        }

        _state.IsSelfClosing = c == '/';
        if (c == '/' || IsWhiteSpace(c))
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

    private string? CloseTag()
    {
        var isRaw = !_state.IsEndTag && HtmlNames.IsRawText(_state.Element);
        var foreign = ForeignAfterTag(out var problem);
        _state = isRaw
            ? new HtmlState { Place = HtmlPlace.RawText, Element = _state.Element, IsJson = _state.IsJson, ElementName = _state.ElementName }
            : default;
        _state.Foreign = foreign;
        return problem;
    }

    private readonly string? ForeignAfterTag(out string? problem)
    {
        problem = null;
        var foreign = _state.Foreign;
        if (_state.ForeignTag is not { } name) return foreign;
        if (!_state.IsEndTag)
        {
            if (foreign?.Length > MaxForeign) problem = "Elements within <svg> and <math> are nested too deeply.";
            return _state.IsSelfClosing ? foreign : $"{foreign}/{name}";
        }

        if (foreign is not null && foreign.EndsWith("/" + name, StringComparison.Ordinal)) return foreign.Length == name.Length + 1 ? null : foreign[..^(name.Length + 1)];
        problem = $"'</{name}>' does not close what was opened last within <svg> or <math>, or not in this part of the template.";
        return foreign;
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
        while (at < text.Length && IsWhiteSpace(text[at])) at++;
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
        while (at < text.Length && IsWhiteSpace(text[at])) at++;
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
            SetType(length >= 0 && HtmlNames.IsJsonType(value));
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
            SetType(HtmlNames.IsJsonType(text.Slice(at, length)));
        if (at + length < text.Length) BackToTag();
        return at + length;
    }

    private void SetType(bool isJson)
    {
        if (!_state.HasType) _state.IsJson = isJson;
        _state.HasType = true;
    }

    private void BackToTag()
    {
        _state.Place = HtmlPlace.Tag;
        _state.Attribute = default;
        _state.AttributeName = null;
        _state.Url = default;
    }

    private int Comment(ReadOnlySpan<char> text, int at)
    {
        var wrong = text[at..].IndexOf("--!>");
        var end = text[at..].IndexOf("-->");
        if (wrong >= 0 && (end < 0 || wrong < end)) return Fail("Write the end of a comment as -->.", at + wrong);
        return Until(text, at, "-->");
    }

    private int Until(ReadOnlySpan<char> text, int at, string end)
    {
        var found = text[at..].IndexOf(end);
        if (found < 0) return text.Length;
        _state = new HtmlState { Foreign = _state.Foreign };
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
            if (text[found + end.Length] is '>' or '/' || IsWhiteSpace(text[found + end.Length])) break;
        }

        var content = found < 0 ? text[at..] : text[at..found];
        if (ProblemOf(content) is { } problem) return Fail(problem, at + content.IndexOf('<'));
        if (_state.IsJson && !TrackJson(content) && found < 0) return Fail("Write a backslash and the character after it in one piece.", text.Length - 1);
        if (found < 0) return text.Length;
        if (found + end.Length == text.Length) return Fail("Write an end tag in one piece.", found);
        _state = new HtmlState { Place = HtmlPlace.Tag, IsEndTag = true, Foreign = _state.Foreign };
        return found + end.Length;
    }

    /// <summary>What cannot stand in the text of an element whose content is no markup, as browsers do not agree about it.</summary>
    private readonly string? ProblemOf(ReadOnlySpan<char> content)
    {
        if (_state.Element == HtmlElement.Script && content.IndexOf(CommentStart) >= 0) return "Write no '<!--' in a script.";
        return _state.Foreign is not null && content.Contains('<')
            ? $"Within <svg>, <math>, captures and partials named at render time, '{RawEnd()[2..]}' can hold no '<': there its content may be read as markup."
            : null;
    }

    /// <returns>False when the text ends within an escape.</returns>
    private bool TrackJson(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"') _state.InJsonString = !_state.InJsonString;
            else if (text[i] == '\\' && _state.InJsonString && ++i == text.Length) return false;
        }

        return true;
    }

    private readonly string RawEnd() => _state.Element switch
    {
        HtmlElement.Script => "</script",
        HtmlElement.Style => "</style",
        HtmlElement.Textarea => "</textarea",
        HtmlElement.Title => "</title",
        _ => "</" + _state.ElementName,
    };

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
