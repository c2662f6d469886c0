namespace SessionsWidgets.Cli.Build.Html;

/// <summary>Follows the innermost paragraph while it contains only tags of widgets and white space. Not thread-safe.</summary>
internal sealed class ParagraphTracker
{
    private List<WidgetParagraph>? _found;
    private TagToken? _start;
    private int _first;
    private int _position;

    /// <summary>The paragraphs that ended as they began.</summary>
    public IReadOnlyList<WidgetParagraph> Found => _found ?? (IReadOnlyList<WidgetParagraph>)[];

    /// <summary>Whether a paragraph is followed.</summary>
    public bool IsActive => _start is not null;

    /// <summary>The index of the first widget of the paragraph.</summary>
    public int First => _first;

    /// <summary>Follows a paragraph, which has no widget yet.</summary>
    /// <param name="start">Its start tag.</param>
    /// <param name="widgets">The number of widgets before it.</param>
    public void Begin(TagToken start, int widgets)
    {
        _start = start;
        _first = widgets;
        _position = start.End;
    }

    public void Drop() => _start = null;

    /// <summary>Goes on behind a widget.</summary>
    public void Pass(int position) => _position = position;

    /// <summary>Whether there is white space alone up to a position.</summary>
    public bool IsBlankTo(int position, ReadOnlySpan<byte> page) =>
        position <= _position || TagContent.IsBlank(page[_position..position]);

    /// <summary>Whether a position is within the paragraph.</summary>
    public bool IsOpen(OpenElements open) => _start is { } start && open.Contains(start);

    /// <summary>Ends the paragraph by its end tag, which is empty if it is omitted.</summary>
    public void End(Range endTag, int widgets)
    {
        if (_start is { } start && widgets > _first)
            (_found ??= []).Add(new WidgetParagraph(start.Start..start.End, endTag, _first, widgets - _first));
        Drop();
    }
}
