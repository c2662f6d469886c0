namespace SessionsWidgets.Liquid;

/// <summary>Names that a compilation met, each as one string.</summary>
internal sealed class NameTable
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _names =
        new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _names.Set.Count;

    public string Intern(ReadOnlySpan<char> text)
    {
        if (text.Length == 0) return string.Empty;
        if (_names.TryGetValue(text, out var known)) return known;
        var name = text.ToString();
        _names.Set.Add(name);
        return name;
    }

    public string Intern(string text)
    {
        if (_names.Set.TryGetValue(text, out var known)) return known;
        _names.Set.Add(text);
        return text;
    }

    public void Clear() => _names.Set.Clear();
}
