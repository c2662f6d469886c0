namespace SessionsWidgets;

/// <summary>The name and text of a template or partial. Immutable.</summary>
internal sealed record TemplateSource(string Name, string Text)
{
    /// <summary>An error at an offset of the text.</summary>
    public TemplateError Error(TemplateErrorKind kind, string message, int offset)
    {
        offset = Math.Clamp(offset, 0, Text.Length);
        var before = Text.AsSpan(0, offset);
        var start = before.LastIndexOf('\n') + 1;
        var length = Text.AsSpan(start).IndexOf('\n');
        var line = Text.AsSpan(start, length < 0 ? Text.Length - start : length).TrimEnd('\r');
        return new TemplateError(kind, message, Name, before.Count('\n') + 1, offset - start + 1, line.ToString());
    }
}

/// <summary>A place in the text of a template.</summary>
internal sealed record SourceLocation(TemplateSource Source, int Offset)
{
    public static SourceLocation None { get; } = new(new TemplateSource("", ""), 0);

    public TemplateException Error(TemplateErrorKind kind, string message, Exception? inner = null) =>
        new(Source.Error(kind, message, Offset), inner);

    public TemplateException Limit(string message) => Error(TemplateErrorKind.Limit, message);
}
