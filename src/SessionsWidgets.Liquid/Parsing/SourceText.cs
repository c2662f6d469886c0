namespace SessionsWidgets.Liquid;

/// <summary>The text of one template and its name; knows lines, for errors.</summary>
internal sealed class SourceText(string text, string name)
{
    public static readonly SourceText None = new(string.Empty, string.Empty);

    public string Text { get; } = text;

    public string Name { get; } = name;

    public LiquidError Error(LiquidErrorKind kind, string message, int position)
    {
        position = Math.Clamp(position, 0, Text.Length);
        var before = Text.AsSpan(0, position);
        var lineStart = before.LastIndexOf('\n') + 1;
        var rest = Text.AsSpan(lineStart);
        var lineLength = rest.IndexOf('\n');
        var line = (lineLength < 0 ? rest : rest[..lineLength]).TrimEnd('\r');
        return new LiquidError(kind, message, Name, before.Count('\n') + 1, position - lineStart + 1, line.ToString());
    }
}
