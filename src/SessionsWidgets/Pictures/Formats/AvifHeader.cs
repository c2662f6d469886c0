using System.Buffers.Binary;

namespace SessionsWidgets;

/// <summary>Reads the size of an AVIF: the largest of those that its properties have (meta, iprp, ipco, ispe).</summary>
internal static class AvifHeader
{
    private const int BoxLength = 8;

    public static PictureHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < BoxLength || !bytes[4..].StartsWith("ftyp"u8) || !NextBox(bytes, out var brands, out var rest)) return null;
        if (!IsAvif(brands)) return null;
        // The version and flags of the first one come before the boxes in it.
        if (!Find(ref rest, "meta"u8, out var meta) || meta.Length < 4) return null;
        meta = meta[4..];
        if (!Find(ref meta, "iprp"u8, out var properties) || !Find(ref properties, "ipco"u8, out var container)) return null;
        uint width = 0, height = 0;
        while (Find(ref container, "ispe"u8, out var size))
        {
            if (size.Length < 12) return null;
            width = Math.Max(width, BinaryPrimitives.ReadUInt32BigEndian(size[4..]));
            height = Math.Max(height, BinaryPrimitives.ReadUInt32BigEndian(size[8..]));
        }

        return width == 0
            ? null
            : new PictureHeader(PictureFormat.Avif, (int)Math.Min(width, int.MaxValue), (int)Math.Min(height, int.MaxValue));
    }

    /// <summary>Whether one of the brands is that of a picture or of a sequence; the second four bytes are a version.</summary>
    private static bool IsAvif(ReadOnlySpan<byte> brands)
    {
        for (var i = 0; i + 4 <= brands.Length; i += 4)
        {
            if (i != 4 && (brands[i..].StartsWith("avif"u8) || brands[i..].StartsWith("avis"u8))) return true;
        }

        return false;
    }

    /// <summary>Finds the next box of a type, and moves behind it.</summary>
    private static bool Find(ref ReadOnlySpan<byte> rest, scoped ReadOnlySpan<byte> type, out ReadOnlySpan<byte> content)
    {
        while (rest.Length >= BoxLength)
        {
            var isIt = rest[4..].StartsWith(type);
            if (!NextBox(rest, out content, out rest)) break;
            if (isIt) return true;
        }

        content = [];
        return false;
    }

    /// <remarks>Sizes of 64 bits are for boxes of pixels, which come after the properties.</remarks>
    private static bool NextBox(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> content, out ReadOnlySpan<byte> rest)
    {
        content = default;
        rest = default;
        if (bytes.Length < BoxLength) return false;
        var length = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        // 0: up to the end of the file.
        if (length == 0) length = (uint)bytes.Length;
        if (length < BoxLength || length > bytes.Length) return false;
        content = bytes[BoxLength..(int)length];
        rest = bytes[(int)length..];
        return true;
    }
}
