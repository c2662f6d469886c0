namespace SessionsWidgets;

/// <summary>A text with named placeholders: <c>Rated {rating} out of 5</c>. Immutable.</summary>
internal sealed class TextPattern
{
    private readonly (string Literal, string? Gap)[] _parts;

    public TextPattern(string text)
    {
        var parts = new List<(string, string?)>();
        var rest = text.AsSpan();
        while (rest.IndexOf('{') is var open and >= 0 && rest[open..].IndexOf('}') is var length and > 0)
        {
            parts.Add((rest[..open].ToString(), rest.Slice(open + 1, length - 1).ToString()));
            rest = rest[(open + length + 1)..];
        }

        if (rest.Length > 0 || parts.Count == 0) parts.Add((rest.ToString(), null));
        _parts = [.. parts];
    }

    /// <summary>The parts: literal text, and the name of the placeholder after it, if any.</summary>
    public ReadOnlySpan<(string Literal, string? Gap)> Parts => _parts;

    /// <summary>The text when it has no placeholders.</summary>
    public string? Constant => _parts is [(var literal, null)] ? literal : null;

    /// <summary>Replaces the placeholders; one without a value stays as written.</summary>
    public string Fill(Func<string, string?> value)
    {
        if (Constant is { } constant) return constant;
        var text = new TextBuilder(stackalloc char[128]);
        foreach (var (literal, gap) in _parts)
        {
            text.Append(literal);
            if (gap is not null) text.Append(value(gap) ?? string.Concat("{", gap, "}"));
        }

        return text.Written.ToString();
    }
}
