using System.Text.Encodings.Web;

namespace SessionsWidgets;

/// <summary>A statement of a compiled template: it knows its place in the HTML and in the source, and charges for itself.</summary>
/// <param name="place">Where it stands in the source.</param>
/// <param name="weight">How many steps evaluating its expressions takes at most.</param>
internal abstract class CompiledStatement(SourceLocation place, int weight = 0) : Statement
{
    /// <summary>Whether it writes nothing, or nothing but white space: a block of such statements writes nothing at all.</summary>
    public virtual bool IsBlank => false;

    protected SourceLocation Place => place;

    public sealed override ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context) =>
        writer is FragmentWriter output
            ? RunAsync(output, RenderContext.Of(context))
            : ThroughAsync(writer, RenderContext.Of(context));

    /// <summary>Charges for the statement, and renders it.</summary>
    public ValueTask<Completion> RunAsync(FragmentWriter output, RenderContext context)
    {
        context.State.Begin(place, weight);
        return RenderAsync(output, context);
    }

    protected abstract ValueTask<Completion> RenderAsync(FragmentWriter output, RenderContext context);

    /// <summary>A block of the host may have its own writer.</summary>
    private async ValueTask<Completion> ThroughAsync(TextWriter writer, RenderContext context)
    {
        using var output = new FragmentWriter(context.State.Limits.OutputBytes);
        var completion = await RunAsync(output, context);
        await writer.WriteAsync(output.ToString());
        return completion;
    }
}
