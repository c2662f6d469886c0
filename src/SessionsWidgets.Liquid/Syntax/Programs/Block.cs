namespace SessionsWidgets.Liquid;

/// <summary>What stands between two tags. Laid out as a program when it is first rendered: what is never rendered costs nothing.</summary>
internal sealed class Block(List<Node> nodes, StaticText text)
{
    public static readonly Block Nothing = new([], new StaticText());

    private Node[] _nodes = [.. nodes];
    private BlockProgram? _program;

    public bool IsBlank { get; } = nodes.TrueForAll(static node => node.IsBlank);

    /// <summary>Drops the white space of a block that writes nothing else.</summary>
    public void DropText() => _nodes = Array.FindAll(_nodes, static node => node is not TextNode);

    public void Render(LiquidRenderContext context) => (_program ?? Build()).Run(context);

    public void Emit(ProgramBuilder into)
    {
        foreach (var node in _nodes) node.Emit(into);
    }

    /// <summary>The same in the scope of a caller.</summary>
    public Block Inline(Inliner inliner)
    {
        var own = new List<Node>(_nodes.Length);
        InlineInto(inliner, own);
        return new Block(own, inliner.Text);
    }

    public void InlineInto(Inliner inliner, List<Node> into)
    {
        var mark = inliner.EnterBlock();
        foreach (var node in _nodes)
        {
            if (node is TextNode piece) inliner.AddText(into, text.Bytes.AsSpan(piece.Start, piece.Length));
            else node.Inline(inliner, into);
            if (!inliner.Continue()) return;
        }

        inliner.LeaveBlock(mark);
    }

    private BlockProgram Build()
    {
        var builder = new ProgramBuilder();
        Emit(builder);
        return _program = builder.Build(text);
    }
}
