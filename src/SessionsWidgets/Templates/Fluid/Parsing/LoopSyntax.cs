using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;

namespace SessionsWidgets;

/// <summary>A parsed <c>for</c>, before it is placed.</summary>
internal sealed class LoopSyntax(
    string variable, Expression source, IReadOnlyList<LoopOption> options, IReadOnlyList<Statement> body, IReadOnlyList<Statement>? otherwise) : Statement
{
    public string Variable { get; } = string.Intern(variable);

    public Expression Source => source;

    public IReadOnlyList<Statement> Body => body;

    public IReadOnlyList<Statement>? Otherwise => otherwise;

    public bool IsReversed => options.Any(static option => option.Name == "reversed");

    public Expression? Limit => options.LastOrDefault(static option => option.Name == "limit")?.Value;

    public Expression? Offset => options.LastOrDefault(static option => option.Name == "offset")?.Value;

    public override ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context) =>
        throw new InvalidOperationException("A loop is rendered once it is placed.");
}

/// <summary>One of <c>reversed</c>, <c>limit: n</c>, <c>offset: n</c>.</summary>
internal sealed record LoopOption(string Name, Expression? Value);
