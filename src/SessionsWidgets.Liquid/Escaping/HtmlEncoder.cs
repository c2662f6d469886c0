using System.Buffers;
using System.Text;

namespace SessionsWidgets.Liquid;

/// <summary>
/// Encodes the characters that mean something in HTML text and in quoted attributes. What the filter <c>escape</c> has
/// encoded before becomes the entity that it stands for.
/// </summary>
internal static class HtmlEncoder
{
    /// <summary>How much of a long text is encoded at a time.</summary>
    private const int Portion = 4096;

    private const int Short = 32;
    private const int LongestEntity = 6;

    private static readonly SearchValues<char> Special = SearchValues.Create(string.Concat("&<>\"'", EscapedText.AllStandIns));
    private static readonly SearchValues<char> SpecialInHtml = SearchValues.Create(string.Concat("<>\"'", EscapedText.AllStandIns));
    private static readonly SearchValues<char> StandIns = SearchValues.Create(EscapedText.AllStandIns);

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

            var length = text.IndexOfAny(Special);
            if (length == 0)
            {
                output.Write(Entity(text[0]));
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
            var length = 1;
            if (text[0] != EscapedText.Lead)
            {
                output.Write(Entity(text[0]));
            }
            else if (EscapedText.StartsWithStandIn(text, out var standIn))
            {
                output.Write(EscapedText.Entity(standIn));
                length = EscapedText.Utf8Length;
            }
            else
            {
                output.Write(text[0]);
            }

            text = text[length..];
        }
    }

    /// <summary>Writes HTML into an attribute: all but ampersands is encoded.</summary>
    public static void WriteOnce(Utf8Output output, ReadOnlySpan<char> html) => Write(output, html, SpecialInHtml);

    /// <summary>Writes HTML as it is.</summary>
    public static void WriteHtml(Utf8Output output, ReadOnlySpan<char> html) => Write(output, html, StandIns);

    /// <summary>Writes HTML as it is.</summary>
    public static void WriteHtml(Utf8Output output, ReadOnlySpan<byte> html)
    {
        for (var index = html.IndexOf(EscapedText.Lead); index >= 0; index = html.IndexOf(EscapedText.Lead))
        {
            output.Write(html[..index]);
            html = html[index..];
            var isStandIn = EscapedText.StartsWithStandIn(html, out var standIn);
            output.Write(isStandIn ? EscapedText.Entity(standIn) : html[..1]);
            html = html[(isStandIn ? EscapedText.Utf8Length : 1)..];
        }

        output.Write(html);
    }

    private static void Write(Utf8Output output, ReadOnlySpan<char> text, SearchValues<char> special)
    {
        while (text.IndexOfAny(special) is >= 0 and var index)
        {
            Utf8Text.Write(output, text[..index]);
            var c = text[index];
            output.Write(Entity(c));
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
            else if (EscapedText.IsStandIn(c))
            {
                var entity = EscapedText.Entity(c);
                entity.CopyTo(room[length..]);
                length += entity.Length;
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

    private static ReadOnlySpan<byte> Entity(char c) => EscapedText.IsStandIn(c) ? EscapedText.Entity(c) : Entity((byte)c);

    public static ReadOnlySpan<byte> Entity(byte character) => character switch
    {
        (byte)'&' => "&amp;"u8,
        (byte)'<' => "&lt;"u8,
        (byte)'>' => "&gt;"u8,
        (byte)'"' => "&quot;"u8,
        _ => "&#39;"u8,
    };
}
