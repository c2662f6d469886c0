using System.Text;

namespace SessionsWidgets.Cli.Build.Html;

/// <summary>Tag names as numbers, for fast comparison: a 64-bit FNV-1a hash of the lower-case name.</summary>
internal static class TagName
{
    private const ulong Empty = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    // A bit for each of the first 64 bytes.
    private const ulong Spaces = (1UL << ' ') | (1UL << '\n') | (1UL << '\r') | (1UL << '\t') | (1UL << '\f');
    private const ulong NameEnds = Spaces | (1UL << '>') | (1UL << '/');

    public static readonly ulong Br = Of("br");
    public static readonly ulong Head = Of("head");
    public static readonly ulong Html = Of("html");
    public static readonly ulong Link = Of("link");
    public static readonly ulong Base = Of("base");
    public static readonly ulong Script = Of("script");
    public static readonly ulong Template = Of("template");

    public static ulong Of(ReadOnlySpan<byte> name)
    {
        var hash = Empty;
        foreach (var letter in name) hash = (hash ^ Lower(letter)) * Prime;
        return hash;
    }

    /// <summary>Reads the name of a tag, and gets the position after it.</summary>
    public static ulong Read(ReadOnlySpan<byte> page, int position, out int end)
    {
        var hash = Empty;
        for (end = position; end < page.Length && !Ends(page[end]); end++) hash = (hash ^ Lower(page[end])) * Prime;
        return hash;
    }

    public static ulong Of(string name) => Of(Encoding.ASCII.GetBytes(name));

    /// <summary>Gets the name of a start tag as it is written.</summary>
    public static ReadOnlySpan<byte> TextOf(TagToken tag, ReadOnlySpan<byte> page)
    {
        var text = page[(tag.Start + 1)..tag.End];
        var end = 0;
        while (end < text.Length && !Ends(text[end])) end++;
        return text[..end];
    }

    /// <summary>Converts an ASCII letter to lower case.</summary>
    public static byte Lower(byte letter) => letter is >= (byte)'A' and <= (byte)'Z' ? (byte)(letter | 0x20) : letter;

    /// <summary>Whether a byte is white space between the parts of a tag.</summary>
    public static bool IsSpace(byte b) => b < 64 && ((Spaces >> b) & 1) != 0;

    /// <summary>Whether a byte ends the name of a tag.</summary>
    private static bool Ends(byte b) => b < 64 && ((NameEnds >> b) & 1) != 0;
}
