using System.Buffers.Binary;

namespace SessionsWidgets;

/// <summary>
/// Which removals an answer comes after: the marks that the last removal of everything, of its business and of itself had left when
/// upstream was asked. Marks are random, so that it does not matter whose clock is right. Immutable; the default is "after none".
/// </summary>
internal readonly record struct InvalidationStamp(ulong Everything, ulong Business, ulong Response)
{
    public const int Length = 3 * sizeof(ulong);

    /// <summary>Whether there has been a removal since. A mark that has gone is older than any answer may get.</summary>
    public bool IsRemoved(InvalidationStamp now) =>
        IsNews(now.Everything, Everything) || IsNews(now.Business, Business) || IsNews(now.Response, Response);

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Everything);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], Business);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[16..], Response);
    }

    public static InvalidationStamp Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]));

    private static bool IsNews(ulong now, ulong then) => now != 0 && now != then;
}
