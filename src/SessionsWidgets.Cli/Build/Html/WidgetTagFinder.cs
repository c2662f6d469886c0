namespace SessionsWidgets.Cli.Build.Html;

/// <summary>Pairs the tags of widgets and detects misplaced ones. Takes the tags of one page in order. Not thread-safe.</summary>
internal sealed class WidgetTagFinder(WidgetTagNames names)
{
    private readonly OpenElements _open = new();
    private readonly ParagraphTracker _paragraph = new();
    private readonly List<WidgetTag> _tags = [];
    private readonly List<PageProblem> _problems = [];
    private Current? _current;
    private int _floor;
    private int _hidden;

    /// <param name="tag">A start tag that creates an element.</param>
    /// <param name="page">The page.</param>
    /// <param name="mayBeWidget">Whether it is a visible HTML element: not in a template, SVG or MathML.</param>
    /// <param name="isEmpty">Whether it has no content and no end tag, like foreign elements.</param>
    public void Start(in TagToken tag, ReadOnlySpan<byte> page, bool mayBeWidget, bool isEmpty)
    {
        var isUnknown = mayBeWidget && !tag.Is(ElementTraits.Known);
        var name = isUnknown ? names.Find(tag.Name) : null;
        if (isUnknown && name is null) CheckSpelling(tag, page);
        if (!mayBeWidget && !isEmpty && names.Find(tag.Name) is not null) _hidden++;
        if (_current is { } outer)
        {
            if (mayBeWidget && (name is not null || tag.Is(TagContent.OfPage))) outer.OfPage ??= tag;
            if (name is null ? !isEmpty : !tag.IsClosed) _open.Open(tag, _floor);
            return;
        }

        if (_paragraph.IsActive && !_paragraph.IsBlankTo(tag.Start, page)) LeaveMixedParagraph();
        if (name is null) StartOther(tag, mayBeWidget, isEmpty);
        else StartWidget(tag, name, page);
    }

    public void End(in TagToken tag, ReadOnlySpan<byte> page)
    {
        if (_current is not { } current)
        {
            if (_paragraph.IsActive && !_paragraph.IsBlankTo(tag.Start, page)) LeaveMixedParagraph();
            _open.Close(tag);
            if (_paragraph.IsActive) FollowParagraph(tag);
            if (!tag.Is(ElementTraits.Known)) CheckEndTag(tag);
        }
        else if (_open.Count == _floor && tag.Name == current.Start.Name)
        {
            var content = current.Start.End..tag.Start;
            if (TagContent.Problem(current.Name, current.Start, content, current.OfPage, page) is { } problem) Fail(current.Start, problem);
            LeaveCurrent();
            AddTag(new WidgetTag(current.Name, current.Start, content, tag.End), page);
        }
        else if (!_open.CloseStrictly(tag, _floor))
        {
            var reason = tag.Name == current.Start.Name
                ? $"the content of <{current.Name}> is not balanced: {TagContent.Text(_open.Innermost, page)} in it has no end tag."
                : $"<{current.Name}> is not closed before {TagContent.Text(tag, page)} in line "
                    + $"{PagePosition.Line(page, tag.Start)}: {TagContent.EndTagRemedy(current.Name, current.Start, page)}";
            Fail(current.Start, reason);
            _paragraph.Drop();
            LeaveCurrent();
            _open.Close(tag);
        }
    }

    public PageTags Finish(ReadOnlySpan<byte> page)
    {
        if (_current is { } current)
            Fail(current.Start, $"<{current.Name}> has no end tag: {TagContent.EndTagRemedy(current.Name, current.Start, page)}");
        else if (_paragraph.IsActive && _paragraph.IsBlankTo(page.Length, page)) _paragraph.End(page.Length..page.Length, _tags.Count);
        else LeaveMixedParagraph();
        CheckEndOfPage(page);
        return new PageTags(_tags, _paragraph.Found, _problems);
    }

    /// <summary>Tells of a tag that the end of the page cuts off.</summary>
    private void CheckEndOfPage(ReadOnlySpan<byte> page)
    {
        var start = page.LastIndexOf((byte)'<');
        if (start < 0 || page[start..].Contains((byte)'>')) return;
        var tag = new TagToken(0, start, page.Length, IsEndTag: false, IsClosed: false);
        var text = TagName.TextOf(tag, page);
        if (names.Find(TagName.Of(text)) is { } name) Warn(start, $"<{name} has no '>' before the page ends: write <{name}></{name}>.");
    }

    private void StartOther(in TagToken tag, bool isShown, bool isEmpty)
    {
        if (!isEmpty) _open.Open(tag, _floor);
        if (_paragraph.IsActive) FollowParagraph(tag);
        if (isShown && tag.Is(ElementTraits.Paragraph)) _paragraph.Begin(tag, _tags.Count);
    }

    private void StartWidget(TagToken tag, string name, ReadOnlySpan<byte> page)
    {
        if (WidgetPlace.Problem(_open, _paragraph.IsActive) is { } problem) Warn(tag.Start, $"<{name}> is {problem}.");
        if (tag.IsClosed)
        {
            AddTag(new WidgetTag(name, tag, tag.End..tag.End, tag.End), page);
            return;
        }

        _open.Open(tag, 0);
        _current = new Current(name, tag);
        _floor = _open.Count;
    }

    private void AddTag(WidgetTag tag, ReadOnlySpan<byte> page)
    {
        _tags.Add(WidgetPlace.IsInLink(_open, page) ? tag with { IsInLink = true } : tag);
        _paragraph.Pass(tag.End);
    }

    private void LeaveCurrent()
    {
        _open.CutTo(_floor - 1);
        _floor = 0;
        _current = null;
    }

    /// <summary>Ends a paragraph of widgets at a tag that closes it; any other tag is other content.</summary>
    private void FollowParagraph(TagToken tag)
    {
        var endsPage = tag.IsEndTag && tag.Is(ElementTraits.WholePage);
        if (_paragraph.IsOpen(_open) && !endsPage) LeaveMixedParagraph();
        else _paragraph.End(tag.IsEndTag && tag.Is(ElementTraits.Paragraph) ? tag.Start..tag.End : tag.Start..tag.Start, _tags.Count);
    }

    private void LeaveMixedParagraph()
    {
        for (var i = _paragraph.First; _paragraph.IsActive && i < _tags.Count; i++)
            Warn(_tags[i].Start, $"<{_tags[i].Name}> is {WidgetPlace.MixedParagraph}.");
        _paragraph.Drop();
    }

    private void CheckSpelling(TagToken tag, ReadOnlySpan<byte> page)
    {
        if (names.FindNear(tag.Name, TagName.TextOf(tag, page)) is { } near)
            Warn(tag.Start, $"{TagContent.Text(tag, page)} is not a widget, and is left unchanged.{DidYouMean.Sentence(near, [near])}");
    }

    /// <summary>Warns of the end tag of a widget that has no start tag.</summary>
    private void CheckEndTag(TagToken tag)
    {
        if (names.Find(tag.Name) is not { } name) return;
        // That of a tag which is not shown, such as one in a template, or of one that is an error.
        if (_hidden > 0) _hidden--;
        else if (!_problems.Exists(static problem => problem.IsError))
            Warn(
                tag.Start,
                $"</{name}> ends no tag: what was written as its content stands before it, and is always shown. The generator may have "
                + $"torn <{name}> apart: write the opening tag alone on a line, the content, and the end tag alone on a line.");
    }

    private void Warn(int position, string message) => _problems.Add(new PageProblem(position, message, IsError: false));

    private void Fail(TagToken tag, string message) => _problems.Add(new PageProblem(tag.Start, message, IsError: true));

    /// <summary>The widget whose end tag is expected.</summary>
    private sealed class Current(string name, TagToken start)
    {
        public string Name { get; } = name;

        public TagToken Start { get; } = start;

        /// <summary>The first element in the content that is rather one of the page.</summary>
        public TagToken? OfPage { get; set; }
    }
}
