using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SessionsWidgets.Liquid;

/// <summary>
/// Copies what stands at the start of a text and needs no encoding in HTML, in one pass that looks and copies at once:
/// most of what templates write is nothing else.
/// </summary>
internal static class PlainText
{
    /// <summary>Copies characters up to the first that is not ASCII or means something in HTML.</summary>
    /// <param name="text">The text.</param>
    /// <param name="room">At least as long as the text; what lies behind the copied bytes may be overwritten.</param>
    /// <returns>How many characters were copied, each as one byte.</returns>
    public static int Copy(ReadOnlySpan<char> text, Span<byte> room)
    {
        room = room[..text.Length];
        ref var source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref var target = ref MemoryMarshal.GetReference(room);
        nuint at = 0;
        if (text.Length >= 2 * Vector128<ushort>.Count)
        {
            var last = (nuint)(text.Length - (2 * Vector128<ushort>.Count));
            while (TryNarrow(Vector128.LoadUnsafe(ref source, at), Vector128.LoadUnsafe(ref source, at + (nuint)Vector128<ushort>.Count), out var bytes))
            {
                bytes.StoreUnsafe(ref target, at);
                if (at == last) return text.Length;
                at = Math.Min(at + (nuint)Vector128<byte>.Count, last);
            }
        }
        else if (text.Length >= Vector128<ushort>.Count)
        {
            // Both ends, which overlap.
            var last = (nuint)(text.Length - Vector128<ushort>.Count);
            if (TryNarrow(Vector128.LoadUnsafe(ref source), Vector128.LoadUnsafe(ref source, last), out var bytes))
            {
                Unsafe.WriteUnaligned(ref target, bytes.AsUInt64().GetElement(0));
                Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, last), bytes.AsUInt64().GetElement(1));
                return text.Length;
            }
        }

        for (; at < (nuint)text.Length; at++)
        {
            var c = Unsafe.Add(ref source, at);
            if (c >= 0x80 || IsSpecial((byte)c)) break;
            Unsafe.Add(ref target, at) = (byte)c;
        }

        return (int)at;
    }

    /// <summary>Copies bytes up to the first that means something in HTML or begins a stand-in of <see cref="EscapedText"/>.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="room">At least as long as the text; what lies behind the copied bytes may be overwritten.</param>
    /// <returns>How many bytes were copied.</returns>
    public static int Copy(ReadOnlySpan<byte> text, Span<byte> room)
    {
        room = room[..text.Length];
        ref var source = ref MemoryMarshal.GetReference(text);
        ref var target = ref MemoryMarshal.GetReference(room);
        nuint at = 0;
        if (text.Length >= Vector128<byte>.Count)
        {
            var last = (nuint)(text.Length - Vector128<byte>.Count);
            while (true)
            {
                var bytes = Vector128.LoadUnsafe(ref source, at);
                if (HasSpecialOrStandIn(bytes)) break;
                bytes.StoreUnsafe(ref target, at);
                if (at == last) return text.Length;
                at = Math.Min(at + (nuint)Vector128<byte>.Count, last);
            }
        }
        else if (text.Length >= sizeof(ulong))
        {
            var last = (nuint)(text.Length - sizeof(ulong));
            var start = Unsafe.ReadUnaligned<ulong>(ref source);
            var end = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref source, last));
            if (!HasSpecialOrStandIn(Vector128.Create(start, end).AsByte()))
            {
                Unsafe.WriteUnaligned(ref target, start);
                Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, last), end);
                return text.Length;
            }
        }

        else if (text.Length >= sizeof(uint))
        {
            var last = (nuint)(text.Length - sizeof(uint));
            var start = Unsafe.ReadUnaligned<uint>(ref source);
            var end = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref source, last));
            if (!HasSpecialOrStandIn(Vector128.Create(start, end, 0, 0).AsByte()))
            {
                Unsafe.WriteUnaligned(ref target, start);
                Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, last), end);
                return text.Length;
            }
        }

        for (; at < (nuint)text.Length; at++)
        {
            var b = Unsafe.Add(ref source, at);
            if (IsSpecial(b) || b == EscapedText.Lead) break;
            Unsafe.Add(ref target, at) = b;
        }

        return (int)at;
    }

    public static bool IsSpecial(byte b) => b is (byte)'"' or (byte)'&' or (byte)'\'' or (byte)'<' or (byte)'>';

    /// <summary>Sixteen characters as bytes, when all of them are plain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryNarrow(Vector128<ushort> low, Vector128<ushort> high, out Vector128<byte> bytes)
    {
        bytes = Vector128.Narrow(low, high);
        return ((low | high) & Vector128.Create((ushort)0xFF80)) == Vector128<ushort>.Zero && !HasSpecial(bytes);
    }

    /// <summary>Three comparisons find the five: <c>&amp;</c> and <c>'</c> differ in one bit, and so do the two brackets.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasSpecial(Vector128<byte> bytes) =>
        (Vector128.Equals(bytes & Vector128.Create((byte)0xFE), Vector128.Create((byte)'&'))
            | Vector128.Equals(bytes & Vector128.Create((byte)0xFD), Vector128.Create((byte)'<'))
            | Vector128.Equals(bytes, Vector128.Create((byte)'"'))) != Vector128<byte>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasSpecialOrStandIn(Vector128<byte> bytes) =>
        HasSpecial(bytes) || Vector128.EqualsAny(bytes, Vector128.Create(EscapedText.Lead));
}
