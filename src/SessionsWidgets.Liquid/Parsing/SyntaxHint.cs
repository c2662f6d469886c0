namespace SessionsWidgets.Liquid;

/// <summary>What to write instead of what other languages have.</summary>
internal static class SyntaxHint
{
    /// <param name="found">The token that cannot stand here.</param>
    /// <param name="before">The token before it.</param>
    /// <param name="isAfterValue">Whether all before it could be understood.</param>
    /// <returns>A sentence with a space before it, or nothing.</returns>
    public static string For(ReadOnlySpan<char> found, ReadOnlySpan<char> before, bool isAfterValue)
    {
        if (before is "not" or "!") return " There is no 'not': use 'unless', or '== false'.";
        if (found.Length == 0) return string.Empty;
        return found[0] switch
        {
            '=' => " Equality is written '=='.",
            '&' => " 'And' is written 'and'.",
            '!' => " There is no '!': use 'unless', or '!='.",
            '+' or '-' or '*' or '/' or '%' => " Numbers are calculated with by filters: 'plus', 'minus', 'times', 'divided_by', 'modulo'.",
            '?' => " There is no '?': use the tag 'if', or the filter 'default'.",
            '(' => " Arguments of a filter stand after a colon, without brackets; conditions have no brackets.",
            '\u201c' or '\u201d' or '\u2018' or '\u2019' => " Text stands in straight quotes.",
            '"' or '\'' when found.Length < 2 || found[^1] != found[0] => " The quote at its end is missing.",
            _ => found is "or" or "and" ? " Conditions have no brackets." : isAfterValue ? AfterValue(found) : string.Empty,
        };
    }

    private static string AfterValue(ReadOnlySpan<char> found) =>
        char.IsAsciiLetterOrDigit(found[0]) || found[0] is '"' or '\'' ? " Between two values stands an operator, a comma, or after a filter a colon." : string.Empty;
}
