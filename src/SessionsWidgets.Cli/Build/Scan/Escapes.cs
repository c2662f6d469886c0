using System.Globalization;
using System.Net;
using System.Text;

namespace SessionsWidgets.Cli.Build.Scan;

/// <summary>Reads a character as HTML, JSON, scripts and addresses write it.</summary>
internal static class Escapes
{
    /// <summary>The bytes of the longest escape: a character reference of HTML.</summary>
    public const int MaxLength = 10;

    /// <summary>Gets the number of bytes that a text begins with and that stand for a character; 0 if it begins with another.</summary>
    public static int LengthOf(char character, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return 0;
        // What begins an escape may also stand for itself.
        var escaped = text[0] switch
        {
            (byte)'%' => IsHex(text[1..], 2, character) ? 3 : 0,
            (byte)'\\' => OfBackslash(text[1..], character),
            (byte)'&' => OfReference(text, character),
            _ => 0,
        };
        return escaped > 0 ? escaped : text[0] == character ? 1 : 0;
    }

    private static int OfBackslash(ReadOnlySpan<byte> text, char character) =>
        text.IsEmpty ? 0
        : text[0] == (byte)'u' && IsHex(text[1..], 4, character) ? 6
        : text[0] == (byte)'x' && IsHex(text[1..], 2, character) ? 4
        : text[0] == character && !char.IsAsciiLetterOrDigit(character) ? 2
        : 0;

    private static int OfReference(ReadOnlySpan<byte> text, char character)
    {
        var end = text[..Math.Min(text.Length, MaxLength)].IndexOf((byte)';');
        if (end < 0) return 0;
        var decoded = WebUtility.HtmlDecode(Encoding.ASCII.GetString(text[..(end + 1)]));
        return decoded.Length == 1 && decoded[0] == character ? end + 1 : 0;
    }

    private static bool IsHex(ReadOnlySpan<byte> digits, int length, char character) =>
        digits.Length >= length
        && int.TryParse(digits[..length], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
        && code == character;
}
