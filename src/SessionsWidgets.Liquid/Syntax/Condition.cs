namespace SessionsWidgets.Liquid;

internal enum ConditionOperator : byte
{
    Truth,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Contains,
}

/// <summary>One comparison, or the truth of one value, and what joins it to the next.</summary>
internal readonly struct Comparison(Expression left, ConditionOperator op, Expression? right, bool joinedByAnd)
{
    public bool JoinedByAnd => joinedByAnd;

    public bool Evaluate(LiquidRenderContext context)
    {
        left.Evaluate(context, out var value);
        if (op == ConditionOperator.Truth) return value.IsTruthy;
        right!.Evaluate(context, out var other);
        return Comparer.Compare(value, op, other, context);
    }
}

/// <summary>
/// Comparisons joined by <c>and</c> and <c>or</c>, which in Liquid have one rank and bind from the right: each decides
/// whether the rest is looked at.
/// </summary>
internal sealed class Condition(Comparison[] comparisons, int position)
{
    public bool Evaluate(LiquidRenderContext context)
    {
        context.Position = position;
        var result = false;
        for (var i = 0; i < comparisons.Length; i++)
        {
            result = comparisons[i].Evaluate(context);
            if (i + 1 < comparisons.Length && comparisons[i].JoinedByAnd != result) break;
        }

        return result;
    }
}
