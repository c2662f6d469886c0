using System.Text.Encodings.Web;

namespace SessionsWidgets;

/// <summary>A parsed tag of the host's own, before it is placed.</summary>
internal sealed class HostTagStatement(string name, Statement inner, HostTagKind kind) : Statement
{
    public string Name => name;

    public Statement Inner => inner;

    public HostTagKind Kind => kind;

    public override ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context) =>
        throw new InvalidOperationException("A tag is rendered once it is placed.");
}
