namespace SessionsWidgets.Cli.Build.Html;

/// <summary>Reads the attributes of a tag as the HTML standard's tokenizer does, up to its end.</summary>
/// <param name="page">The page, in an encoding compatible with ASCII.</param>
/// <param name="position">The position after the name of the tag.</param>
internal ref struct AttributeReader(ReadOnlySpan<byte> page, int position)
{
    private readonly ReadOnlySpan<byte> _page = page;
    private int _position = position;

    public Range Name { get; private set; }

    /// <summary>The raw value without quotes; empty if there is none.</summary>
    public Range Value { get; private set; }

    /// <summary>The position after the tag's '&gt;'; -1 before it is reached, or if the page ends first.</summary>
    public int TagEnd { get; private set; } = -1;

    /// <summary>Whether the tag ends in "/>".</summary>
    public bool IsClosed { get; private set; }

    public bool MoveNext()
    {
        var i = _position;
        for (; i < _page.Length; i++)
        {
            var b = _page[i];
            if (b == '>') return End(i, i > 0 && _page[i - 1] == '/' && i > _position);
            if (b != '/' && !TagName.IsSpace(b)) break;
        }

        if (i >= _page.Length) return false;
        var start = i++;
        while (i < _page.Length && !EndsName(_page[i])) i++;
        Name = start..i;
        Value = i..i;
        while (i < _page.Length && TagName.IsSpace(_page[i])) i++;
        _position = i;
        return i < _page.Length && (_page[i] != '=' || ReadValue(i + 1));
    }

    private static bool EndsName(byte b) => b is (byte)'=' or (byte)'>' or (byte)'/' || TagName.IsSpace(b);

    private bool ReadValue(int i)
    {
        while (i < _page.Length && TagName.IsSpace(_page[i])) i++;
        if (i >= _page.Length) return false;
        var first = _page[i];
        if (first is (byte)'"' or (byte)'\'')
        {
            var length = _page[(i + 1)..].IndexOf(first);
            if (length < 0) return false;
            Value = (i + 1)..(i + 1 + length);
            _position = i + length + 2;
            return true;
        }

        var start = i;
        while (i < _page.Length && _page[i] != '>' && !TagName.IsSpace(_page[i])) i++;
        Value = start..i;
        _position = i;
        return i < _page.Length;
    }

    private bool End(int i, bool isClosed)
    {
        TagEnd = i + 1;
        IsClosed = isClosed;
        return false;
    }
}
