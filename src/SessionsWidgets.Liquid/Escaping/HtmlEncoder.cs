using System.Buffers;

namespace SessionsWidgets.Liquid;

/// <summary>
/// Encodes the characters that mean something in HTML text and in quoted attributes. What the filter <c>escape</c> has
/// encoded before becomes the entity that it stands for.
/// </summary>
internal static class HtmlEncoder
{
    private const int Short = 16;
    private const int LongestEntity = 6;

    private static readonly SearchValues<char> Special = SearchValues.Create(string.Concat("&<>\"'", EscapedText.AllStandIns));
    private static readonly SearchValues<char> SpecialInHtml = SearchValues.Create(string.Concat("<>\"'", EscapedText.AllStandIns));
    private static readonly SearchValues<char> StandIns = SearchValues.Create(EscapedText.AllStandIns);
    private static readonly SearchValues<byte> SpecialBytes = SearchValues.Create([.. "&<>\"'"u8, EscapedText.Lead]);

    public static void Write(Utf8Output output, ReadOnlySpan<char> text)
    {
        // Short text is encoded straight into the window, in one pass.
        if (text.Length <= Short && output.TryRoom(text.Length * LongestEntity, out var room) && TryWriteAscii(text, room, out var length))
        {
            output.Advance(length);
            return;
        }

        Write(output, text, Special);
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
            text = text[index..];
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
            output.Write(EscapedText.IsStandIn(c) ? EscapedText.Entity(c) : Entity((byte)c));
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
