namespace SessionsWidgets;

/// <summary><c>break</c> and <c>continue</c></summary>
internal sealed class InterruptStatement(Completion completion, TemplatePlace place) : PlacedStatement(place)
{
    protected override ValueTask<Completion> RenderAsync(FragmentWriter output, RenderContext context) => new(completion);
}
