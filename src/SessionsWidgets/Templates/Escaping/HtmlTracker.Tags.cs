using System.Buffers;

namespace SessionsWidgets;

/// <content>Within a tag: its name, its attributes and their values.</content>
internal partial struct HtmlTracker
{
    private const int MaxForeign = 200;

    private static readonly SearchValues<char> TagNameEnds = SearchValues.Create(WhiteSpace + "/>");
    private static readonly SearchValues<char> AttributeNameEnds = SearchValues.Create(WhiteSpace + "/>=");
    private static readonly SearchValues<char> UnquotedEnds = SearchValues.Create(WhiteSpace + ">");

    private int TagName(ReadOnlySpan<char> text, int at, bool isEnd)
    {
        var length = LengthTo(TagNameEnds, text[at..]);
        _state.Element = HtmlNames.Special.TryGetValue(text.Slice(at, length), out var known) ? (isEnd ? "/" : "") + known : null;
        return BackToTag(text, at + length);
    }

    private int Tag(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..];
        var isSelfClosing = rest.StartsWith("/>");
        if (isSelfClosing || rest[0] == '>')
            return CloseTag(isSelfClosing) is { } problem ? Fail(problem, at) : at + (isSelfClosing ? 2 : 1);
        if (TagNameEnds.Contains(rest[0]))
        {
            _state.NeedsSeparator = false;
            return at + 1;
        }

        if (_state.NeedsSeparator)
            return Fail("What stands before is set off by no space: a name or a value without quotes must be written in one piece.", at);
        return AttributeName(text, at);
    }

    /// <summary>Goes into the element that a tag begins, or out of the one that it ends.</summary>
    /// <returns>The error in the tag.</returns>
    private string? CloseTag(bool isSelfClosing)
    {
        var (element, foreign) = (_state.Element, _state.Foreign);
        _state = HtmlNames.RawText.Contains(element)
            ? new HtmlState { Place = HtmlPlace.RawText, Element = element, IsJson = _state.IsJson, Foreign = foreign }
            : new HtmlState { Foreign = foreign };
        if (element is null || !HtmlNames.IsForeign(element.AsSpan().TrimStart('/'), isWithin: foreign is not null)) return null;
        if (element[0] != '/')
        {
            if (!isSelfClosing) _state.Foreign = $"{foreign}/{element}";
            return foreign?.Length > MaxForeign ? "Elements within <svg>, <math> and <select> are nested too deeply." : null;
        }

        if (foreign is null || !foreign.EndsWith(element, StringComparison.Ordinal))
            return $"'<{element}>' does not close what was opened last of <svg>, <math> and <select>, or not in this part of the template.";
        _state.Foreign = foreign.Length == element.Length ? null : foreign[..^element.Length];
        return null;
    }

    private int AttributeName(ReadOnlySpan<char> text, int at)
    {
        var length = LengthTo(AttributeNameEnds, text[at..]);
        var name = text.Slice(at, length);
        var wrong = length == 0 ? 0 : name.IndexOfAny("\"'<");
        if (wrong >= 0) return Fail($"A '{text[at + wrong]}' cannot stand in the name of an attribute.", at + wrong);
        var isType = _state.Element == "script" && name.Equals("type", StringComparison.OrdinalIgnoreCase);
        var kind = isType && !_state.HasType ? AttributeKind.ScriptType : HtmlNames.Attribute(name, _state.Element);
        _state.HasType |= isType;
        at += length;
        var rest = text[at..].TrimStart(WhiteSpace);
        if (!rest.StartsWith("=")) return BackToTag(text, at);
        _state.Place = HtmlPlace.BeforeValue;
        _state.Attribute = kind;
        _state.AttributeName = kind == AttributeKind.Forbidden ? name.ToString() : null;
        return text.Length - rest.Length + 1;
    }

    private int BeforeValue(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..].TrimStart(WhiteSpace);
        if (rest.IsEmpty) return text.Length;
        at = text.Length - rest.Length;
        if (rest[0] is '"' or '\'')
        {
            _state.Place = rest[0] == '"' ? HtmlPlace.DoubleQuoted : HtmlPlace.SingleQuoted;
            return at + 1;
        }

        var length = LengthTo(UnquotedEnds, rest);
        if (_state.Attribute == AttributeKind.ScriptType)
            _state.IsJson = length < rest.Length && HtmlNames.JsonTypes.Contains(rest[..length]);
        return BackToTag(text, at + length);
    }

    private int Value(ReadOnlySpan<char> text, int at, char quote)
    {
        var length = text[at..].IndexOf(quote);
        var value = length < 0 ? text[at..] : text.Slice(at, length);
        if (_state.Attribute is AttributeKind.Url or AttributeKind.UrlList && UrlTracker.Advance(ref _state, value) is { } problem)
            return Fail(problem, at);

        // A type that is cut off here is taken for one that runs; whatever stands before, one that ends as JSON's does never runs.
        if (_state.Attribute == AttributeKind.ScriptType) _state.IsJson = length >= 0 && HtmlNames.JsonTypes.Contains(value.Trim());
        if (length < 0) return text.Length;
        BackToTag(text, at);
        return at + length + 1;
    }

    /// <summary>Goes on between attributes, after a name or a value.</summary>
    private int BackToTag(ReadOnlySpan<char> text, int at)
    {
        var isCut = at == text.Length;
        _state = _state with { Place = HtmlPlace.Tag, Attribute = default, AttributeName = null, Url = default, NeedsSeparator = isCut };
        return at;
    }

    private static int LengthTo(SearchValues<char> ends, ReadOnlySpan<char> text) =>
        text.IndexOfAny(ends) is >= 0 and var length ? length : text.Length;
}
