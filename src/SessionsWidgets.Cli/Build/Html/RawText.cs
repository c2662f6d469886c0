using System.Text;

namespace SessionsWidgets.Cli.Build.Html;

/// <summary>Elements whose content is text up to their end tag.</summary>
internal static class RawText
{
    /// <summary>Finds the end tag of an element from its start tag; the end of the page if there is none.</summary>
    public static int FindEnd(ReadOnlySpan<byte> page, TagToken start) =>
        start.Name == TagName.Script ? FindScriptEnd(page, start.End) : FindEndTag(page, start.End, TagName.TextOf(start, page));

    private static int FindEndTag(ReadOnlySpan<byte> page, int position, ReadOnlySpan<byte> name)
    {
        for (var i = position; ; i += 2)
        {
            var offset = page[i..].IndexOf("</"u8);
            if (offset < 0) return page.Length;
            i += offset;
            if (IsTagAt(page, i + 2, name)) return i;
        }
    }

    /// <summary>Finds the end of a script. After "&lt;!--", a nested script has its own end tag: the double escaped state.</summary>
    private static int FindScriptEnd(ReadOnlySpan<byte> page, int position)
    {
        bool escaped = false, inner = false;
        for (var i = position; i < page.Length; i++)
        {
            var rest = page[i..];
            var offset = rest.IndexOfAny((byte)'<', (byte)'-');
            if (offset < 0) break;
            i += offset;
            rest = page[i..];
            if (rest.StartsWith("-->"u8))
            {
                escaped = inner = false;
            }
            else if (rest.StartsWith("</"u8) && IsTagAt(page, i + 2, "script"u8))
            {
                if (!inner) return i;
                inner = false;
            }
            else if (!escaped && rest.StartsWith("<!--"u8))
            {
                escaped = true;
                // Its dashes may be those of "-->".
                i++;
            }
            else if (escaped && !inner && rest[0] == '<' && IsTagAt(page, i + 1, "script"u8))
            {
                inner = true;
            }
        }

        return page.Length;
    }

    private static bool IsTagAt(ReadOnlySpan<byte> page, int position, ReadOnlySpan<byte> name)
    {
        var end = position + name.Length;
        return end < page.Length
            && Ascii.EqualsIgnoreCase(page[position..end], name)
            && (page[end] is (byte)'/' or (byte)'>' || TagName.IsSpace(page[end]));
    }
}
