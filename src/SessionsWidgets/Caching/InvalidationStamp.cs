using System.Buffers.Binary;

namespace SessionsWidgets;

/// <summary>The markers that the last removal of everything, of the business and of the query had left when upstream was called. Markers
/// are random, so clocks do not matter. Immutable; the default means "no removal".</summary>
internal readonly record struct InvalidationStamp(ulong Everything, ulong Business, ulong Response)
{
    public const int Length = 3 * sizeof(ulong);

    /// <summary>Whether something was removed since. An expired marker is older than any stored response.</summary>
    public bool IsRemoved(InvalidationStamp current) =>
        IsNewer(current.Everything, Everything) || IsNewer(current.Business, Business) || IsNewer(current.Response, Response);

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Everything);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], Business);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[16..], Response);
    }

    public static InvalidationStamp Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]));

    private static bool IsNewer(ulong current, ulong own) => current != 0 && current != own;
}
