using System.Buffers;
using System.Text;

namespace SessionsWidgets.Liquid;

/// <summary>Lays nodes out as a program.</summary>
internal sealed class ProgramBuilder
{
    private readonly List<Instruction> _instructions = [];
    private readonly ArrayBufferWriter<byte> _text = new();

    /// <summary>Where the text begins that stands before the next instruction.</summary>
    private int _start;

    public BlockProgram Build()
    {
        FlushText();
        var text = new byte[_text.WrittenCount + Utf8Output.Overread];
        _text.WrittenSpan.CopyTo(text);
        return new BlockProgram([.. _instructions], text);
    }

    public void Text(ReadOnlySpan<char> text) => Encoding.UTF8.GetBytes(text, _text);

    public void Output(Expression expression, EscapeKind escape, int position)
    {
        var operation = expression switch
        {
            PathExpression => Operation.OutputPath,
            FilteredExpression => Operation.OutputFiltered,
            _ => Operation.Output,
        };
        Add(expression, position, operation, escape);
    }

    public void Tag(Tag tag) => Add(tag, 0, Operation.Tag);

    /// <summary>Goes to a place that is not known yet when a condition has the given answer.</summary>
    public void BranchWhen(bool answer, Condition condition, Forward to)
    {
        to.Add(_instructions.Count);
        Add(condition, 0, condition is PathExpression ? Operation.BranchPath : Operation.Branch, unless: answer);
    }

    /// <summary>Goes to a place that is not known yet.</summary>
    public void Jump(Forward to)
    {
        to.Add(_instructions.Count);
        Add(null, 0, Operation.Jump);
    }

    /// <summary>Here is the place.</summary>
    public void Land(Forward from)
    {
        FlushText();
        foreach (var at in from.Jumps) _instructions[at] = _instructions[at] with { Target = _instructions.Count };
    }

    private void Add(object? operand, int target, Operation operation, EscapeKind escape = EscapeKind.None, bool unless = false)
    {
        _instructions.Add(new Instruction(operand, _start, _text.WrittenCount - _start, target, operation, escape, unless));
        _start = _text.WrittenCount;
    }

    private void FlushText()
    {
        if (_text.WrittenCount > _start) Add(null, 0, Operation.Text);
    }
}

/// <summary>A place further on in a program, and the jumps that lead there.</summary>
internal sealed class Forward
{
    private readonly List<int> _jumps = [];

    public IReadOnlyList<int> Jumps => _jumps;

    public void Add(int jump) => _jumps.Add(jump);
}
