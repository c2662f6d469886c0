using System.Buffers;

namespace SessionsWidgets.Liquid;

/// <summary>Encodes the characters that mean something in HTML text and in quoted attributes.</summary>
internal static class HtmlEncoder
{
    private const int Short = 16;
    private const int LongestEntity = 6;

    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'");
    private static readonly SearchValues<byte> SpecialBytes = SearchValues.Create("&<>\"'"u8);

    public static void Write(Utf8Output output, ReadOnlySpan<char> text)
    {
        // Short text is encoded straight into the window, in one pass.
        if (text.Length <= Short && output.TryRoom(text.Length * LongestEntity, out var room) && TryWriteAscii(text, room, out var length))
        {
            output.Advance(length);
            return;
        }

        while (true)
        {
            var index = text.IndexOfAny(Special);
            if (index < 0)
            {
                Utf8Text.Write(output, text);
                return;
            }

            Utf8Text.Write(output, text[..index]);
            output.Write(Entity((byte)text[index]));
            text = text[(index + 1)..];
        }
    }

    public static void Write(Utf8Output output, ReadOnlySpan<byte> text)
    {
        while (true)
        {
            var index = text.IndexOfAny(SpecialBytes);
            if (index < 0)
            {
                output.Write(text);
                return;
            }

            output.Write(text[..index]);
            output.Write(Entity(text[index]));
            text = text[(index + 1)..];
        }
    }

    /// <summary>Encodes all but ampersands: for HTML that is put into an attribute.</summary>
    public static void WriteOnce(Utf8Output output, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny("<>\"'") is >= 0 and var index)
        {
            Utf8Text.Write(output, text[..index]);
            output.Write(Entity((byte)text[index]));
            text = text[(index + 1)..];
        }

        Utf8Text.Write(output, text);
    }

    private static bool TryWriteAscii(ReadOnlySpan<char> text, Span<byte> room, out int length)
    {
        length = 0;
        foreach (var c in text)
        {
            if (c >= 0x80) return false;
            if (IsSpecial(c))
            {
                var entity = Entity((byte)c);
                entity.CopyTo(room[length..]);
                length += entity.Length;
            }
            else
            {
                room[length++] = (byte)c;
            }
        }

        return true;
    }

    private static bool IsSpecial(char c) => c is '"' or '&' or '\'' or '<' or '>';

    public static ReadOnlySpan<byte> Entity(byte character) => character switch
    {
        (byte)'&' => "&amp;"u8,
        (byte)'<' => "&lt;"u8,
        (byte)'>' => "&gt;"u8,
        (byte)'"' => "&quot;"u8,
        _ => "&#39;"u8,
    };
}
