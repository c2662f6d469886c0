using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SessionsWidgets.Sandbox.Tests.Pictures;

/// <summary>Reads PNG files as strictly as they are defined, as far as the sandbox writes them.</summary>
internal static class PngLines
{
    /// <summary>The bytes of each line.</summary>
    public static byte[][] Read(byte[] file, out (int Width, int Height, int ColorType) header)
    {
        file.AsSpan(0, 8).ToArray().ShouldBe([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var data = new MemoryStream();
        var types = new List<string>();
        header = default;
        for (int at = 8; at < file.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            ReadOnlySpan<byte> content = file.AsSpan(at + 8, length);
            string type = Encoding.ASCII.GetString(file.AsSpan(at + 4, 4));
            types.Add(type);
            BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + length)).ShouldBe(Check(file.AsSpan(at + 4, length + 4)));
            if (type == "IHDR")
                header = (BinaryPrimitives.ReadInt32BigEndian(content), BinaryPrimitives.ReadInt32BigEndian(content[4..]), content[9]);
            else
                data.Write(content);
            at += length + 12;
        }

        types.ShouldBe(["IHDR", "IDAT", "IEND"]);
        data.Position = 0;
        using var zlib = new ZLibStream(data, CompressionMode.Decompress);
        int channels = header.ColorType == 2 ? 3 : 4;
        byte[] above = new byte[header.Width * channels];
        byte[][] lines = new byte[header.Height][];
        for (int y = 0; y < header.Height; y++)
        {
            int filter = zlib.ReadByte();
            byte[] line = new byte[above.Length];
            zlib.ReadExactly(line);
            for (int i = 0; i < line.Length; i++)
            {
                line[i] += filter switch
                {
                    1 => i < channels ? (byte)0 : line[i - channels],
                    2 => above[i],
                    _ => throw new InvalidDataException($"Filter {filter}."),
                };
            }

            lines[y] = above = line;
        }

        zlib.ReadByte().ShouldBe(-1);
        return lines;
    }

    private static uint Check(ReadOnlySpan<byte> bytes)
    {
        uint rest = uint.MaxValue;
        foreach (byte value in bytes)
        {
            rest ^= value;
            for (int bit = 0; bit < 8; bit++)
                rest = (rest & 1) == 0 ? rest >> 1 : (rest >> 1) ^ 0xEDB88320;
        }

        return ~rest;
    }
}
