namespace SessionsWidgets.Liquid;

/// <summary>A part of a template that renders.</summary>
internal abstract class Node
{
    /// <summary>Writes nothing of its own, so that white space around it in a block is not written either.</summary>
    public virtual bool IsBlank => false;

    public abstract void Render(LiquidRenderContext context);

    /// <summary>Adds what does the same in the scope of a caller; most tags need a scope of their own.</summary>
    public virtual void Inline(Inliner inliner, List<Node> into) => inliner.Refuse();
}

/// <summary>An output: <c>{{ … }}</c> or <c>echo</c>.</summary>
internal sealed class OutputNode(Expression expression, EscapeKind escape, int position) : Node
{
    public override void Render(LiquidRenderContext context)
    {
        context.Position = position;
        expression.Write(context, escape);
    }

    public override void Inline(Inliner inliner, List<Node> into) =>
        into.Add(new OutputNode(expression.Inline(inliner), escape, inliner.At(position)));
}
