using System.Text;

namespace SessionsWidgets.Cli.Build.Html;

/// <summary>The tag names of widgets. Immutable and thread-safe.</summary>
internal sealed class WidgetTagNames
{
    /// <summary>The tag of any widget, with a name attribute.</summary>
    public const string AnyWidget = "session-widget";

    private readonly string[] _names;
    private readonly ulong[] _hashes;
    private readonly byte[][] _texts;
    private readonly bool[] _isFirstLetter = new bool[byte.MaxValue + 1];

    public WidgetTagNames(IEnumerable<string> widgets)
    {
        _names = [.. widgets, AnyWidget];
        _hashes = Array.ConvertAll(_names, TagName.Of);
        _texts = Array.ConvertAll(_names, Encoding.ASCII.GetBytes);
        foreach (var text in _texts) _isFirstLetter[text[0]] = _isFirstLetter[text[0] & ~0x20] = true;
    }

    public string? Find(ulong name)
    {
        for (var i = 0; i < _hashes.Length; i++)
        {
            if (_hashes[i] == name) return _names[i];
        }

        return null;
    }

    /// <summary>Whether a page may have one of the tags. If not, it is not parsed.</summary>
    public bool MayBeIn(ReadOnlySpan<byte> page)
    {
        for (var i = 0; ; i++)
        {
            var offset = page[i..].IndexOf((byte)'<');
            if (offset < 0) return false;
            i += offset;
            if (i + 1 >= page.Length) return false;
            if (!_isFirstLetter[page[i + 1]]) continue;
            foreach (var text in _texts)
            {
                if (i + 1 + text.Length <= page.Length && Ascii.EqualsIgnoreCase(page.Slice(i + 1, text.Length), text)) return true;
            }
        }
    }
}
