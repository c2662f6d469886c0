using System.Buffers;
using System.Collections.Concurrent;
using System.Text;

namespace SessionsWidgets.Cli.Build.Html;

/// <summary>The tag names of widgets, and of the elements seen that are none. Thread-safe.</summary>
internal sealed class WidgetTagNames
{
    /// <summary>The tag of any widget, with a name attribute.</summary>
    public const string AnyWidget = "session-widget";

    /// <summary>The letters in which a misspelled name differs at most, signs between words apart: with more, elements of other people
    /// would be near, such as recent-stores.</summary>
    private const int MaxMisspelt = 1;

    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(" \t\r\n\f/>"u8);

    private readonly string[] _names;
    private readonly ulong[] _hashes;
    private readonly int _shortest;
    private readonly bool[] _isFirstLetter = new bool[byte.MaxValue + 1];

    /// <summary>The names of other elements, each with the near name of a widget if it has one.</summary>
    private readonly ConcurrentDictionary<ulong, string?> _others = new();

    public WidgetTagNames(IEnumerable<string> widgets)
    {
        _names = [.. widgets, AnyWidget];
        _hashes = Array.ConvertAll(_names, TagName.Of);
        foreach (var name in _names) _isFirstLetter[name[0]] = _isFirstLetter[char.ToUpperInvariant(name[0])] = true;
        _shortest = _names.Min(static name => name.Length) - 1;
    }

    public string? Find(ulong name)
    {
        for (var i = 0; i < _hashes.Length; i++)
        {
            if (_hashes[i] == name) return _names[i];
        }

        return null;
    }

    /// <summary>Finds the name of which the name of another element is probably a misspelling; null if there is none.</summary>
    public string? FindNear(ulong name, ReadOnlySpan<byte> text)
    {
        if (text.Length < _shortest) return null;
        if (_others.TryGetValue(name, out var near)) return near;
        return _others[name] = FindMisspelt(Encoding.UTF8.GetString(text));
    }

    /// <summary>Whether a page may have one of the tags, or a misspelled one that begins like one. If not, it is not parsed.</summary>
    public bool MayBeIn(ReadOnlySpan<byte> page)
    {
        for (var i = 0; ; i++)
        {
            var offset = page[i..].IndexOf((byte)'<');
            if (offset < 0) return false;
            i += offset;
            var rest = page[(i + 1)..];
            if (rest.Length < _shortest) return false;
            // Most names of HTML are shorter.
            if (_isFirstLetter[rest[0]] && !rest[.._shortest].ContainsAny(NameEnds) && MayStart(rest)) return true;
        }
    }

    private string? FindMisspelt(string name)
    {
        var letters = Letters(name);
        var near = NearestName.Misspelt(letters, _names.Select(Letters), MaxMisspelt);
        return near is null ? null : Array.Find(_names, known => Letters(known) == near);
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit));

    private bool MayStart(ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOfAny(NameEnds);
        if (end < 0) return false;
        var name = TagName.Of(rest[..end]);
        return HtmlElements.TraitsOf(name) == ElementTraits.None && (Find(name) is not null || FindNear(name, rest[..end]) is not null);
    }
}
