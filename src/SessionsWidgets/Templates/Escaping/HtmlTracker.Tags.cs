using System.Buffers;

namespace SessionsWidgets;

/// <content>Within a tag: its name, its attributes and their values.</content>
internal partial struct HtmlTracker
{
    private const int MaxForeign = 200;

    private static readonly SearchValues<char> TagNameEnds = SearchValues.Create(" \t\r\n\f/>");
    private static readonly SearchValues<char> AttributeNameEnds = SearchValues.Create(" \t\r\n\f/>=");
    private static readonly SearchValues<char> UnquotedEnds = SearchValues.Create(" \t\r\n\f>");

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

        if (foreign is not null && foreign.EndsWith(name, StringComparison.Ordinal) && foreign[^(name.Length + 1)] == '/')
            return foreign.Length == name.Length + 1 ? null : foreign[..^(name.Length + 1)];
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
}
