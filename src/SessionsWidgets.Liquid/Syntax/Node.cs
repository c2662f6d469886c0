namespace SessionsWidgets.Liquid;

/// <summary>A part of a template that renders.</summary>
internal abstract class Node
{
    /// <summary>Writes nothing of its own, so that white space around it in a block is not written either.</summary>
    public virtual bool IsBlank => false;

    public abstract void Render(LiquidRenderContext context);
}

/// <summary>The nodes between two tags.</summary>
internal sealed class Block(Node[] nodes)
{
    public static readonly Block Nothing = new([]);

    private Node[] _nodes = nodes;

    public bool IsBlank { get; } = Array.TrueForAll(nodes, static node => node.IsBlank);

    public bool IsEmpty => _nodes.Length == 0;

    /// <summary>Drops the white space of a block that writes nothing else.</summary>
    public void DropText() => _nodes = Array.FindAll(_nodes, static node => node is not TextNode);

    public void Render(LiquidRenderContext context)
    {
        var all = _nodes;
        context.ChargeSteps(all.Length);
        foreach (var node in all)
        {
            node.Render(context);
            if (context.Interrupt != Interrupt.None) return;
        }
    }
}

/// <summary>The static text of a template as UTF-8, all in one array.</summary>
internal sealed class StaticText
{
    public byte[] Bytes = [];
}

/// <summary>Static text.</summary>
internal sealed class TextNode(StaticText text, int start, int length, bool isBlank) : Node
{
    private int _length = length;
    private bool _isBlank = isBlank;

    public override bool IsBlank => _isBlank;

    public int End => start + _length;

    /// <summary>Takes in text that directly follows.</summary>
    public void Extend(int length, bool isBlank)
    {
        _length += length;
        _isBlank &= isBlank;
    }

    public override void Render(LiquidRenderContext context) =>
        context.Output.Write(text.Bytes.AsSpan(start, _length));
}

/// <summary>An output: <c>{{ … }}</c> or <c>echo</c>.</summary>
internal sealed class OutputNode(Expression expression, EscapeKind escape, int position) : Node
{
    public override void Render(LiquidRenderContext context)
    {
        context.Position = position;
        expression.Write(context, escape);
    }
}
