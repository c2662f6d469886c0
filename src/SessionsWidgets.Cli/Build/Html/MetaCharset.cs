using System.Buffers;
using System.Text;

namespace SessionsWidgets.Cli.Build.Html;

/// <summary>Finds the encoding in a meta element, as the HTML standard's prescan does.</summary>
internal static class MetaCharset
{
    /// <summary>The number of bytes that browsers scan.</summary>
    private const int Reach = 1024;

    private static readonly SearchValues<char> LabelEnds = SearchValues.Create(" ;\t\r\n\f");

    /// <summary>Finds the encoding label; null if there is none.</summary>
    public static string? Find(ReadOnlySpan<byte> page)
    {
        var start = page[..Math.Min(page.Length, Reach)];
        for (var i = 0; i < start.Length; i++)
        {
            var offset = start[i..].IndexOf((byte)'<');
            if (offset < 0) return null;
            i += offset;
            var rest = start[i..];
            if (rest.StartsWith("<!--"u8))
            {
                // "-->" may share its dashes with the start.
                var end = rest[2..].IndexOf("-->"u8);
                if (end < 0) return null;
                i += end + 4;
            }
            else if (
                rest.Length > 1
                    && (char.IsAsciiLetter((char)rest[1]) || (rest[1] == '/' && rest.Length > 2 && char.IsAsciiLetter((char)rest[2]))))
            {
                var name = rest[1] == '/' ? i + 2 : i + 1;
                var nameEnd = name;
                while (nameEnd < start.Length && start[nameEnd] != '>' && !TagName.IsSpace(start[nameEnd]) && start[nameEnd] != '/')
                    nameEnd++;
                var attributes = new AttributeReader(start, nameEnd);
                var isMeta = rest[1] != '/' && Ascii.EqualsIgnoreCase(start[name..nameEnd], "meta"u8);
                if (ReadAttributes(ref attributes, start) is { } label && isMeta) return label;
                if (attributes.TagEnd < 0) return null;
                i = attributes.TagEnd - 1;
            }
            else if (rest.Length > 1 && rest[1] is (byte)'!' or (byte)'/' or (byte)'?')
            {
                var end = rest.IndexOf((byte)'>');
                if (end < 0) return null;
                i += end;
            }
        }

        return null;
    }

    private static string? ReadAttributes(ref AttributeReader attributes, ReadOnlySpan<byte> page)
    {
        string? charset = null, content = null;
        var isContentType = false;
        while (attributes.MoveNext())
        {
            var name = page[attributes.Name];
            var value = Encoding.Latin1.GetString(page[attributes.Value]);
            if (Ascii.EqualsIgnoreCase(name, "charset"u8)) charset ??= value;
            else if (Ascii.EqualsIgnoreCase(name, "content"u8)) content ??= CharsetOf(value);
            else if (Ascii.EqualsIgnoreCase(name, "http-equiv"u8))
                isContentType = value.Equals("content-type", StringComparison.OrdinalIgnoreCase);
        }

        return attributes.TagEnd < 0 ? null : charset ?? (isContentType ? content : null);
    }

    /// <summary>Gets the label in "text/html; charset=…".</summary>
    private static string? CharsetOf(string content)
    {
        for (var i = 0; (i = content.IndexOf("charset", i, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            i += "charset".Length;
            var rest = content.AsSpan(i).TrimStart();
            if (!rest.StartsWith("=")) continue;
            rest = rest[1..].TrimStart();
            if (rest.Length > 0 && rest[0] is '"' or '\'')
            {
                var end = rest[1..].IndexOf(rest[0]);
                return end < 0 ? null : rest[1..(end + 1)].ToString();
            }

            var stop = rest.IndexOfAny(LabelEnds);
            return (stop < 0 ? rest : rest[..stop]).ToString();
        }

        return null;
    }
}
