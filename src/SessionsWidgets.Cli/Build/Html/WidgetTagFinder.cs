using System.Buffers;
using System.Text;

namespace SessionsWidgets.Cli.Build.Html;

/// <summary>Pairs the tags of widgets and detects misplaced ones. Takes the tags of one page in order. Not thread-safe.</summary>
internal sealed class WidgetTagFinder(WidgetTagNames names)
{
    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(" \t\r\n\f>"u8);

    private readonly OpenElements _open = new();
    private readonly List<WidgetTag> _tags = [];
    private readonly List<PageProblem> _problems = [];
    private Current? _current;
    private int _floor;

    /// <param name="tag">A start tag that creates an element.</param>
    /// <param name="mayBeWidget">Whether it is a visible HTML element: not in a template, SVG or MathML.</param>
    /// <param name="isEmpty">Whether it has no content and no end tag, like foreign elements.</param>
    public void Start(TagToken tag, bool mayBeWidget, bool isEmpty)
    {
        if (!mayBeWidget || names.Find(tag.Name) is not { } name)
        {
            if (!isEmpty) _open.Open(tag, _floor);
            return;
        }

        if (_current is { } outer)
        {
            Warn(tag, $"<{name}> is inside <{outer.Name}>: only the outer tag is replaced.");
            if (!tag.IsClosed) _open.Open(tag, _floor);
            return;
        }

        CheckPlace(tag, name);
        if (tag.IsClosed)
        {
            _tags.Add(new WidgetTag(name, tag, tag.End..tag.End, tag.End));
            return;
        }

        _open.Open(tag, 0);
        _current = new Current(name, tag);
        _floor = _open.Count;
    }

    public void End(TagToken tag, ReadOnlySpan<byte> page)
    {
        if (_current is not { } current)
        {
            _open.Close(tag.Name);
        }
        else if (_open.Count == _floor && tag.Name == current.Start.Name)
        {
            _tags.Add(new WidgetTag(current.Name, current.Start, current.Start.End..tag.Start, tag.End));
            LeaveCurrent();
        }
        else if (!_open.CloseStrictly(tag.Name, _floor))
        {
            var reason = tag.Name == current.Start.Name
                ? $"the content of <{current.Name}> is not balanced: {Text(_open.Innermost, page)} in it has no end tag."
                : $"<{current.Name}> is not closed before {Text(tag, page)} in line "
                    + $"{PagePosition.Line(page, tag.Start)}: {SlashRemedy(current.Start, page)
                        ?? $"write </{current.Name}> before it, or balance the tags in between."}";
            Fail(current.Start, reason);
            LeaveCurrent();
            _open.Close(tag.Name);
        }
    }

    public PageTags Finish(ReadOnlySpan<byte> page)
    {
        if (_current is { } current)
            Fail(
                current.Start,
                $"<{current.Name}> has no end tag: "
                + (SlashRemedy(current.Start, page) ?? $"write </{current.Name}>, or end the tag in '/>'."));
        return new PageTags(_tags, _problems);
    }

    /// <summary>The remedy for "/>" after a value without quotes, which belongs to the value in HTML; null for other tags.</summary>
    private static string? SlashRemedy(TagToken tag, ReadOnlySpan<byte> page) => page[..tag.End].EndsWith("/>"u8)
        ? "its '/' belongs to the value before it, which has no quotes: put the value in quotes, or a space before '/>'."
        : null;

    private void CheckPlace(TagToken tag, string name)
    {
        var place = _open.InHead ? "in <head>, where HTML allows no content"
            : _open.InParagraph ? "in a <p>, which ends where the widget begins: put it between paragraphs"
            : _open.InTableStructure ? "loose in a table, before which browsers will show it: put it in a <td> or outside"
            : null;
        if (place is not null) Warn(tag, $"<{name}> stands {place}.");
    }

    private void LeaveCurrent()
    {
        _open.CutTo(_floor - 1);
        _floor = 0;
        _current = null;
    }

    private void Warn(TagToken tag, string message) => _problems.Add(new PageProblem(tag.Start, message, IsError: false));

    private void Fail(TagToken tag, string message) => _problems.Add(new PageProblem(tag.Start, message, IsError: true));

    /// <summary>The tag without attributes.</summary>
    private static string Text(TagToken tag, ReadOnlySpan<byte> page)
    {
        var text = page[tag.Start..tag.End];
        var end = text.IndexOfAny(NameEnds);
        return $"{Encoding.UTF8.GetString(text[..end].TrimEnd((byte)'/'))}>";
    }

    /// <summary>The widget whose end tag is expected.</summary>
    private sealed record Current(string Name, TagToken Start);
}

/// <summary>The tags and problems of a page.</summary>
internal sealed record PageTags(IReadOnlyList<WidgetTag> Tags, IReadOnlyList<PageProblem> Problems)
{
    public static PageTags None { get; } = new([], []);
}
