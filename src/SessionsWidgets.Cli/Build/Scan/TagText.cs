using System.Text;

namespace SessionsWidgets.Cli.Build.Scan;

/// <summary>Finds tags of widgets that are text: in files that are no pages, as they are and escaped, and in pages. Thread-safe.</summary>
internal sealed class TagText(IEnumerable<string> names)
{
    /// <summary>How a page writes it in its text.</summary>
    private static readonly byte[][] HtmlStart = ["&lt;"u8.ToArray()];

    /// <summary>How HTML, XML, JSON and addresses write the sign before a tag's name.</summary>
    private static readonly byte[][] Starts =
        [.. ((string[])["<", "&lt;", "&#60;", "&#x3c;", @"\u003c", @"\x3c", "%3c"]).Select(Encoding.ASCII.GetBytes)];

    private readonly (string Name, byte[] Text)[] _names = [.. names.Select(name => (name, Encoding.ASCII.GetBytes(name)))];

    /// <summary>Finds the first tag of a widget.</summary>
    /// <returns>The position, and the name of the tag; null if there is none.</returns>
    public (int Position, string Name)? Find(ReadOnlySpan<byte> text) => Find(text, Starts);

    /// <summary>Whether a page shows a tag as text: <c>&amp;lt;recent-smokes</c>.</summary>
    public bool IsShownIn(ReadOnlySpan<byte> page) => page.IndexOf(HtmlStart[0]) >= 0 && Find(page, HtmlStart) is not null;

    private (int Position, string Name)? Find(ReadOnlySpan<byte> text, byte[][] starts)
    {
        (int Position, string Name)? first = null;
        foreach (var (name, bytes) in _names)
        {
            var searched = first is { } found ? text[..found.Position] : text;
            for (var i = 0; searched[i..].IndexOf(bytes) is var offset and >= 0; i += bytes.Length)
            {
                i += offset;
                if (StartBefore(text[..i], starts) is not { } start || !EndsName(text[(i + bytes.Length)..])) continue;
                first = (start, name);
                break;
            }
        }

        return first;
    }

    private static int? StartBefore(ReadOnlySpan<byte> text, byte[][] starts)
    {
        foreach (var start in starts)
        {
            var position = text.Length - start.Length;
            if (position >= 0 && Ascii.EqualsIgnoreCase(text[position..], start)) return position;
        }

        return null;
    }

    private static bool EndsName(ReadOnlySpan<byte> rest) =>
        rest.IsEmpty || !(char.IsAsciiLetterOrDigit((char)rest[0]) || rest[0] is (byte)'-' or (byte)'_');
}
