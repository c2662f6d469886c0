using System.Buffers.Binary;
using System.IO.Compression;

namespace SessionsWidgets.Sandbox.Pictures.Pixels;

/// <summary>Writes PNG files.</summary>
internal static class Png
{
    private static readonly byte[] _signature = [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n'];
    private static readonly uint[] _remainders = [.. Enumerable.Range(0, 256).Select(Remainder)];

    /// <param name="width">The width.</param>
    /// <param name="height">The height.</param>
    /// <param name="channels">3 for red, green and blue; 4 with opacity.</param>
    /// <param name="pixels">The bytes, line by line.</param>
    public static byte[] Write(int width, int height, int channels, ReadOnlySpan<byte> pixels)
    {
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, (byte)(channels == 3 ? 2 : 6));
        var file = new MemoryStream();
        file.Write(_signature);
        WriteChunk(file, "IHDR"u8, header);
        WriteChunk(file, "IDAT"u8, Compress(width * channels, height, channels, pixels));
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Compress(int length, int height, int channels, ReadOnlySpan<byte> pixels)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            byte[] line = new byte[length + 1];
            for (int y = 0; y < height; y++)
            {
                ReadOnlySpan<byte> above = y == 0 ? default : pixels.Slice((y - 1) * length, length);
                Filter(pixels.Slice(y * length, length), above, channels, line);
                zlib.Write(line);
            }
        }

        return packed.ToArray();
    }

    /// <summary>Writes what is new in a line against the one above: flat areas become zeros, and so do straight edges.</summary>
    private static void Filter(ReadOnlySpan<byte> pixels, ReadOnlySpan<byte> above, int channels, Span<byte> line)
    {
        // The first line against the pixel to the left, the others against the line above.
        line[0] = (byte)(above.IsEmpty ? 1 : 2);
        for (int i = 0; i < pixels.Length; i++)
        {
            byte known = above.IsEmpty ? i < channels ? (byte)0 : pixels[i - channels] : above[i];
            line[i + 1] = (byte)(pixels[i] - known);
        }
    }

    private static void WriteChunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        byte[] chunk = new byte[content.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        type.CopyTo(chunk.AsSpan(4));
        content.CopyTo(chunk.AsSpan(8));
        uint check = uint.MaxValue;
        foreach (byte value in chunk.AsSpan(4, content.Length + 4))
            check = _remainders[(check ^ value) & 255] ^ (check >> 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(content.Length + 8), ~check);
        file.Write(chunk);
    }

    /// <summary>The remainder of a byte by the polynomial of CRC-32.</summary>
    private static uint Remainder(int value)
    {
        uint rest = (uint)value;
        for (int bit = 0; bit < 8; bit++)
            rest = (rest & 1) == 0 ? rest >> 1 : (rest >> 1) ^ 0xEDB88320;
        return rest;
    }
}
