using System.Text;

namespace SessionsWidgets.Liquid;

/// <summary>
/// Removes tags in linear time: first scripts, comments and styles with their content, then everything between
/// angle brackets. An ending that is missing once is not looked for again.
/// </summary>
internal static class HtmlStripper
{
    private static readonly (string Start, string End)[] Blocks =
        [("<script", "</script>"), ("<!--", "-->"), ("<style", "</style>")];

    public static string Strip(string text) => text.Contains('<', StringComparison.Ordinal) ? StripTags(StripBlocks(text)) : text;

    private static string StripBlocks(string text)
    {
        var result = new StringBuilder(text.Length);
        Span<bool> missing = [false, false, false];
        var from = 0;
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0; at = at < text.Length ? text.IndexOf('<', at) : -1)
        {
            var end = EndOfBlock(text, at, missing);
            if (end < 0)
            {
                at++;
                continue;
            }

            result.Append(text, from, at - from);
            from = at = end;
        }

        return result.Append(text, from, text.Length - from).ToString();
    }

    private static int EndOfBlock(string text, int at, Span<bool> missing)
    {
        if (at + 1 == text.Length || text[at + 1] is not ('s' or '!')) return -1;
        for (var i = 0; i < Blocks.Length; i++)
        {
            var (start, end) = Blocks[i];
            if (missing[i] || !text.AsSpan(at).StartsWith(start)) continue;
            var found = text.IndexOf(end, at + start.Length, StringComparison.Ordinal);
            if (found >= 0) return found + end.Length;
            missing[i] = true;
        }

        return -1;
    }

    private static string StripTags(string text)
    {
        var result = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (true)
        {
            var open = rest.IndexOf('<');
            var close = open < 0 ? -1 : rest[open..].IndexOf('>');
            if (close < 0) return result.Append(rest).ToString();
            result.Append(rest[..open]);
            rest = rest[(open + close + 1)..];
        }
    }
}
