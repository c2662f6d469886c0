using System.Runtime.CompilerServices;

namespace SessionsWidgets.Liquid;

/// <summary>What an instruction does after it has written its text. Kinds of expressions that are most used have operations of their own, which call them directly.</summary>
internal enum Operation : byte
{
    Text,
    Output,
    OutputPath,
    OutputFiltered,
    Branch,
    BranchPath,
    Jump,
    Tag,
}

/// <summary>One step of a program: static text, then an operation.</summary>
/// <param name="Operand">The expression, condition or tag: of the type that the operation stands for, as <see cref="ProgramBuilder"/> sees to.</param>
/// <param name="Start">Where the text begins.</param>
/// <param name="Length">How long the text is.</param>
/// <param name="Target">Where to go on; for an output, its position in the source.</param>
/// <param name="Operation">What to do.</param>
/// <param name="Escape">How an output is encoded.</param>
/// <param name="Unless">The answer of a condition with which a branch is taken.</param>
internal readonly record struct Instruction(
    object? Operand, int Start, int Length, int Target, Operation Operation, EscapeKind Escape = EscapeKind.None, bool Unless = false);

/// <summary>
/// A block with the branches in it, laid out in a row: conditions jump over what they leave out. Jumps go forward only,
/// so a program ends after as many steps as it has instructions, loops being tags with blocks of their own.
/// </summary>
/// <param name="instructions">The steps.</param>
/// <param name="text">The static text of all of them as UTF-8, with <see cref="Utf8Output.Overread"/> bytes behind it that may be read.</param>
internal sealed class BlockProgram(Instruction[] instructions, byte[] text)
{
    public void Run(LiquidRenderContext context)
    {
        var all = instructions;
        var bytes = text;
        var output = context.Output;
        var steps = 0;
        for (var at = 0; at < all.Length; steps++)
        {
            ref readonly var instruction = ref all[at];
            if (instruction.Length != 0) output.WriteStatic(bytes, instruction.Start, instruction.Length);
            at++;
            switch (instruction.Operation)
            {
                case Operation.Output:
                    context.Position = instruction.Target;
                    Unsafe.As<Expression>(instruction.Operand!).Write(context, instruction.Escape);
                    break;
                case Operation.OutputPath:
                    context.Position = instruction.Target;
                    Unsafe.As<PathExpression>(instruction.Operand!).Write(context, instruction.Escape);
                    break;
                case Operation.OutputFiltered:
                    context.Position = instruction.Target;
                    Unsafe.As<FilteredExpression>(instruction.Operand!).Write(context, instruction.Escape);
                    break;
                case Operation.Branch:
                    if (Unsafe.As<Condition>(instruction.Operand!).IsTrue(context) == instruction.Unless) at = instruction.Target;
                    break;
                case Operation.BranchPath:
                    if (Unsafe.As<PathExpression>(instruction.Operand!).IsTrue(context) == instruction.Unless) at = instruction.Target;
                    break;
                case Operation.Jump:
                    at = instruction.Target;
                    break;
                case Operation.Tag:
                    Unsafe.As<Tag>(instruction.Operand!).Render(context);
                    if (context.Interrupt != Interrupt.None) at = all.Length;
                    break;
            }
        }

        context.Steps(steps);
    }
}
