using Fluid;
using Fluid.Ast;

namespace SessionsWidgets;

/// <summary>Statements that are rendered one after the other. Immutable.</summary>
internal sealed class Block(IReadOnlyList<Statement> statements)
{
    private const int BytesOfCapture = 128;

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
        context.State.ChargeBytes(BytesOfCapture + (2L * text.Length));
        return (text, completion);
    }
}

/// <summary>A condition with the block that is rendered where it holds, or does not; one without a condition always is.</summary>
internal sealed record Branch(Expression? Condition, Block Body, bool Negate = false);
