using System.Buffers;
using System.Text;

namespace SessionsWidgets.Liquid;

/// <summary>Encodes the characters that mean something in HTML text and in quoted attributes.</summary>
internal static class HtmlEncoder
{
    /// <summary>How much of a long text is encoded at a time.</summary>
    private const int Portion = 4096;

    private const int Short = 32;
    private const int LongestEntity = 6;

    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'");

    public static void Write(Utf8Output output, ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            // No character takes less than a byte.
            var portion = text.Length > Portion ? text[..Portion] : text;
            var copied = PlainText.Copy(portion, output.Room(portion.Length));
            output.Advance(copied);
            text = text[copied..];
            if (copied == portion.Length) continue;
            if (text.Length <= Short && output.TryRoom(text.Length * LongestEntity, out var room))
            {
                output.Advance(WriteShort(text, room));
                return;
            }

            var length = text[0] < 0x80 ? 0 : text.IndexOfAny(Special);
            if (length == 0)
            {
                output.Write(Entity((byte)text[0]));
                text = text[1..];
            }
            else
            {
                if (length < 0) length = text.Length;
                Utf8Text.Write(output, text[..length]);
                text = text[length..];
            }
        }
    }

    public static void Write(Utf8Output output, ReadOnlySpan<byte> text)
    {
        while (text.Length > 0)
        {
            var portion = text.Length > Portion ? text[..Portion] : text;
            var copied = PlainText.Copy(portion, output.Room(portion.Length));
            output.Advance(copied);
            text = text[copied..];
            if (copied == portion.Length) continue;
            output.Write(Entity(text[0]));
            text = text[1..];
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

    /// <summary>Encodes a short text with a bit of everything, such as a name, character by character: calls would cost more.</summary>
    private static int WriteShort(ReadOnlySpan<char> text, Span<byte> room)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 0x80)
            {
                if (PlainText.IsSpecial((byte)c))
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
            else if (c < 0x800)
            {
                room[length++] = (byte)(0xC0 | (c >> 6));
                room[length++] = (byte)(0x80 | (c & 0x3F));
            }
            else
            {
                Rune.DecodeFromUtf16(text[i..], out var rune, out var consumed);
                length += rune.EncodeToUtf8(room[length..]);
                i += consumed - 1;
            }
        }

        return length;
    }

    public static ReadOnlySpan<byte> Entity(byte character) => character switch
    {
        (byte)'&' => "&amp;"u8,
        (byte)'<' => "&lt;"u8,
        (byte)'>' => "&gt;"u8,
        (byte)'"' => "&quot;"u8,
        _ => "&#39;"u8,
    };
}
