using Microsoft.Win32.SafeHandles;

namespace SessionsWidgets.Cli.Build.Output;

/// <summary>Compares files. A file that cannot be read is different.</summary>
internal static class FileContent
{
    private const int BlockSize = 64 * 1024;

    /// <summary>Whether a file has just these bytes.</summary>
    public static bool Is(string path, ReadOnlySpan<byte> content)
    {
        if (Open(path, content.Length) is not { } opened) return false;
        using var file = opened;
        Span<byte> block = new byte[Math.Min(BlockSize, content.Length)];
        for (var position = 0; position < content.Length;)
        {
            var read = RandomAccess.Read(file, block, position);
            if (read == 0 || !block[..read].SequenceEqual(content[position..(position + read)])) return false;
            position += read;
        }

        return true;
    }

    /// <summary>Whether two files have the same bytes.</summary>
    public static bool AreSame(string path, string other)
    {
        using var second = File.OpenHandle(other);
        if (Open(path, RandomAccess.GetLength(second)) is not { } opened) return false;
        using var first = opened;
        var (one, two) = (new byte[BlockSize], new byte[BlockSize]);
        for (var position = 0L; ; position += BlockSize)
        {
            var read = Fill(first, one, position);
            if (Fill(second, two, position) != read || !one.AsSpan(0, read).SequenceEqual(two.AsSpan(0, read))) return false;
            if (read < BlockSize) return true;
        }
    }

    /// <summary>Opens a file of that length; null if there is none.</summary>
    private static SafeFileHandle? Open(string path, long length)
    {
        try
        {
            return new FileInfo(path) is { Exists: true } file && file.Length == length ? File.OpenHandle(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static int Fill(SafeFileHandle file, Span<byte> block, long position)
    {
        var length = 0;
        while (length < block.Length && RandomAccess.Read(file, block[length..], position + length) is var read and > 0) length += read;
        return length;
    }
}
