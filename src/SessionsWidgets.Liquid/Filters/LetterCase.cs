using System.Buffers;
using System.Text;

namespace SessionsWidgets.Liquid;

/// <summary>
/// Upper and lower case as Ruby has them: letters that have no upper case of their own become several, whatever the
/// machine's language is.
/// </summary>
internal static class LetterCase
{
    private const string Special = "ßŉǰΐΰևẖẗẘẙẚﬀﬁﬂﬃﬄﬅﬆﬓﬔﬕﬖﬗ";

    private static readonly string[] Upper =
    [
        "SS", "ʼN", "J̌", "Ϊ́", "Ϋ́", "ԵՒ", "H̱", "T̈", "W̊", "Y̊", "Aʾ", "FF", "FI", "FL", "FFI", "FFL", "ST", "ST",
        "ՄՆ", "ՄԵ", "ՄԻ", "ՎՆ", "ՄԽ",
    ];

    private static readonly SearchValues<char> SpecialSet = SearchValues.Create(Special);

    public static string ToUpper(string text) => Expand(text, isTitle: false).ToUpperInvariant();

    public static string ToLower(string text) => text.Replace("İ", "i̇", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>The first character in upper case, the others in lower case.</summary>
    public static string Capitalize(string text)
    {
        if (text.Length == 0) return text;
        var first = text.Length > 1 && char.IsSurrogatePair(text, 0) ? 2 : 1;
        return string.Concat(Expand(text[..first], isTitle: true), ToLower(text[first..]));
    }

    private static string Expand(string text, bool isTitle)
    {
        if (!text.AsSpan().ContainsAny(SpecialSet)) return isTitle ? text.ToUpperInvariant() : text;
        var result = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            var index = Special.IndexOf(c, StringComparison.Ordinal);
            if (index < 0) result.Append(c);
            else if (isTitle) result.Append(Upper[index][0]).Append(Upper[index][1..].ToLowerInvariant());
            else result.Append(Upper[index]);
        }

        return result.ToString();
    }
}
