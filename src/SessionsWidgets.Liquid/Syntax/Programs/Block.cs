using System.Runtime.CompilerServices;

namespace SessionsWidgets.Liquid;

/// <summary>What stands between two tags. Laid out as a program when it is first rendered: what is never rendered costs nothing.</summary>
/// <param name="nodes">What it holds.</param>
/// <param name="isDeep">Whether what is around it may have used so much of the stack that it has to be looked at.</param>
internal sealed class Block(Node[] nodes, bool isDeep)
{
    public static readonly Block Nothing = new([], isDeep: false);

    private Node[] _nodes = nodes;
    private BlockProgram? _program;

    public bool IsBlank { get; } = Array.TrueForAll(nodes, static node => node.IsBlank);

    /// <summary>Drops the white space of a block that writes nothing else.</summary>
    public void DropText() => _nodes = Array.FindAll(_nodes, static node => node is not TextNode);

    public void Render(LiquidRenderContext context)
    {
        if (isDeep) RuntimeHelpers.EnsureSufficientExecutionStack();
        (_program ?? Build()).Run(context);
    }

    public void Emit(ProgramBuilder into)
    {
        foreach (var node in _nodes) node.Emit(into);
    }

    /// <summary>The same in the scope of a caller, where it may be nested as deeply again.</summary>
    public Block Inline(Inliner inliner)
    {
        var own = new List<Node>(_nodes.Length);
        InlineInto(inliner, own);
        return new Block([.. own], isDeep: true);
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
