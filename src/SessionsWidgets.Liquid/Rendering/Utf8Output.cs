using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SessionsWidgets.Liquid;

/// <summary>
/// Bytes on their way out: a window of the host's writer when that is an array, a rented buffer otherwise, or a
/// buffer of its own while a capture is on. The byte limit is folded into the window, so that a write that fits needs
/// one comparison.
/// </summary>
internal sealed class Utf8Output
{
    /// <summary>How far beyond its end the memory of static text may be read.</summary>
    public const int Overread = 64;

    private const int MinimumWindow = 256;

    private IBufferWriter<byte>? _target;
    private byte[] _buffer = [];
    private byte[]? _rented;
    private int _start;
    private int _position;
    private int _end;
    private long _flushed;
    private int _limit;

    public long Written => _flushed + (_position - _start);

    /// <summary>What was written since <see cref="Begin(int)"/>, for an output without a target.</summary>
    public ReadOnlySpan<byte> Captured => _buffer.AsSpan(_start, _position - _start);

    public void Begin(IBufferWriter<byte> target, int limit)
    {
        _target = target;
        _limit = limit;
        _flushed = 0;
        Acquire(MinimumWindow);
    }

    public void Begin(int limit)
    {
        _target = null;
        _limit = limit;
        _flushed = 0;
        _rented ??= ArrayPool<byte>.Shared.Rent(1024);
        _buffer = _rented;
        _start = _position = 0;
        _end = Math.Min(_buffer.Length, limit);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (_end - _position < bytes.Length) Grow(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(_position));
        _position += bytes.Length;
    }

    /// <summary>Writes static text: most pieces are short, and copying a fixed number of bytes needs no call.</summary>
    /// <param name="bytes">The array, with at least <see cref="Overread"/> bytes behind the text.</param>
    /// <param name="start">Where in the array the text begins.</param>
    /// <param name="length">Its length.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteStatic(byte[] bytes, int start, int length)
    {
        if (length <= Overread && _end - _position >= Overread)
        {
            ref var source = ref bytes.AsSpan(start, Overread)[0];
            ref var target = ref _buffer.AsSpan(_position, Overread)[0];
            Vector256.LoadUnsafe(ref source).StoreUnsafe(ref target);
            if (length > Overread / 2) Vector256.LoadUnsafe(ref source, Overread / 2).StoreUnsafe(ref target, Overread / 2);
            _position += length;
        }
        else
        {
            Write(bytes.AsSpan(start, length));
        }
    }

    public void Write(byte value)
    {
        if (_position == _end) Grow(1);
        _buffer[_position++] = value;
    }

    /// <summary>Room for at least so many bytes; what is used of it is said with <see cref="Advance"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> Room(int size)
    {
        if (_end - _position < size) Grow(size);
        return _buffer.AsSpan(_position, _end - _position);
    }

    /// <summary>Like <see cref="Room"/>, for a size that is an upper bound: near the limit the room may be smaller.</summary>
    public bool TryRoom(int size, out Span<byte> room)
    {
        if (_end - _position < size && Written + size > _limit)
        {
            room = default;
            return false;
        }

        room = Room(size);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance(int count) => _position += count;

    /// <summary>Hands what was written to the target and lets go of it.</summary>
    public void Complete()
    {
        Flush();
        Release();
    }

    /// <summary>Lets go of the target without handing over what is still here.</summary>
    public void Release()
    {
        _target = null;
        if (_rented is not null) ArrayPool<byte>.Shared.Return(_rented);
        _rented = null;
        _buffer = [];
        _start = _position = _end = 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int size)
    {
        if (Written + size > _limit) throw new OutputLimitException();
        if (_target is null)
        {
            Enlarge(size);
            return;
        }

        Flush();
        Acquire(Math.Max(size, MinimumWindow));
    }

    private void Enlarge(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _position + size));
        _buffer.AsSpan(0, _position).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_rented!);
        _rented = _buffer = larger;
        _end = Math.Min(larger.Length, _limit);
    }

    private void Flush()
    {
        var length = _position - _start;
        if (_target is null || length == 0) return;
        if (ReferenceEquals(_buffer, _rented)) _target.Write(_buffer.AsSpan(_start, length));
        else _target.Advance(length);
        _flushed += length;
        _start = _position;
    }

    private void Acquire(int size)
    {
        var memory = _target!.GetMemory(size);
        if (MemoryMarshal.TryGetArray<byte>(memory, out var segment))
        {
            _buffer = segment.Array!;
            _start = _position = segment.Offset;
            _end = segment.Offset + segment.Count;
        }
        else
        {
            if (_rented is null || _rented.Length < size)
            {
                if (_rented is not null) ArrayPool<byte>.Shared.Return(_rented);
                _rented = ArrayPool<byte>.Shared.Rent(Math.Max(size, 4096));
            }

            _buffer = _rented;
            _start = _position = 0;
            _end = _rented.Length;
        }

        _end = (int)Math.Min(_end, _start + Math.Max(0, _limit - _flushed));
    }
}

/// <summary>Tells the render that its output limit is reached; turned into a <see cref="LiquidException"/> with a position.</summary>
internal sealed class OutputLimitException : Exception;
