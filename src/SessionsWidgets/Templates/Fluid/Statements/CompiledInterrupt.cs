namespace SessionsWidgets;

/// <summary><c>break</c> and <c>continue</c></summary>
internal sealed class CompiledInterrupt(Completion completion, SourceLocation place) : CompiledStatement(place)
{
    protected override ValueTask<Completion> RenderAsync(FragmentWriter output, RenderContext context) => new(completion);
}
