namespace SessionsWidgets;

/// <summary>Builds a short text in a buffer of the caller, and in an array when that is too small.</summary>
internal ref struct TextBuilder(Span<char> initial)
{
    private Span<char> _chars = initial;
    private int _length;

    public readonly ReadOnlySpan<char> Written => _chars[.._length];

    public void Append(scoped ReadOnlySpan<char> text)
    {
        if (text.Length > _chars.Length - _length) Grow(text.Length);
        text.CopyTo(_chars[_length..]);
        _length += text.Length;
    }

    public void Append(char c)
    {
        if (_length == _chars.Length) Grow(1);
        _chars[_length++] = c;
    }

    /// <summary>Appends digits without sign or grouping, with leading zeros up to a width.</summary>
    public void Append(long number, int width = 1)
    {
        Span<char> digits = stackalloc char[20];
        number.TryFormat(digits, out var count, default, CultureInfo.InvariantCulture);
        for (var i = count; i < width; i++) Append('0');
        Append(digits[..count]);
    }

    private void Grow(int more)
    {
        var larger = new char[Math.Max(_chars.Length * 2, _length + more)];
        _chars[.._length].CopyTo(larger);
        _chars = larger;
    }
}
