namespace SessionsWidgets;

/// <content>The text of elements whose content is no markup, such as scripts.</content>
internal partial struct HtmlTracker
{
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
}
