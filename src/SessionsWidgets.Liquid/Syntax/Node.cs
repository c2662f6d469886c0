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

    public override void Emit(ProgramBuilder into) => into.Tag(this);
}

/// <summary>Static text: a part of a source.</summary>
internal sealed class TextNode(string source, int start, int end, bool isBlank) : Node
{
    private int _end = end;
    private bool _isBlank = isBlank;

    public override bool IsBlank => _isBlank;

    public int Length => _end - start;

    /// <summary>Takes in the text that directly follows it.</summary>
    public bool TryExtend(int nextStart, int nextEnd, bool nextIsBlank)
    {
        if (nextStart != _end) return false;
        _end = nextEnd;
        _isBlank &= nextIsBlank;
        return true;
    }

    public override void Emit(ProgramBuilder into) => into.Text(source.AsSpan(start, Length));

    public override void Inline(Inliner inliner, List<Node> into)
    {
        inliner.TakeText(Length);
        into.Add(this);
    }
}

/// <summary>An output: <c>{{ … }}</c> or <c>echo</c>.</summary>
internal sealed class OutputNode(Expression expression, EscapeKind escape, int position) : Node
{
    public override void Emit(ProgramBuilder into) => into.Output(expression, escape, position);

    public override void Inline(Inliner inliner, List<Node> into) =>
        into.Add(new OutputNode(expression.Inline(inliner), escape, inliner.At(position)));
}
