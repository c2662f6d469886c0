using System.Text;

namespace SessionsWidgets.Cli.Build.Html;

/// <summary>Turns byte positions into lines and columns, as editors count them: from 1, lines ended by CR, LF or both.</summary>
internal static class PagePosition
{
    public static int Line(ReadOnlySpan<byte> page, int position)
    {
        var before = page[..position];
        return 1 + before.Count((byte)'\n') + before.Count((byte)'\r') - before.Count("\r\n"u8);
    }

    /// <summary>A column is a character of the page's encoding, however many bytes it has.</summary>
    public static int Column(ReadOnlySpan<byte> page, int position, Encoding encoding)
    {
        var line = page[(page[..position].LastIndexOfAny((byte)'\n', (byte)'\r') + 1)..position];
        if (line.StartsWith(Encoding.UTF8.Preamble)) line = line[3..];
        return 1 + encoding.GetCharCount(line);
    }
}
