using System.Text;

namespace SessionsWidgets.Cli.Build.Html;

/// <summary>Elements whose content is text up to their end tag.</summary>
internal static class RawText
{
    private const string AllNames = "iframe noembed noframes noscript script style textarea title xmp";

    private static readonly NameSet Names = new(AllNames);
    private static readonly byte[][] Texts = Array.ConvertAll(AllNames.Split(' '), Encoding.ASCII.GetBytes);

    /// <summary>Whether the content of an element is text; for noscript as in browsers with scripts.</summary>
    public static bool IsRaw(ulong name) => Names.Contains(name);

    /// <summary>Finds the end tag of an element from the start of its content; the end of the page if there is none.</summary>
    public static int FindEnd(ReadOnlySpan<byte> page, int position, ulong name) =>
        name == TagName.Script ? FindScriptEnd(page, position) : FindEndTag(page, position, Array.Find(Texts, t => TagName.Of(t) == name));

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
