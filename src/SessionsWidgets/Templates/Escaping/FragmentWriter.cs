using System.Buffers;
using System.Text.Unicode;

namespace SessionsWidgets;

/// <summary>
/// What a template writes, as UTF-8 in rented memory and up to a limit. Whoever writes characters writes them as they are;
/// half a surrogate pair becomes U+FFFD. Not thread-safe.
/// </summary>
/// <param name="limit">Most bytes that are taken.</param>
internal sealed class FragmentWriter(int limit) : TextWriter
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
    private int _length;

    public override Encoding Encoding => Encoding.UTF8;

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    /// <exception cref="OutputLimitException">There is no more room.</exception>
    public void WriteUtf8(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Room(utf8.Length));
        _length += utf8.Length;
    }

    public override void Write(ReadOnlySpan<char> text)
    {
        if (Utf8.FromUtf16(text, Room(text.Length), out _, out var written) != OperationStatus.Done)
            Utf8.FromUtf16(text, Room(Encoding.UTF8.GetByteCount(text)), out _, out written);
        _length += written;
    }

    public override void Write(char value) => Write([value]);
    public override void Write(string? value) => Write(value.AsSpan());
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));
    public override Task WriteAsync(char value) => Done([value]);
    public override Task WriteAsync(string? value) => Done(value);
    public override Task WriteAsync(char[] buffer, int index, int count) => Done(buffer.AsSpan(index, count));
    public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default) => Done(buffer.Span);

    public override string ToString() => Encoding.UTF8.GetString(Written);

    protected override void Dispose(bool disposing)
    {
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
        base.Dispose(disposing);
    }

    /// <summary>Writes at once: the base class would take a thread of the pool for it.</summary>
    private Task Done(ReadOnlySpan<char> text)
    {
        Write(text);
        return Task.CompletedTask;
    }

    /// <summary>Room for at least so many bytes.</summary>
    private Span<byte> Room(int size)
    {
        if (_buffer.Length - _length < size || _length + size > limit) Grow(size);
        return _buffer.AsSpan(_length, Math.Min(_buffer.Length, limit) - _length);
    }

    private void Grow(int size)
    {
        if ((long)_length + size > limit) throw new OutputLimitException();
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + size));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}

/// <summary>The output of a template has reached its limit; becomes a <see cref="TemplateException"/> with a place.</summary>
internal sealed class OutputLimitException : Exception;
