namespace SessionsWidgets.Liquid;

/// <summary>The text of one template and its name; knows lines, for errors.</summary>
internal sealed class SourceText(string text, string name)
{
    private List<(int Start, SourceText Source)>? _adopted;
    private int[]? _lineStarts;
    private string? _lastLine;

    public static readonly SourceText None = new(string.Empty, string.Empty);

    public string Text { get; } = text;

    public string Name { get; } = name;

    /// <summary>How many positions there are: those of this text and of all that it adopted.</summary>
    public int Extent { get; private set; } = text.Length + 1;

    /// <summary>Gives the positions of another source, whose nodes may be inlined into this one, a range of their own here.</summary>
    /// <returns>Where the range begins.</returns>
    public int Adopt(SourceText source)
    {
        _adopted ??= [];
        foreach (var (known, adopted) in _adopted)
        {
            if (ReferenceEquals(adopted, source)) return known;
        }

        var start = Extent;
        _adopted.Add((start, source));
        Extent += source.Extent;
        return start;
    }

    public LiquidError Error(LiquidErrorKind kind, string message, int position)
    {
        if (position > Text.Length && _adopted?.FindLast(adopted => adopted.Start <= position) is { Source: { } other, Start: var start })
            return other.Error(kind, message, position - start);
        position = Math.Clamp(position, 0, Text.Length);
        var starts = _lineStarts ??= LineStarts();
        var found = Array.BinarySearch(starts, position);
        var line = found < 0 ? ~found - 1 : found;
        var end = line + 1 < starts.Length ? starts[line + 1] - 1 : Text.Length;
        var sourceLine = Text.AsSpan(starts[line], end - starts[line]).TrimEnd('\r');
        // Errors in one long line share its text.
        var shared = _lastLine;
        if (shared is null || !sourceLine.SequenceEqual(shared)) _lastLine = shared = sourceLine.ToString();
        return new LiquidError(kind, message, Name, line + 1, position - starts[line] + 1, shared);
    }

    private int[] LineStarts()
    {
        var starts = new List<int> { 0 };
        for (var at = Text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = Text.IndexOf('\n', at + 1)) starts.Add(at + 1);
        return [.. starts];
    }
}
