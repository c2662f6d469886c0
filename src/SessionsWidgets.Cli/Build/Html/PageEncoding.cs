using System.Text;
using System.Text.Unicode;

namespace SessionsWidgets.Cli.Build.Html;

/// <summary>Finds the encoding of a page as browsers do: the byte order mark, a meta element near the beginning, else what the bytes look
/// like.</summary>
internal static class PageEncoding
{
    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private static readonly Encoding Windows1252 = Find("windows-1252")!;

    /// <summary>Whether the page's byte order mark says UTF-16, in which tags are not found.</summary>
    public static bool IsUtf16(ReadOnlySpan<byte> page) =>
        page.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || page.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);

    /// <summary>The encoding. What it cannot hold, it writes as numeric character references.</summary>
    public static Encoding Detect(ReadOnlySpan<byte> page)
    {
        if (page.StartsWith(Encoding.UTF8.Preamble)) return Utf8;
        return MetaCharset.Find(page) is { } label && Find(label) is { } declared ? declared
            : System.Text.Unicode.Utf8.IsValid(page) ? Utf8
            : Windows1252;
    }

    /// <summary>The encoding that browsers take a label for; null when they know none, or when it does not hold ASCII as it is.</summary>
    private static Encoding? Find(string label)
    {
        var name = label.Trim().ToLowerInvariant();
        switch (name)
        {
            // Who can read these labels as ASCII is not reading UTF-16.
            case "utf-8" or "utf8" or "unicode-1-1-utf-8" or "utf-16" or "utf-16le" or "utf-16be" or "unicode" or "ucs-2":
                return Utf8;
            // The standard gives these names to Windows-1252, which is what pages that bear them are written in.
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
