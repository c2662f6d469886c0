using System.Text;

namespace SessionsWidgets.Cli.Build.Html;

/// <summary>Converts byte positions to lines and columns from 1. Lines end with CR, LF or CRLF.</summary>
internal static class PagePosition
{
    public static int Line(ReadOnlySpan<byte> page, int position)
    {
        var before = page[..position];
        return 1 + before.Count((byte)'\n') + before.Count((byte)'\r') - before.Count("\r\n"u8);
    }

    /// <summary>Columns count characters.</summary>
    public static int Column(ReadOnlySpan<byte> page, int position, Encoding encoding)
    {
        var line = page[(page[..position].LastIndexOfAny((byte)'\n', (byte)'\r') + 1)..position];
        if (line.StartsWith(Encoding.UTF8.Preamble)) line = line[3..];
        return 1 + encoding.GetCharCount(line);
    }
}
