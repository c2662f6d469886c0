using System.Buffers;

namespace SessionsWidgets;

/// <summary>
/// Encodes the characters that mean something in HTML text and in quoted attributes. What the filter <c>escape</c> has
/// encoded before becomes the entity that it stands for.
/// </summary>
internal static class MarkupEncoder
{
    private static readonly SearchValues<char> InText = SearchValues.Create("&<>\"'" + EscapedText.StandIns);
    private static readonly SearchValues<char> InHtmlAttribute = SearchValues.Create("<>\"'" + EscapedText.StandIns);
    private static readonly SearchValues<char> InHtml = SearchValues.Create(EscapedText.StandIns);
    private static readonly SearchValues<char> Nothing = SearchValues.Create("");

    /// <summary>Writes text or HTML. HTML is unchanged, except its quotes and brackets in an attribute.</summary>
    public static void Write(
        FragmentWriter output, ReadOnlySpan<char> text, OutputEncoding escape = OutputEncoding.Html, bool isHtml = false)
    {
        var special = escape switch
        {
            OutputEncoding.None => Nothing,
            OutputEncoding.Raw => InHtml,
            OutputEncoding.Html when isHtml => InHtml,
            OutputEncoding.Attribute when isHtml => InHtmlAttribute,
            _ => InText,
        };
        while (text.IndexOfAny(special) is >= 0 and var index)
        {
            output.Write(text[..index]);
            output.WriteUtf8(Entity(text[index]));
            text = text[(index + 1)..];
        }

        output.Write(text);
    }

    private static ReadOnlySpan<byte> Entity(char character) => character switch
    {
        '&' or '\ufdd0' => "&amp;"u8,
        '<' or '\ufdd1' => "&lt;"u8,
        '>' or '\ufdd2' => "&gt;"u8,
        '"' or '\ufdd3' => "&quot;"u8,
        '\'' or '\ufdd4' => "&#39;"u8,
        _ => "&"u8,
    };
}
