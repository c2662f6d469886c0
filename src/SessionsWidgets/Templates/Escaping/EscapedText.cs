using System.Buffers;

namespace SessionsWidgets;

/// <summary>
/// Text of which a part is encoded already. <c>escape</c> puts a stand-in for each character that it encodes, a code point
/// that Unicode keeps for such internal use; every filter hands it on like any other character, and what writes the text
/// turns it into the entity, or into the character itself where the place is not HTML. So nothing is encoded twice,
/// whatever comes between. Data that holds a stand-in of its own gains nothing by it: it can become an entity, never markup.
/// </summary>
internal static class EscapedText
{
    /// <summary>The stand-ins: for the five characters, and for the ampersand of an entity that is kept.</summary>
    public const string StandIns = "\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\ufdd5";

    private const string Originals = "&<>\"'&";
    private const char Kept = '\ufdd5';

    private static readonly SearchValues<char> StandInSet = SearchValues.Create(StandIns);
    private static readonly SearchValues<char> OriginalSet = SearchValues.Create(Originals);
    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>The entities that encoding makes, without their ampersand; that of the ampersand itself last.</summary>
    private static readonly (string Entity, string Character)[] Entities =
        [("lt;", "<"), ("gt;", ">"), ("quot;", "\""), ("#39;", "'"), ("amp;", "&")];

    /// <summary>Puts stand-ins for the characters that HTML text and attributes cannot hold.</summary>
    /// <param name="text">The text; what is escaped in it already stays so.</param>
    /// <param name="once">Whether entities that the text has are kept.</param>
    public static string Escape(string text, bool once)
    {
        if (!text.AsSpan().ContainsAny(OriginalSet)) return text;
        var result = text.ToCharArray();
        for (var i = 0; i < result.Length; i++)
        {
            var index = Originals.IndexOf(result[i], StringComparison.Ordinal);
            if (index >= 0) result[i] = once && index == 0 && IsEntity(text.AsSpan(i + 1)) ? Kept : StandIns[index];
        }

        return new string(result);
    }

    /// <summary>A value as text before it was encoded, for places that are not HTML: URLs and JSON.</summary>
    public static string Original(FluidValue value) => Decode(ValueText.Of(value), value.IsHtml());

    /// <summary>The text before it was encoded.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isHtml">Whether the text is HTML, of which the entities that encoding makes are undone too.</param>
    public static string Decode(string text, bool isHtml)
    {
        if (isHtml) text = text.Replace('&', Kept);
        if (!text.AsSpan().ContainsAny(StandInSet)) return text;
        var result = new StringBuilder(text);
        foreach (var (entity, character) in Entities) result.Replace(Kept + entity, character);
        for (var i = 0; i < StandIns.Length; i++) result.Replace(StandIns[i], Originals[i]);
        return result.ToString();
    }

    /// <summary>Whether what follows an ampersand is letters, or a number sign and digits, up to a semicolon.</summary>
    private static bool IsEntity(ReadOnlySpan<char> text)
    {
        var isNumber = text.StartsWith("#");
        if (isNumber) text = text[1..];
        var end = isNumber ? text.IndexOfAnyExceptInRange('0', '9') : text.IndexOfAnyExcept(Letters);
        return end > 0 && text[end] == ';';
    }
}
