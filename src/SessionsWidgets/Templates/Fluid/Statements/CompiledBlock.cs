namespace SessionsWidgets;

/// <summary>A block where one statement is wanted.</summary>
internal sealed class CompiledBlock(Block body, SourceLocation place) : CompiledStatement(place)
{
    public override bool IsBlank => body.IsBlank;

    protected override ValueTask<Completion> RenderAsync(FragmentWriter output, RenderContext context) => body.RenderAsync(output, context);
}
