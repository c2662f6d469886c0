using System.Buffers;

namespace SessionsWidgets;

/// <summary>
/// Encodes the characters that mean something in HTML text and in quoted attributes. What the filter <c>escape</c> has
/// encoded before becomes the entity that it stands for.
/// </summary>
internal static class MarkupEncoder
{
    private static readonly SearchValues<char> Special = SearchValues.Create(string.Concat("&<>\"'", EscapedText.AllStandIns));
    private static readonly SearchValues<char> SpecialInHtml = SearchValues.Create(string.Concat("<>\"'", EscapedText.AllStandIns));
    private static readonly SearchValues<char> StandIns = SearchValues.Create(EscapedText.AllStandIns);

    /// <summary>Writes text.</summary>
    public static void Write(FragmentWriter output, ReadOnlySpan<char> text) => Write(output, text, Special);

    /// <summary>Writes HTML into an attribute: all but ampersands is encoded.</summary>
    public static void WriteOnce(FragmentWriter output, ReadOnlySpan<char> html) => Write(output, html, SpecialInHtml);

    /// <summary>Writes HTML as it is.</summary>
    public static void WriteHtml(FragmentWriter output, ReadOnlySpan<char> html) => Write(output, html, StandIns);

    private static void Write(FragmentWriter output, ReadOnlySpan<char> text, SearchValues<char> special)
    {
        while (text.IndexOfAny(special) is >= 0 and var index)
        {
            output.Write(text[..index]);
            var c = text[index];
            output.WriteUtf8(EscapedText.IsStandIn(c) ? EscapedText.Entity(c) : Entity(c));
            text = text[(index + 1)..];
        }

        output.Write(text);
    }

    public static ReadOnlySpan<byte> Entity(char character) => character switch
    {
        '&' => "&amp;"u8,
        '<' => "&lt;"u8,
        '>' => "&gt;"u8,
        '"' => "&quot;"u8,
        _ => "&#39;"u8,
    };
}
