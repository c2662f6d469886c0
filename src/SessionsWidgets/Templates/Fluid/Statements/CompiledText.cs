using System.Text.Encodings.Web;

namespace SessionsWidgets;

/// <summary>Text of the template, written as it is. What it takes is bounded by the output's limit.</summary>
internal sealed class CompiledText(string text, bool isVerbatim) : Statement
{
    private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(text);

    /// <summary>Whether it may be left out of a block that writes nothing else.</summary>
    public bool IsBlank { get; } = !isVerbatim && string.IsNullOrWhiteSpace(text);

    /// <summary>Whether it begins with what ends a name in a tag.</summary>
    public bool BeginsApart { get; } =
        text.Length > 0 && (text[0] is '/' or '>' || HtmlTracker.WhiteSpace.Contains(text[0], StringComparison.Ordinal));

    public override ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        if (writer is FragmentWriter output) output.WriteUtf8(_utf8);
        else writer.Write(Encoding.UTF8.GetString(_utf8));
        return Normal();
    }
}
