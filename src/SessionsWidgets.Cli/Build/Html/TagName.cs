using System.Text;

namespace SessionsWidgets.Cli.Build.Html;

/// <summary>Tag names as numbers, for fast comparison: a 64-bit FNV-1a hash of the lower-case name.</summary>
internal static class TagName
{
    public static readonly ulong Br = Of("br");
    public static readonly ulong Head = Of("head");
    public static readonly ulong Link = Of("link");
    public static readonly ulong Base = Of("base");
    public static readonly ulong Script = Of("script");

    public static ulong Of(ReadOnlySpan<byte> name)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in name) hash = (hash ^ Lower(letter)) * 1099511628211UL;
        return hash;
    }

    public static ulong Of(string name) => Of(Encoding.ASCII.GetBytes(name));

    /// <summary>Gets the name of a start tag as it is written.</summary>
    public static ReadOnlySpan<byte> TextOf(TagToken tag, ReadOnlySpan<byte> page)
    {
        var text = page[(tag.Start + 1)..tag.End];
        var end = 0;
        while (end < text.Length && text[end] is not ((byte)'>' or (byte)'/') && !IsSpace(text[end])) end++;
        return text[..end];
    }

    /// <summary>Converts an ASCII letter to lower case.</summary>
    public static byte Lower(byte letter) => letter is >= (byte)'A' and <= (byte)'Z' ? (byte)(letter | 0x20) : letter;

    /// <summary>Whether a byte is white space between the parts of a tag.</summary>
    public static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)'\f';
}
