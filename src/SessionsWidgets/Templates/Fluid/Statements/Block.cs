namespace SessionsWidgets;

/// <summary>Statements that are rendered one after the other. Immutable.</summary>
internal sealed class Block(CompiledStatement[] statements)
{
    private const int BytesOfCapture = 128;

    public static readonly Block Empty = new([]);

    public IReadOnlyList<Statement> Statements => statements;

    public bool IsBlank { get; } = statements.All(static statement => statement.IsBlank);

    /// <summary>Whether nothing that stands before the block can run together with it in a tag.</summary>
    public bool BeginsApart => statements is [CompiledText { BeginsApart: true }, ..];

    /// <summary>The block without its white space, when it holds nothing else.</summary>
    public Block WithoutText() => new([.. statements.Where(static statement => statement is not CompiledText)]);

    public ValueTask<Completion> RenderAsync(FragmentWriter output, RenderContext context)
    {
        for (var i = 0; i < statements.Length; i++)
        {
            // Every second statement is text, which costs little.
            if (statements[i] is CompiledText text)
            {
                text.WriteTo(output);
                continue;
            }

            var task = statements[i].RunAsync(output, context);
            if (!task.IsCompletedSuccessfully) return Awaited(task, i + 1, output, context);
            if (task.Result is not Completion.Normal and var completion) return new(completion);
        }

        return new(Completion.Normal);
    }

    private async ValueTask<Completion> Awaited(ValueTask<Completion> task, int next, FragmentWriter output, RenderContext context)
    {
        var completion = await task;
        for (; completion == Completion.Normal && next < statements.Length; next++)
            completion = await statements[next].RunAsync(output, context);
        return completion;
    }

    /// <summary>Renders the block into a separate text.</summary>
    public async ValueTask<(string Text, Completion Completion)> CaptureAsync(RenderContext context)
    {
        using var output = new FragmentWriter(context.State.Limits.OutputBytes);
        var completion = await RenderAsync(output, context);
        var text = output.ToString();
        context.State.ChargeBytes(BytesOfCapture + (2L * text.Length));
        return (text, completion);
    }
}

/// <summary>A block and its condition, or the values of its <c>when</c>; <c>else</c> has none.</summary>
internal sealed record Branch(Expression[]? Conditions, Block Body);
