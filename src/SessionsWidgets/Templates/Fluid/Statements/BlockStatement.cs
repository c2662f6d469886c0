namespace SessionsWidgets;

/// <summary>A block where one statement is wanted.</summary>
internal sealed class BlockStatement(Block body, TemplatePlace place) : PlacedStatement(place)
{
    public override bool IsBlank => body.IsBlank;

    protected override ValueTask<Completion> RenderAsync(FragmentWriter output, RenderContext context) => body.RenderAsync(output, context);
}
