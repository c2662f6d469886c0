using System.Text.Encodings.Web;

namespace SessionsWidgets;

/// <summary>A tag as it was parsed, before it is placed.</summary>
internal abstract class Syntax : Statement
{
    public sealed override ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context) =>
        throw new InvalidOperationException("A tag is rendered once it is placed.");
}

/// <summary><c>if</c> and <c>unless</c>, and <c>case</c>, which has a subject.</summary>
internal sealed class BranchSyntax(string tag, Expression? subject, IReadOnlyList<BranchArm> arms) : Syntax
{
    public string Tag => tag;

    public Expression? Subject => subject;

    public IReadOnlyList<BranchArm> Arms => arms;
}

/// <summary>A condition, or the values of a <c>when</c>, with what is rendered there; null for <c>else</c>.</summary>
internal sealed record BranchArm(IReadOnlyList<Expression>? Conditions, IReadOnlyList<Statement> Body);

/// <summary><c>for</c></summary>
internal sealed class LoopSyntax(
    string variable,
    Expression source,
    IReadOnlyList<LoopOption> options,
    IReadOnlyList<Statement> body,
    IReadOnlyList<Statement>? otherwise) : Syntax
{
    public string Variable { get; } = string.Intern(variable);

    public Expression Source => source;

    public IReadOnlyList<Statement> Body => body;

    public IReadOnlyList<Statement>? Otherwise => otherwise;

    public bool IsReversed => options.Any(static option => option.Name == "reversed");

    public Expression? Limit => options.LastOrDefault(static option => option.Name == "limit")?.Value;

    public Expression? Offset => options.LastOrDefault(static option => option.Name == "offset")?.Value;
}

/// <summary>One of <c>reversed</c>, <c>limit: n</c>, <c>offset: n</c>.</summary>
internal sealed record LoopOption(string Name, Expression? Value);

/// <summary><c>render</c> and <c>include</c></summary>
internal sealed class PartialSyntax(Expression path, PartialCall call, bool isRender) : Syntax
{
    public Expression Path => path;

    public PartialCall Call => call;

    public bool IsRender => isRender;
}
