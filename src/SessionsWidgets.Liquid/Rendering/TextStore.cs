using System.Buffers;
using System.Text.Unicode;

namespace SessionsWidgets.Liquid;

/// <summary>Pooled memory for text that filters and captures make during one render. Text in it stays in place until the render ends.</summary>
internal sealed class TextStore
{
    private const int ChunkSize = 4096;
    private const int MostKept = 64 * 1024;

    private readonly List<byte[]> _full = [];
    private byte[] _chunk = [];
    private int _start;
    private int _position;

    public void Begin() => _start = _position;

    public Span<byte> Room(int size)
    {
        if (_chunk.Length - _position < size) Grow(size);
        return _chunk.AsSpan(_position);
    }

    public void Advance(int count) => _position += count;

    public void Append(ReadOnlySpan<char> text)
    {
        var room = Room(3 * text.Length);
        var copied = PlainText.Copy(text, room);
        _position += copied;
        if (copied == text.Length) return;
        Utf8.FromUtf16(text[copied..], room[copied..], out _, out var written);
        _position += written;
    }

    public void Append(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Room(utf8.Length));
        _position += utf8.Length;
    }

    public LiquidValue Take(bool html = false) => LiquidValue.OfUtf8(_chunk, _start, _position - _start, html);

    public void Reset()
    {
        // One chunk is kept for the next render, unless it is large.
        if (_chunk.Length > MostKept)
        {
            _full.Add(_chunk);
            _chunk = [];
        }

        foreach (var chunk in _full) ArrayPool<byte>.Shared.Return(chunk);
        _full.Clear();
        _start = _position = 0;
    }

    private void Grow(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(ChunkSize, checked(((_position - _start) * 2) + size)));
        _chunk.AsSpan(_start, _position - _start).CopyTo(larger);
        if (_chunk.Length > 0) _full.Add(_chunk);
        _position -= _start;
        _start = 0;
        _chunk = larger;
    }
}
