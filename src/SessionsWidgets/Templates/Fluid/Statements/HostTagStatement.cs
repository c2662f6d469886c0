using System.Text.Encodings.Web;

namespace SessionsWidgets;

/// <summary>A parsed tag of the host's own, before it is placed.</summary>
internal sealed class HostTagStatement(string name, Statement inner, bool isHtml) : Statement
{
    public string Name => name;

    public Statement Inner => inner;

    /// <summary>Whether it writes HTML, as it is, where text can stand; else text, which is encoded for the place of the tag.</summary>
    public bool IsHtml => isHtml;

    public override ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context) =>
        throw new InvalidOperationException("A tag is rendered once it is placed.");
}
