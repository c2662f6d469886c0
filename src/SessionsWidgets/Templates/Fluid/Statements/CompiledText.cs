namespace SessionsWidgets;

/// <summary>Text of the template, written as it is. Its cost is bounded by the limit of the output.</summary>
internal sealed class CompiledText(string text, bool isVerbatim, SourceLocation place) : CompiledStatement(place, NoStep)
{
    private const int NoStep = -1;

    private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(text);

    /// <summary>Whether it may be left out of a block that writes nothing else.</summary>
    public override bool IsBlank { get; } = !isVerbatim && string.IsNullOrWhiteSpace(text);

    /// <summary>Whether it begins with a character that ends a name in a tag.</summary>
    public bool BeginsApart { get; } =
        text.Length > 0 && (text[0] is '/' or '>' || HtmlTracker.WhiteSpace.Contains(text[0], StringComparison.Ordinal));

    public void WriteTo(FragmentWriter output) => output.WriteUtf8(_utf8);

    protected override ValueTask<Completion> RenderAsync(FragmentWriter output, RenderContext context)
    {
        WriteTo(output);
        return Normal();
    }
}
