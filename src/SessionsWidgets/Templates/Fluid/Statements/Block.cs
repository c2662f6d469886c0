using Fluid;
using Fluid.Ast;

namespace SessionsWidgets;

/// <summary>Statements that are rendered one after the other. Immutable.</summary>
internal sealed class Block(IReadOnlyList<Statement> statements)
{
    public static readonly Block Empty = new([]);

    public IReadOnlyList<Statement> Statements => statements;

    public bool IsBlank { get; } = statements.All(static statement => statement is PlacedStatement { IsBlank: true });

    /// <summary>The block without its white space, when it holds nothing else.</summary>
    public Block WithoutText() => new([.. statements.Where(static statement => statement is not TextStatement)]);

    public ValueTask<Completion> RenderAsync(FragmentWriter output, RenderContext context) =>
        statements.RenderStatementsAsync(output, NullEncoder.Default, context);

    /// <summary>Renders the block into text of its own.</summary>
    public async ValueTask<(string Text, Completion Completion)> CaptureAsync(RenderContext context)
    {
        using var output = new FragmentWriter(context.State.Limits.OutputBytes);
        var completion = await RenderAsync(output, context);
        var text = output.ToString();
        context.State.ChargeBytes(2L * text.Length);
        return (text, completion);
    }
}

/// <summary>A block that is rendered where its condition holds, or one of the values of a <c>when</c> matches; <c>else</c> has none.</summary>
internal sealed record Branch(IReadOnlyList<Expression>? Conditions, Block Body);
