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
    /// <summary>The other side, when it is <c>true</c> or <c>false</c>.</summary>
    private readonly LiteralExpression? _boolean =
        op is ConditionOperator.Equal or ConditionOperator.NotEqual && right is LiteralExpression { Value.Kind: ValueKind.Boolean } literal
            ? literal : null;

    public bool JoinedByAnd => joinedByAnd;

    public bool IsTruth => op == ConditionOperator.Truth;

    public Expression Left => left;

    public bool Evaluate(LiquidRenderContext context)
    {
        if (op == ConditionOperator.Truth) return left.IsTrue(context);
        left.Evaluate(context, out var value);
        if (_boolean is not null && ReferenceEquals(value.Shape, ScalarShape.Boolean))
            return (value.Bits == _boolean.Bits) == (op == ConditionOperator.Equal);
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
    /// <summary>The value, when its truth is all that the condition asks for, as in most.</summary>
    private readonly Expression? _value = comparisons is [{ IsTruth: true, Left: var left }] ? left : null;

    public bool Evaluate(LiquidRenderContext context)
    {
        context.Position = position;
        return _value is not null ? _value.IsTrue(context) : EvaluateAll(context);
    }

    private bool EvaluateAll(LiquidRenderContext context)
    {
        var result = false;
        for (var i = 0; i < comparisons.Length; i++)
        {
            context.Step();
            result = comparisons[i].Evaluate(context);
            if (i + 1 < comparisons.Length && comparisons[i].JoinedByAnd != result) break;
        }

        return result;
    }
}
