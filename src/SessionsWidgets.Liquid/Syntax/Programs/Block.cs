namespace SessionsWidgets.Liquid;

/// <summary>What stands between two tags. Laid out as a program when it is first rendered: what is never rendered costs nothing.</summary>
internal sealed class Block(Node[] nodes)
{
    public static readonly Block Nothing = new([]);

    private Node[] _nodes = nodes;
    private BlockProgram? _program;

    public bool IsBlank { get; } = Array.TrueForAll(nodes, static node => node.IsBlank);

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
        return new Block([.. own]);
    }

    public void InlineInto(Inliner inliner, List<Node> into)
    {
        var mark = inliner.EnterBlock();
        foreach (var node in _nodes)
        {
            node.Inline(inliner, into);
            if (!inliner.Continue()) return;
        }

        inliner.LeaveBlock(mark);
    }

    /// <summary>Threads that render it for the first time at once each build it; one program is kept.</summary>
    private BlockProgram Build() => _program = ProgramBuilder.Build(this);
}
