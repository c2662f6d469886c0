using System.Runtime.InteropServices;

namespace SessionsWidgets.Liquid;

/// <summary>The static text of a template as UTF-8, all in one array, with room behind it that may be read.</summary>
internal sealed class StaticText
{
    public byte[] Bytes = [];
}

/// <summary>Static text, while nodes are collected: a block keeps it with the node that follows.</summary>
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

    public override void Render(LiquidRenderContext context) => throw new InvalidOperationException("Static text is written by its block.");
}

/// <summary>A piece of static text and the node that follows it.</summary>
internal readonly record struct BlockStep(int Start, int Length, Node? Node);

/// <summary>What stands between two tags: static text and nodes by turns.</summary>
internal sealed class Block
{
    public static readonly Block Nothing = new([], new StaticText());

    private readonly StaticText _text;
    private BlockStep[] _steps;

    public Block(List<Node> nodes, StaticText text)
    {
        _text = text;
        IsBlank = nodes.TrueForAll(static node => node.IsBlank);
        _steps = Steps(nodes);
    }

    public bool IsBlank { get; }

    public bool IsEmpty => _steps.Length == 0;

    /// <summary>Drops the white space of a block that writes nothing else.</summary>
    public void DropText() => _steps = [.. _steps.Where(static step => step.Node is not null).Select(static step => new BlockStep(0, 0, step.Node))];

    public void Render(LiquidRenderContext context)
    {
        var steps = _steps;
        context.Steps(steps.Length);
        var output = context.Output;
        foreach (ref readonly var step in steps.AsSpan())
        {
            if (step.Length != 0) output.WriteStatic(_text.Bytes, step.Start, step.Length);
            if (step.Node is not { } node) continue;
            node.Render(context);
            if (context.Interrupt != Interrupt.None) return;
        }
    }

    /// <summary>The same in the scope of a caller.</summary>
    public Block Inline(Inliner inliner)
    {
        var nodes = new List<Node>(_steps.Length);
        InlineInto(inliner, nodes);
        return new Block(nodes, inliner.Text);
    }

    public void InlineInto(Inliner inliner, List<Node> into)
    {
        foreach (var step in _steps)
        {
            if (step.Length > 0) inliner.AddText(into, _text.Bytes.AsSpan(step.Start, step.Length));
            step.Node?.Inline(inliner, into);
            if (!inliner.Continue()) return;
        }
    }

    private static BlockStep[] Steps(List<Node> nodes)
    {
        var all = CollectionsMarshal.AsSpan(nodes);
        var steps = new BlockStep[CountSteps(all)];
        var count = 0;
        TextNode? text = null;
        foreach (var node in all)
        {
            if (node is TextNode next)
            {
                if (text is not null) steps[count++] = new BlockStep(text.Start, text.Length, null);
                text = next.Length > 0 ? next : null;
                continue;
            }

            steps[count++] = new BlockStep(text?.Start ?? 0, text?.Length ?? 0, node);
            text = null;
        }

        if (text is not null) steps[count] = new BlockStep(text.Start, text.Length, null);
        return steps;
    }

    /// <summary>Each node is a step; so is text without a node after it.</summary>
    private static int CountSteps(ReadOnlySpan<Node> nodes)
    {
        var count = 0;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i] is not TextNode text || (text.Length > 0 && (i + 1 == nodes.Length || nodes[i + 1] is TextNode))) count++;
        }

        return count;
    }
}
