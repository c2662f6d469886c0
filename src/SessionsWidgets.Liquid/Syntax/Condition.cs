namespace SessionsWidgets.Liquid;

internal enum ConditionOperator : byte
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Contains,
}

/// <summary>What decides a branch: a value, whose truth is asked for, or what compares and joins values.</summary>
internal abstract class Condition
{
    /// <summary>The answer, when the template alone gives it.</summary>
    public virtual bool? Known => null;

    public abstract bool IsTrue(LiquidRenderContext context);

    /// <summary>Adds a jump to a program that is taken when the answer is <paramref name="unless"/>.</summary>
    public virtual void EmitBranch(ProgramBuilder into, bool unless, Forward to) => into.BranchWhen(unless, this, to);

    /// <summary>The same in the scope of a caller.</summary>
    public abstract Condition Inline(Inliner inliner);
}

/// <summary>Whether a value is <c>true</c>, or <c>false</c>, and nothing else.</summary>
internal sealed class BooleanCondition(Expression value, bool expected, bool negate) : Condition
{
    public override bool? Known => value is LiteralExpression { Value: var known } ? Matches(known) != negate : null;

    public override bool IsTrue(LiquidRenderContext context) => value.Is(context, expected) != negate;

    public override Condition Inline(Inliner inliner) => new BooleanCondition(value.Inline(inliner), expected, negate);

    private bool Matches(in LiquidValue known) => known.IsBoolean(expected);
}

/// <summary>One comparison.</summary>
internal sealed class ComparisonCondition(Expression left, ConditionOperator op, Expression right, int position) : Condition
{
    public override bool IsTrue(LiquidRenderContext context)
    {
        context.Position = position;
        left.Evaluate(context, out var value);
        right.Evaluate(context, out var other);
        return Comparer.Compare(value, op, other, context);
    }

    public override Condition Inline(Inliner inliner) =>
        new ComparisonCondition(left.Inline(inliner), op, right.Inline(inliner), inliner.At(position));
}

/// <summary>
/// Conditions joined by <c>and</c> and <c>or</c>, which in Liquid have one rank and bind from the right: each decides
/// whether the rest is looked at. A list, so that a long chain is no deep recursion.
/// </summary>
internal sealed class JoinedCondition(Condition[] parts, bool[] joinedByAnd) : Condition
{
    private static readonly bool[] And = [true];
    private static readonly bool[] Or = [false];

    /// <summary>How parts are joined, taken off the list in which it was gathered; most are two.</summary>
    public static bool[] Joins(List<bool> gathered)
    {
        if (gathered.Count != 1) return gathered.TakeFrom(0);
        var joins = gathered[0] ? And : Or;
        gathered.Clear();
        return joins;
    }

    public override bool IsTrue(LiquidRenderContext context)
    {
        var last = parts.Length - 1;
        for (var i = 0; i < last; i++)
        {
            context.Step();
            var result = parts[i].IsTrue(context);
            if (joinedByAnd[i] != result) return result;
        }

        return parts[last].IsTrue(context);
    }

    public override void EmitBranch(ProgramBuilder into, bool unless, Forward to)
    {
        // A part decides the whole when it is false before 'and', or true before 'or'.
        var here = new Forward();
        for (var i = 0; i < joinedByAnd.Length; i++)
        {
            var decisive = !joinedByAnd[i];
            into.BranchWhen(decisive, parts[i], decisive == unless ? to : here);
        }

        into.BranchWhen(unless, parts[^1], to);
        into.Land(here);
    }

    public override Condition Inline(Inliner inliner)
    {
        var left = new List<Condition>(parts.Length);
        var joins = new List<bool>(parts.Length);
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i].Inline(inliner);
            var isLast = i == parts.Length - 1;
            if (!isLast && part.Known is { } known)
            {
                // It either decides for the rest or has no say.
                if (joinedByAnd[i] == known) continue;
                isLast = true;
            }

            left.Add(part);
            if (isLast) break;
            joins.Add(joinedByAnd[i]);
        }

        return left.Count == 1 ? left[0] : new JoinedCondition([.. left], Joins(joins));
    }
}
