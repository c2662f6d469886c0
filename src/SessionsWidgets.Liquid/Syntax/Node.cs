namespace SessionsWidgets.Liquid;

/// <summary>A part of a template.</summary>
internal abstract class Node
{
    /// <summary>Writes nothing of its own, so that white space around it in a block is not written either.</summary>
    public virtual bool IsBlank => false;

    /// <summary>Adds itself to a program.</summary>
    public abstract void Emit(ProgramBuilder into);

    /// <summary>Adds what does the same in the scope of a caller; most tags need a scope of their own.</summary>
    public virtual void Inline(Inliner inliner, List<Node> into) => inliner.Refuse();
}

/// <summary>A node that renders by itself.</summary>
internal abstract class Tag : Node
{
    public abstract void Render(LiquidRenderContext context);

    public sealed override void Emit(ProgramBuilder into) => into.Tag(this);
}

/// <summary>The static text of a template as UTF-8, all in one array, with room behind it that may be read.</summary>
internal sealed class StaticText
{
    public byte[] Bytes = [];
}

/// <summary>Static text.</summary>
internal sealed class TextNode(int start, int length, bool isBlank) : Node
{
    private bool _isBlank = isBlank;

    public override bool IsBlank => _isBlank;

    public int Start => start;

    public int Length { get; private set; } = length;

    /// <summary>Adds text to the nodes; one with text that directly follows it is one.</summary>
    public static void Add(List<Node> nodes, int start, int length, bool isBlank)
    {
        if (nodes.Count > 0 && nodes[^1] is TextNode last && last.Start + last.Length == start)
        {
            last.Length += length;
            last._isBlank &= isBlank;
        }
        else
        {
            nodes.Add(new TextNode(start, length, isBlank));
        }
    }

    public override void Emit(ProgramBuilder into) => into.Text(Start, Length);
}

/// <summary>An output: <c>{{ … }}</c> or <c>echo</c>.</summary>
internal sealed class OutputNode(Expression expression, EscapeKind escape, int position) : Node
{
    public override void Emit(ProgramBuilder into) => into.Output(expression, escape, position);

    public override void Inline(Inliner inliner, List<Node> into) =>
        into.Add(new OutputNode(expression.Inline(inliner), escape, inliner.At(position)));
}
