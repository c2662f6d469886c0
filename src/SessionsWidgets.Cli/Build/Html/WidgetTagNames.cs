using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace SessionsWidgets.Cli.Build.Html;

/// <summary>The names of the tags that are widgets. Immutable and thread-safe.</summary>
internal sealed class WidgetTagNames
{
    /// <summary>The tag of any widget, which it names in an attribute.</summary>
    public const string AnyWidget = "session-widget";

    private readonly FrozenDictionary<ulong, string> _names;
    private readonly byte[][] _texts;
    private readonly SearchValues<byte> _firstLetters;

    public WidgetTagNames(IEnumerable<string> widgets)
    {
        string[] names = [.. widgets, AnyWidget];
        _names = names.ToFrozenDictionary(TagName.Of, n => n);
        _texts = [.. names.Select(Encoding.ASCII.GetBytes)];
        _firstLetters = SearchValues.Create([.. _texts.Select(t => t[0]), .. _texts.Select(t => (byte)(t[0] & ~0x20))]);
    }

    public string? Find(ulong name) => _names.GetValueOrDefault(name);

    /// <summary>Whether one of the tags may be in the page. Where none is, the page need not be looked into.</summary>
    public bool MayBeIn(ReadOnlySpan<byte> page)
    {
        for (var i = 0; ; i++)
        {
            var offset = page[i..].IndexOf((byte)'<');
            if (offset < 0) return false;
            i += offset;
            if (i + 1 >= page.Length) return false;
            if (!_firstLetters.Contains(page[i + 1])) continue;
            foreach (var text in _texts)
            {
                if (i + 1 + text.Length <= page.Length && Ascii.EqualsIgnoreCase(page.Slice(i + 1, text.Length), text)) return true;
            }
        }
    }
}
