using System.Text;
using System.Text.Unicode;

namespace SessionsWidgets.Cli.Build.Html;

/// <summary>Detects the encoding as browsers do: by byte order mark, meta element, or content.</summary>
internal static class PageEncoding
{
    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private static readonly Encoding Windows1252 = Find("windows-1252")!;

    /// <summary>Whether the byte order mark is UTF-16, which is not supported.</summary>
    public static bool IsUtf16(ReadOnlySpan<byte> page) =>
        page.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || page.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);

    /// <summary>Detects the encoding, with numeric character references for unsupported characters.</summary>
    public static Encoding Detect(ReadOnlySpan<byte> page)
    {
        if (page.StartsWith(Encoding.UTF8.Preamble)) return Utf8;
        return MetaCharset.Find(page) is { } label && Find(label) is { } declared ? declared
            : System.Text.Unicode.Utf8.IsValid(page) ? Utf8
            : Windows1252;
    }

    /// <summary>Gets the encoding of a label; null if it is unknown or not compatible with ASCII.</summary>
    private static Encoding? Find(string label)
    {
        var name = label.Trim().ToLowerInvariant();
        switch (name)
        {
            // A label readable as ASCII cannot be UTF-16.
            case "utf-8" or "utf8" or "unicode-1-1-utf-8" or "utf-16" or "utf-16le" or "utf-16be" or "unicode" or "ucs-2":
                return Utf8;
            // The standard maps these labels to Windows-1252.
            case "iso-8859-1" or "iso8859-1" or "latin1" or "l1" or "ascii" or "us-ascii" or "iso_8859-1" or "cp1252" or "x-cp1252":
                name = "windows-1252";
                break;
            case "iso-8859-9" or "latin5" or "l5":
                name = "windows-1254";
                break;
            case "gb2312" or "gbk" or "x-gbk":
                name = "gb18030";
                break;
            case "sjis" or "x-sjis" or "windows-31j":
                name = "shift_jis";
                break;
            case "iso-2022-jp" or "iso-2022-kr" or "hz-gb-2312" or "utf-7" or "utf-32":
                return null;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(
                name, new NumericReferenceFallback(), DecoderFallback.ReplacementFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
