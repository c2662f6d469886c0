using System.Buffers;
using System.Text;

namespace SessionsWidgets.Liquid;

/// <summary>Lays nodes out as a program. Each thread keeps one builder, for what it gathers in.</summary>
internal sealed class ProgramBuilder
{
    private const int MostKept = 4096;

    [ThreadStatic]
    private static ProgramBuilder? _spare;

    private readonly List<Instruction> _instructions = [];
    private readonly ArrayBufferWriter<byte> _text = new();

    /// <summary>Where the text begins that stands before the next instruction.</summary>
    private int _start;

    /// <summary>The program of a block.</summary>
    public static BlockProgram Build(Block block)
    {
        var builder = _spare ?? new ProgramBuilder();
        _spare = null;
        block.Emit(builder);
        var program = builder.Finish();
        if (builder._text.Capacity <= MostKept && builder._instructions.Capacity <= MostKept) _spare = builder;
        return program;
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
        var next = to.Enter(_instructions.Count);
        Add(condition, next, condition is PathExpression ? Operation.BranchPath : Operation.Branch, unless: answer);
    }

    /// <summary>Goes to a place that is not known yet.</summary>
    public void Jump(Forward to)
    {
        var next = to.Enter(_instructions.Count);
        Add(null, next, Operation.Jump);
    }

    /// <summary>Here is the place.</summary>
    public void Land(Forward from)
    {
        FlushText();
        for (var at = from.Last; at >= 0;)
        {
            var jump = _instructions[at];
            _instructions[at] = jump with { Target = _instructions.Count };
            at = jump.Target;
        }
    }

    private void Add(object? operand, int target, Operation operation, EscapeKind escape = EscapeKind.None, bool unless = false)
    {
        _instructions.Add(new Instruction(operand, _start, _text.WrittenCount - _start, target, operation, escape, unless));
        _start = _text.WrittenCount;
    }

    private BlockProgram Finish()
    {
        FlushText();
        var text = new byte[_text.WrittenCount + Utf8Output.Overread];
        _text.WrittenSpan.CopyTo(text);
        var program = new BlockProgram([.. _instructions], text);
        _instructions.Clear();
        _text.ResetWrittenCount();
        _start = 0;
        return program;
    }

    private void FlushText()
    {
        if (_text.WrittenCount > _start) Add(null, 0, Operation.Text);
    }
}

/// <summary>A place further on in a program, and the jumps that lead there: until it is known, each has the one before it as its target.</summary>
internal sealed class Forward
{
    /// <summary>The last of the jumps; -1 when there is none.</summary>
    public int Last { get; private set; } = -1;

    /// <summary>Takes a jump in.</summary>
    /// <returns>The jump before it.</returns>
    public int Enter(int jump)
    {
        var before = Last;
        Last = jump;
        return before;
    }
}
