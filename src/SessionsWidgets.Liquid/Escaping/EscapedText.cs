using System.Buffers;
using System.Text;

namespace SessionsWidgets.Liquid;

/// <summary>
/// Text of which a part is encoded already. In HTML mode <c>escape</c> puts a stand-in for each character that it
/// encodes, a code point that Unicode keeps for such internal use; every filter hands it on like any other character,
/// and what writes the text turns it into the entity, or into the character itself where the place is not HTML. So
/// nothing is encoded twice, whatever comes between. Data that holds a stand-in of its own gains nothing by it: it can
/// become an entity, never markup.
/// </summary>
internal static class EscapedText
{
    /// <summary>The stand-ins: for the five characters, and for the ampersand of an entity that is kept.</summary>
    private const string StandIns = "\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\ufdd5";

    private const string Originals = "&<>\"'&";
    private const char First = '\ufdd0';
    private const char Last = '\ufdd5';
    private const char Kept = Last;

    /// <summary>The first byte of every stand-in in UTF-8, and of other characters too.</summary>
    public const byte Lead = 0xEF;

    /// <summary>How many bytes a stand-in takes in UTF-8.</summary>
    public const int Utf8Length = 3;

    private static readonly SearchValues<char> StandInSet = SearchValues.Create(StandIns);
    private static readonly SearchValues<char> OriginalSet = SearchValues.Create("&<>\"'");

    public static ReadOnlySpan<char> AllStandIns => StandIns;

    public static bool IsStandIn(char c) => c is >= First and <= Last;

    /// <summary>Whether UTF-8 begins with a stand-in, and which.</summary>
    public static bool StartsWithStandIn(ReadOnlySpan<byte> utf8, out char standIn)
    {
        var isOne = utf8.Length >= Utf8Length && utf8[0] == Lead && utf8[1] == 0xB7 && utf8[2] is >= 0x90 and <= 0x95;
        standIn = isOne ? (char)(First + (utf8[2] - 0x90)) : default;
        return isOne;
    }

    public static ReadOnlySpan<byte> Entity(char standIn) =>
        standIn == Kept ? "&"u8 : HtmlEncoder.Entity((byte)Originals[standIn - First]);

    /// <summary>Puts stand-ins for the characters that HTML text and attributes cannot hold.</summary>
    /// <param name="text">The text; what is escaped in it already stays so.</param>
    /// <param name="once">Whether entities that the text has are kept.</param>
    public static string Escape(string text, bool once)
    {
        if (!text.AsSpan().ContainsAny(OriginalSet)) return text;
        return string.Create(text.Length, (text, once), static (result, state) =>
        {
            var (text, once) = state;
            for (var i = 0; i < text.Length; i++)
            {
                var index = Originals.IndexOf(text[i], StringComparison.Ordinal);
                result[i] = index < 0 ? text[i] : index == 0 && once && HtmlFilters.IsEntity(text.AsSpan(i + 1)) ? Kept : StandIns[index];
            }
        });
    }

    /// <summary>The text before it was escaped.</summary>
    public static string Decode(string text)
    {
        if (!text.AsSpan().ContainsAny(StandInSet)) return text;
        var result = new StringBuilder(text);
        foreach (var (entity, character) in HtmlDecoder.Basic) result.Replace(Kept + entity, character);
        for (var i = 0; i < StandIns.Length; i++) result.Replace(StandIns[i], Originals[i]);
        return result.ToString();
    }
}
