using System.Text;
using Fluid.Ast;

namespace SessionsWidgets;

/// <summary>Text of the template, written as it is.</summary>
/// <remarks><c>isVerbatim</c>: whether its white space counts.</remarks>
internal sealed class TextStatement(string text, bool isVerbatim, TemplatePlace place) : PlacedStatement(place)
{
    private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(text);

    public override bool IsBlank { get; } = !isVerbatim && string.IsNullOrWhiteSpace(text);

    /// <summary>Whether it begins with what ends a name in a tag.</summary>
    public bool BeginsApart { get; } =
        text.Length > 0 && (text[0] is '/' or '>' || HtmlTracker.WhiteSpace.Contains(text[0], StringComparison.Ordinal));

    protected override ValueTask<Completion> RenderAsync(FragmentWriter output, RenderContext context)
    {
        output.WriteUtf8(_utf8);
        return Normal();
    }
}
