using System.Text;

namespace SessionsWidgets.Cli.Build.Html;

/// <summary>PHP in a page. The server runs it, and no browser sees it.</summary>
internal static class PhpCode
{
    /// <summary>Replaces the PHP of a page by spaces, so that every position stays.</summary>
    public static ReadOnlySpan<byte> Blank(ReadOnlySpan<byte> page)
    {
        byte[]? blanked = null;
        for (var i = 0; page[i..].IndexOf("<?"u8) is var offset and >= 0; i += 2)
        {
            i += offset;
            if (!IsStart(page[i..])) continue;
            blanked ??= page.ToArray();
            // What is not closed goes on to the end of the file.
            var length = page[i..].IndexOf("?>"u8) is var end and >= 0 ? end + 2 : page.Length - i;
            blanked.AsSpan(i, length).Fill((byte)' ');
            i += length - 2;
        }

        return blanked ?? page;
    }

    private static bool IsStart(ReadOnlySpan<byte> code) =>
        code.StartsWith("<?="u8) || (code.Length >= 5 && Ascii.EqualsIgnoreCase(code[..5], "<?php"u8));
}
