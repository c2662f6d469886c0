using System.Text;

namespace SessionsWidgets.Liquid;

/// <summary>How values compare.</summary>
internal static class Comparer
{
    private const int MaxDepth = 32;

    public static bool Compare(in LiquidValue left, ConditionOperator op, in LiquidValue right, LiquidRenderContext context)
    {
        if (ReferenceEquals(left.Shape, ScalarShape.Integer) && ReferenceEquals(right.Shape, ScalarShape.Integer) && op != ConditionOperator.Contains)
            return Holds(left.Bits.CompareTo(right.Bits), op);
        context.ChargeSteps(ValueCost.ToRead(left));
        return op switch
        {
            ConditionOperator.Equal => AreEqual(left, right),
            ConditionOperator.NotEqual => !AreEqual(left, right),
            ConditionOperator.Contains => Contains(left, right, context),
            _ => IsOrdered(left, op, right, context),
        };
    }

    public static bool AreEqual(in LiquidValue left, in LiquidValue right, int depth = 0)
    {
        if (left.Kind is ValueKind.Blank or ValueKind.Empty) return Matches(left.Kind, right);
        if (right.Kind is ValueKind.Blank or ValueKind.Empty) return Matches(right.Kind, left);
        switch (left.Kind)
        {
            case ValueKind.Nil: return right.IsNil;
            case ValueKind.Boolean or ValueKind.Range: return right.Kind == left.Kind && left.Bits == right.Bits;
            case ValueKind.Integer when right.Kind == ValueKind.Integer: return left.Bits == right.Bits;
            case ValueKind.Integer or ValueKind.Float or ValueKind.BigInteger: return right.IsNumber && NumberOrder(left, right) == 0;
            case ValueKind.String or ValueKind.Utf8: return right.IsText && TextEquals(left, right);
            case ValueKind.Date: return right.Kind == ValueKind.Date && left.Bits == right.Bits;
            case ValueKind.List: return right.Kind == ValueKind.List && ListEquals(left, right, depth);
            case ValueKind.Map: return right.Kind == ValueKind.Map && MapEquals(left, right, depth);
            default: return false;
        }
    }

    /// <summary>Whether text is nothing but white space.</summary>
    public static bool IsBlankText(in LiquidValue text) => text.Kind == ValueKind.String
        ? text.String.AsSpan().IndexOfAnyExcept(Characters.WhiteSpace) < 0
        : text.Utf8.IndexOfAnyExcept(Characters.WhiteSpaceBytes) < 0;

    /// <summary>Negative, zero or positive; null when the values have no order.</summary>
    public static int? Order(in LiquidValue left, in LiquidValue right)
    {
        if (left.IsNumber && right.IsNumber) return NumberOrder(left, right);
        if (left.IsText && right.IsText) return TextOrder(left, right);
        if (left.Kind == ValueKind.Date && right.Kind == ValueKind.Date) return left.Bits.CompareTo(right.Bits);
        return AreEqual(left, right) ? 0 : null;
    }

    private static int? NumberOrder(in LiquidValue left, in LiquidValue right)
    {
        if (left.Kind == ValueKind.Integer && right.Kind == ValueKind.Integer) return left.Bits.CompareTo(right.Bits);
        if (left.IsWhole && right.IsWhole) return BigNumbers.Of(left).CompareTo(BigNumbers.Of(right));
        left.TryGetNumber(out var a);
        right.TryGetNumber(out var b);
        return double.IsNaN(a) || double.IsNaN(b) ? null : a.CompareTo(b);
    }

    public static bool TextEquals(in LiquidValue left, in LiquidValue right)
    {
        if (left.Kind == right.Kind)
            return left.Kind == ValueKind.String ? left.String == right.String : left.Utf8.SequenceEqual(right.Utf8);
        var (text, utf8) = left.Kind == ValueKind.String ? (left.String, right) : (right.String, left);
        if (utf8.Utf8.Length < text.Length) return false;
        return Encoding.UTF8.GetString(utf8.Utf8) == text;
    }

    private static bool Matches(ValueKind literal, in LiquidValue value) => value.Kind switch
    {
        ValueKind.Nil => literal == ValueKind.Blank,
        ValueKind.Boolean => literal == ValueKind.Blank && value.Bits == 0,
        ValueKind.String or ValueKind.Utf8 => literal == ValueKind.Blank
            ? IsBlankText(value)
            : value.Kind == ValueKind.String ? value.String.Length == 0 : value.Utf8.Length == 0,
        ValueKind.List => value.ListShape.Count(value) == 0,
        ValueKind.Map => value.MapShape.Count(value) == 0,
        _ => false,
    };

    private static bool IsOrdered(in LiquidValue left, ConditionOperator op, in LiquidValue right, LiquidRenderContext context)
    {
        if (!HasOrder(left) || !HasOrder(right)) return false;
        var order = left.IsNumber == right.IsNumber && left.IsText == right.IsText ? Order(left, right) : null;
        if (order is not { } known)
        {
            if (left.IsNumber && right.IsNumber) return false;
            throw context.Error($"A comparison of {Name(left)} with {Name(right)} failed.");
        }

        return Holds(known, op);
    }

    private static bool Holds(int order, ConditionOperator op) => op switch
    {
        ConditionOperator.Equal => order == 0,
        ConditionOperator.NotEqual => order != 0,
        ConditionOperator.Less => order < 0,
        ConditionOperator.LessOrEqual => order <= 0,
        ConditionOperator.Greater => order > 0,
        _ => order >= 0,
    };

    private static bool HasOrder(in LiquidValue value) => value.IsNumber || value.IsText || value.Kind == ValueKind.Date;

    private static string Name(in LiquidValue value) => value.Kind switch
    {
        ValueKind.Date => "a date",
        ValueKind.Integer or ValueKind.Float or ValueKind.BigInteger => "a number",
        _ => "text",
    };

    private static bool Contains(in LiquidValue left, in LiquidValue right, LiquidRenderContext context)
    {
        if (!right.IsTruthy) return false;
        switch (left.Kind)
        {
            case ValueKind.String or ValueKind.Utf8:
                return context.TextOf(left).Contains(context.TextOf(right), StringComparison.Ordinal);
            case ValueKind.List:
                var shape = left.ListShape;
                var count = shape.Count(left);
                var cost = ValueCost.ToRead(right);
                for (var i = 0; i < count; i++)
                {
                    context.ChargeSteps(cost);
                    if (AreEqual(shape.Item(left, i), right)) return true;
                }

                return false;
            case ValueKind.Range:
                return right.TryGetNumber(out var number) && number >= RangeShape.Start(left) && number <= RangeShape.End(left);
            case ValueKind.Map:
                return right.IsText && left.MapShape.TryGet(left, context.TextOf(right), out _);
            default:
                return false;
        }
    }

    private static int TextOrder(in LiquidValue left, in LiquidValue right)
    {
        if (left.Kind == ValueKind.String && right.Kind == ValueKind.String) return CodePoints.Compare(left.String, right.String);
        return CodePoints.Compare(TextOf.Text(left), TextOf.Text(right));
    }

    private static bool ListEquals(in LiquidValue left, in LiquidValue right, int depth)
    {
        var count = left.ListShape.Count(left);
        if (depth >= MaxDepth || count != right.ListShape.Count(right)) return false;
        for (var i = 0; i < count; i++)
        {
            if (!AreEqual(left.ListShape.Item(left, i), right.ListShape.Item(right, i), depth + 1)) return false;
        }

        return true;
    }

    private static bool MapEquals(in LiquidValue left, in LiquidValue right, int depth)
    {
        if (ReferenceEquals(left.Ref, right.Ref)) return true;
        if (depth >= MaxDepth || left.MapShape.Count(left) != right.MapShape.Count(right)) return false;
        foreach (var name in left.MapShape.Names(left))
        {
            left.MapShape.TryGet(left, name, out var mine);
            if (!right.MapShape.TryGet(right, name, out var other) || !AreEqual(mine, other, depth + 1)) return false;
        }

        return true;
    }
}
