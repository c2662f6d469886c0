using System.Text.Encodings.Web;

namespace SessionsWidgets;

/// <summary>A tag as it was parsed, before it is placed: branches or the call of a partial.</summary>
internal sealed class ParsedTag(object tag) : Statement
{
    public object Tag => tag;

    public override ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context) =>
        throw new InvalidOperationException("A tag is rendered once it is placed.");
}

/// <summary><c>if</c> and <c>unless</c>, and <c>case</c>, which has a subject.</summary>
internal sealed record BranchSyntax(string Tag, Expression? Subject, IReadOnlyList<BranchArm> Arms);

/// <summary>A condition, or the values of a <c>when</c>, with what is rendered there; null for <c>else</c>.</summary>
internal sealed record BranchArm(IReadOnlyList<Expression>? Conditions, IReadOnlyList<Statement> Body);

/// <summary><c>render</c> and <c>include</c></summary>
internal sealed record PartialSyntax(Expression Path, PartialCall Call, bool IsRender);
